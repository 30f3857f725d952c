import { bookOfLine } from '../books/books-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { forwardText } from '../functionaries/forward.ts';
import { isBlocked } from '../members/members-store.ts';
import { longIncomplete, markTold } from './messages-store.ts';
import { readText } from './read-text.ts';

/** Networks try for days; the functionaries are not kept waiting that long. */
const TELL_AFTER_MS = 24 * 3_600_000;

export function isIncompleteDue(db: ReadableDb, at: number): boolean {
  return longIncomplete(db, at - TELL_AFTER_MS).length > 0;
}

/** Gives the functionaries what there is of texts that are not whole after a day; a late part completes them all the same. */
export function tellIncomplete(db: WritableDb, core: Core, at: number): void {
  for (const message of longIncomplete(db, at - TELL_AFTER_MS)) {
    const book = message.lineId === null ? null : bookOfLine(db, message.lineId);
    markTold(db, message.id);
    const { address } = message.sender;
    if (!book || isBlocked(db, core, book.id, address) || readText(message.text).ownMark) continue;
    forwardText(db, core, { book, messageId: message.id, sender: address, text: message.text, incomplete: true });
  }
}
