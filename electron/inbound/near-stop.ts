import { keywordOf, normalText } from './keywords.ts';

/** What the finger can slip from. */
const STOP_WORDS = ['stopp', 'stop'] as const;
/** Words of their own that lie one letter from STOPP or STOP. */
const OTHER_WORDS: ReadonlySet<string> = new Set(['top', 'topp', 'stor', 'shop', 'step', 'stod']);

/** Words of leaving, and how long a text may be that begins or ends with one. */
const LEAVING: readonly { words: ReadonlySet<string>; mostWords: number }[] = [
  { words: new Set(['stopp', 'stop', 'sluta', 'avsluta', 'avregistrera', 'unsubscribe']), mostWords: 4 },
  { words: new Set(['lämna', 'end', 'quit']), mostWords: 2 },
];

/** Does the text look like a STOPP that is none? A person must look at it: it joins nobody and goes to nobody. */
export function isNearStop(text: string): boolean {
  if (keywordOf(text) === 'stop') return false;
  const normal = normalText(text);
  if (OTHER_WORDS.has(normal)) return false;
  // S T O P P, S.T.O.P.
  const together = normal.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return STOP_WORDS.some((word) => together === word || isOneLetterOff(normal, word)) || speaksOfLeaving(normal);
}

function speaksOfLeaving(normal: string): boolean {
  const count = normal.split(/\s+/u).length;
  // Runs of letters, so that "stopp/tack" begins with stopp too.
  const words = normal.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const ends = [words.at(0) ?? '', words.at(-1) ?? ''];
  return LEAVING.some((rule) => count <= rule.mostWords && ends.some((word) => rule.words.has(word)));
}

/** Damerau-Levenshtein distance of exactly one: a letter more, less or other, or two neighbours swapped. */
function isOneLetterOff(text: string, word: string): boolean {
  const a = Array.from(text);
  const b = Array.from(word);
  if (text === word || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < b.length && a[at] === b[at]) at += 1;
  const rest = (letters: string[], from: number) => letters.slice(from).join('');
  if (a.length > b.length) return rest(a, at + 1) === rest(b, at);
  if (a.length < b.length) return rest(a, at) === rest(b, at + 1);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2);
  return swapped || rest(a, at + 1) === rest(b, at + 1);
}
