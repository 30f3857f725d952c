import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/words.ts';
import type { Language } from './format.ts';
import { sv } from './sv/words.ts';
import type { Words } from './words.ts';

export type Area = keyof typeof sv;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Words<typeof sv>;
  }
}

/** One language at a time for the whole page; Swedish until the settings say otherwise. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'sv',
    resources: { sv, en },
    defaultNS: 'common',
    // React escapes what it renders; escaping twice would show &#39; in names.
    interpolation: { escapeValue: false },
  });
  return instance;
}
