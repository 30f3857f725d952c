/** The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1), as characters. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';
const basic = new Set(BASIC);
const extended = new Set(EXTENDED);

export interface SmsMeasure {
  parts: number;
  /** Characters in the last part as the network counts them. */
  usedInLast: number;
  encoding: 'gsm7' | 'ucs2';
}

/** How a text is parted, for a meter while she writes; what is sent is parted by the program, in the same way. */
export function measureSms(text: string): SmsMeasure {
  const characters = [...text.normalize('NFC')];
  const cheap = characters.every((character) => basic.has(character) || extended.has(character));
  const sizes = characters.map((character) => (cheap ? (extended.has(character) ? 2 : 1) : character.length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const encoding = cheap ? 'gsm7' : 'ucs2';
  const alone = cheap ? 160 : 70;
  if (total <= alone) return { parts: 1, usedInLast: total, encoding };
  // A character is never torn between two parts (an escape sequence, a surrogate pair).
  const room = cheap ? 153 : 67;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return { parts, usedInLast: used, encoding };
}
