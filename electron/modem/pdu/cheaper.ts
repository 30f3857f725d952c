import { graphemesOf } from './graphemes.ts';
import { countSeptets } from './gsm7.ts';
import type { CheaperText } from './types.ts';

/** Said the same way in GSM-7. Nothing that would change a number (½, ², °) or a name's letters (å, ä, ö are in it). */
const replacements: ReadonlyMap<string, string> = new Map([
  ...each('‘’‚‛′ʼ`´‹›', "'"),
  ...each('“”„‟″«»', '"'),
  ...each('‐‑‒–—―−•‣◦●▪∙·', '-'),
  ...each('\u0085\u2028\u2029\u000b', '\n'),
  ...each('\ufe0e\ufe0f', ''),
  ['…', '...'],
  ['→', '->'],
  ['←', '<-'],
  ['×', 'x'],
  ['≤', '<='],
  ['≥', '>='],
  ['©', '(c)'],
  ['®', '(R)'],
  ['™', '(TM)'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
]);

/**
 * Replaces what forces UCS-2 and can be said in GSM-7: quotation marks, dashes, odd spaces, invisible characters, and
 * accents that GSM-7 lacks (á becomes a). What has no safe replacement stays, so the text may still be ucs2; whether it
 * got cheaper, `planText` tells. The text comes back in NFC.
 */
export function cheaperText(text: string): CheaperText {
  const replaced = new Map<string, string>();
  const cheaper = graphemesOf(text.normalize('NFC')).map((grapheme) => {
    if (countSeptets(grapheme) !== null) return grapheme;
    const to = inGsm7(grapheme);
    if (to === null) return grapheme;
    replaced.set(grapheme, to);
    return to;
  });
  return { text: cheaper.join(''), replaced: Array.from(replaced, ([from, to]) => ({ from, to })) };
}

function inGsm7(grapheme: string): string | null {
  const replacement = Array.from(grapheme, replacementOf).join('');
  return countSeptets(replacement) !== null ? replacement : withoutMarks(grapheme);
}

/** The character itself where there is none. */
function replacementOf(character: string): string {
  const known = replacements.get(character);
  if (known !== undefined || countSeptets(character) !== null) return known ?? character;
  if (/^[\p{Zs}\t]$/u.test(character)) return ' ';
  return /^[\p{Cc}\p{Cf}]$/u.test(character) ? '' : character;
}

/** Takes marks off from the last one on, so that ǻ becomes å and not a. */
function withoutMarks(grapheme: string): string | null {
  const characters = [...grapheme.normalize('NFD')];
  while (characters.length > 1 && /^\p{M}$/u.test(characters.at(-1) ?? '')) {
    characters.pop();
    const rest = characters.join('').normalize('NFC');
    if (countSeptets(rest) !== null) return rest;
  }
  return null;
}

function each(from: string, to: string): [string, string][] {
  return Array.from(from, (character) => [character, to]);
}
