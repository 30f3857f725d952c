import type { TextPart } from '../pdu/encode.ts';
import { countSeptets } from '../pdu/gsm7.ts';

/** How a telephone's keyboard turns a text into parts. */
export interface Cutting {
  reference: number;
  /** Width of the reference (3GPP TS 23.040 §9.2.3.24.1 and .8). */
  bits: 8 | 16;
  /** Cuts between the halves of an emoji, as many telephones do. */
  cutsPairs: boolean;
}

/** Units of one SMS, and what the header of a part takes of them. */
const ROOM = { gsm7: { single: 160, 8: 153, 16: 152 }, ucs2: { single: 70, 8: 67, 16: 66 } };

/** The parts of a text in order: cut where they are full, in the middle of words, as telephones do. */
export function telephoneParts(text: string, { reference, bits, cutsPairs }: Cutting): TextPart[] {
  const encoding = countSeptets(text) === null ? 'ucs2' : 'gsm7';
  const unitsOf = (piece: string) => (encoding === 'gsm7' ? (countSeptets(piece) ?? 0) : piece.length);
  const room = ROOM[encoding];
  if (unitsOf(text) <= room.single) return [{ text, encoding, concat: null }];

  const texts = [''];
  let used = 0;
  for (const piece of cutsPairs ? text.split('') : text) {
    const units = unitsOf(piece);
    if (used + units > room[bits]) {
      texts.push('');
      used = 0;
    }
    texts[texts.length - 1] += piece;
    used += units;
  }
  const total = texts.length;
  return texts.map((part, place) => ({
    text: part,
    encoding,
    concat: { reference: reference % 2 ** bits, bits, total, sequence: place + 1 },
  }));
}
