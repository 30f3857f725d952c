/** The same keys with words of their own: a key missing in one language, or left over in it, does not compile. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
