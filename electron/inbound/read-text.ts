import { unsentMarks } from '../wording/marks.ts';
import { isEmpty, isStartWithMore, type Keyword, keywordOf } from './keywords.ts';
import { isNearStop } from './near-stop.ts';

/** What a text says to the rules; the words themselves decide nothing more. */
export interface TextReading {
  keyword: Keyword | null;
  startWithMore: boolean;
  nearStop: boolean;
  empty: boolean;
  /** It carries our own `Meddelande ej skickat`: another program of this kind, or a functionary's phone, sent it on. */
  ownMark: boolean;
}

export function readText(text: string): TextReading {
  return {
    keyword: keywordOf(text),
    startWithMore: isStartWithMore(text),
    nearStop: isNearStop(text),
    empty: isEmpty(text),
    ownMark: carriesOurMark(text),
  };
}

function carriesOurMark(text: string): boolean {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
  return unsentMarks.some((mark) => words.includes(mark.toLowerCase()));
}
