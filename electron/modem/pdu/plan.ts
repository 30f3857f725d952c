import { graphemesOf } from './graphemes.ts';
import { countSeptets } from './gsm7.ts';
import type { TextPlan } from './types.ts';

/** Units one SMS holds alone, and as a part with an 8-bit reference (3GPP TS 23.040 §9.2.3.24.1). */
const CAPACITY = { gsm7: { single: 160, part: 153 }, ucs2: { single: 70, part: 67 } } as const;
/** The part count is one octet (§9.2.3.24.1). */
const MOST_PARTS = 255;

/** What must stay together, where it begins in the text, and how many units it takes. */
interface Piece {
  text: string;
  units: number;
}

/**
 * Cuts a text into the parts it goes out in, by as few parts as can be; in front of a word where that costs none.
 * The text is brought to NFC first, and half a surrogate pair becomes U+FFFD. Never throws; what needs more than 255
 * parts is planned whole and marked `tooLong`.
 */
export function planText(text: string): TextPlan {
  const normal = text.normalize('NFC').toWellFormed();
  const septets = countSeptets(normal);
  const encoding = septets === null ? 'ucs2' : 'gsm7';
  const units = septets ?? normal.length;
  const costly = septets === null ? costlyCharacters(normal) : [];
  const { single, part } = CAPACITY[encoding];
  if (units <= single) {
    return { encoding, parts: [normal], usedInLast: units, roomInLast: single, costly, tooLong: false };
  }
  const { parts, usedInLast } = cut(piecesOf(normal, encoding, part), part);
  return { encoding, parts, usedInLast, roomInLast: part, costly, tooLong: parts.length > MOST_PARTS };
}

function costlyCharacters(text: string): string[] {
  const costly = new Set<string>();
  for (const grapheme of graphemesOf(text)) if (countSeptets(grapheme) === null) costly.add(grapheme);
  return [...costly];
}

/** Graphemes; one that no part holds is taken by code points. */
function piecesOf(text: string, encoding: TextPlan['encoding'], room: number): Piece[] {
  if (encoding === 'gsm7') {
    // The default alphabet has no combining character: only the two line ends stand together.
    return (text.match(/\r\n|[\s\S]/g) ?? []).map((piece) => ({ text: piece, units: countSeptets(piece) ?? 0 }));
  }
  return graphemesOf(text).flatMap((grapheme) => {
    const pieces = grapheme.length > room ? [...grapheme] : [grapheme];
    return pieces.map((piece) => ({ text: piece, units: piece.length }));
  });
}

function cut(pieces: readonly Piece[], room: number): { parts: string[]; usedInLast: number } {
  const { fullest, partsFrom } = fill(pieces, room);
  const parts: string[] = [];
  let from = 0;
  let usedInLast = 0;
  while (from < pieces.length) {
    const reach = fullest[from] ?? pieces.length;
    const word = lastWordStart(pieces, from, reach);
    const to = word !== null && partsFrom[word] === partsFrom[reach] ? word : reach;
    const inPart = pieces.slice(from, to);
    parts.push(inPart.map((piece) => piece.text).join(''));
    usedInLast = inPart.reduce((sum, piece) => sum + piece.units, 0);
    from = to;
  }
  return { parts, usedInLast };
}

/**
 * For every piece: where a part that begins with it ends when it is filled, and how many parts the text takes from it on.
 * Filling is never worse than stopping short, so these are the fewest.
 */
function fill(pieces: readonly Piece[], room: number): { fullest: Uint32Array; partsFrom: Uint32Array } {
  const fullest = new Uint32Array(pieces.length);
  const partsFrom = new Uint32Array(pieces.length + 1);
  let end = pieces.length;
  let used = 0;
  for (let from = pieces.length - 1; from >= 0; from--) {
    used += pieces[from]?.units ?? 0;
    while (used > room) {
      end -= 1;
      used -= pieces[end]?.units ?? 0;
    }
    fullest[from] = end;
    partsFrom[from] = 1 + (partsFrom[end] ?? 0);
  }
  return { fullest, partsFrom };
}

/** The last place after `from`, up to `reach`, that lies between words; the space stays with the word before it. */
function lastWordStart(pieces: readonly Piece[], from: number, reach: number): number | null {
  if (reach === pieces.length || isSpace(pieces[reach])) return null;
  for (let at = reach; at > from; at--) if (isSpace(pieces[at - 1])) return at;
  return null;
}

function isSpace(piece: Piece | undefined): boolean {
  return piece !== undefined && /^\s+$/.test(piece.text);
}
