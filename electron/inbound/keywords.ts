/** A whole text that means one thing, in both languages always. */
export type Keyword = 'start' | 'stop' | 'yes' | 'no';

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ['start', 'start'],
  ['stopp', 'stop'],
  ['stop', 'stop'],
  ['ja', 'yes'],
  ['yes', 'yes'],
  ['nej', 'no'],
  ['no', 'no'],
]);

/**
 * The text as keywords are compared: NFKC, without format characters and what is never shown (soft hyphens, variation
 * selectors, joiners), case folded, and with all but letters and digits taken off both ends.
 */
export function normalText(text: string): string {
  const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  // Not by an expression with `+$`: on a long run of spaces it would try every start of it.
  const characters = Array.from(visible.toUpperCase().toLowerCase());
  const first = characters.findIndex(isWordCharacter);
  if (first === -1) return '';
  let end = characters.findLastIndex(isWordCharacter) + 1;
  while (isMark(characters[end])) end += 1;
  return characters.slice(first, end).join('').normalize('NFC');
}

/** The keyword that the whole text is, or null. */
export function keywordOf(text: string): Keyword | null {
  return KEYWORDS.get(normalText(text)) ?? null;
}

/** START and then something: never a sign-up where START alone is asked for, and hardly a message to everyone. */
export function isStartWithMore(text: string): boolean {
  return /^start[^\p{L}\p{N}]/u.test(normalText(text));
}

/** Nothing anyone could read. */
export function isEmpty(text: string): boolean {
  return !/[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** An accent belongs to the letter before it; what NFKC leaves beside a space (of a lone accent) does not. */
function isMark(character: string | undefined): boolean {
  return character !== undefined && /\p{M}/u.test(character);
}
