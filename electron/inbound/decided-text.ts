import type { BookRow } from '../books/books-store.ts';
import type { Decision } from './decide-inbound.ts';
import type { MessageRow } from './messages-store.ts';

/** A text whose decision is stored; what follows from it belongs to the same transaction. */
export interface DecidedText {
  book: BookRow;
  message: MessageRow;
  decision: Decision;
}
