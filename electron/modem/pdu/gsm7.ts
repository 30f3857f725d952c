/** Takes the septet after it from the extension table (3GPP TS 23.038 §6.2.1). */
export const ESCAPE = 0x1b;

/** The GSM 7 bit default alphabet, by septet (3GPP TS 23.038 §6.2.1). The escape stands for itself. */
export const BASIC_TABLE =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
  ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** What follows an escape (3GPP TS 23.038 §6.2.1.1). */
export const EXTENSION_TABLE: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

const septetsByCharacter: ReadonlyMap<string, readonly number[]> = new Map([
  ...Array.from(BASIC_TABLE, (character, septet): [string, number[]] => [character, [septet]]).filter(
    ([, [septet]]) => septet !== ESCAPE,
  ),
  ...Array.from(EXTENSION_TABLE, ([septet, character]): [string, number[]] => [character, [ESCAPE, septet]]),
]);

/** The text as septets, or null where a character of it is not in the default alphabet and its extension. */
export function septetsOfText(text: string): number[] | null {
  const septets: number[] = [];
  for (const character of text) {
    const some = septetsByCharacter.get(character);
    if (some === undefined) return null;
    septets.push(...some);
  }
  return septets;
}

/** How many septets the text takes, or null where the alphabet lacks a character of it. */
export function countSeptets(text: string): number | null {
  let count = 0;
  for (const character of text) {
    const septets = septetsByCharacter.get(character);
    if (septets === undefined) return null;
    count += septets.length;
  }
  return count;
}

/**
 * Packs septets into octets, lowest bit first (3GPP TS 23.038 §6.1.2.1). `fillBits` zero bits go before the first
 * septet: those that bring a header to a septet boundary (3GPP TS 23.040 §9.2.3.24).
 */
export function packSeptets(septets: ArrayLike<number>, fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((fillBits + 7 * septets.length) / 8));
  for (let index = 0; index < septets.length; index++) {
    const bit = fillBits + 7 * index;
    const shifted = ((septets[index] ?? 0) & 0x7f) << (bit % 8);
    const at = bit >> 3;
    octets[at] = (octets[at] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) octets[at + 1] = shifted >> 8;
  }
  return octets;
}

/** The other way: `count` septets, or as many whole ones as the octets hold. */
export function unpackSeptets(octets: Uint8Array, count: number, fillBits = 0): Uint8Array {
  const whole = Math.max(0, Math.floor((8 * octets.length - fillBits) / 7));
  const septets = new Uint8Array(Math.min(Math.max(0, count), whole));
  for (let index = 0; index < septets.length; index++) {
    const bit = fillBits + 7 * index;
    const at = bit >> 3;
    const pair = (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
    septets[index] = (pair >> (bit % 8)) & 0x7f;
  }
  return septets;
}
