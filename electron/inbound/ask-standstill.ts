import { bookById } from '../books/books-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { askWriter } from './ask.ts';
import { mayAsk } from './questions-store.ts';

interface Standing {
  id: number;
  bookId: number;
  text: string;
  heldBecause: string;
  author: string;
  messageId: number;
  left: number;
}

export function isQuestionDue(db: ReadableDb): boolean {
  return standing(db).length > 0;
}

/** Asks the writers of send-outs that came to a halt halfway whether the rest should still go. */
export function askAboutStandstill(db: WritableDb, core: Core): void {
  for (const { bookId, author, messageId, left, ...broadcast } of standing(db)) {
    const book = bookById(db, bookId);
    if (!book || !mayAsk(db, author, core.clock.now())) continue;
    askWriter(db, core, { book, broadcast, to: { sms: left, mail: 0 }, writer: author, messageId });
  }
}

/** Held on the way, written by SMS, and not asked about since. */
function standing(db: ReadableDb): Standing[] {
  return db
    .prepare<[], Standing>(
      `SELECT id, book_id AS bookId, text, held_because AS heldBecause, author_address AS author, message_id AS messageId,
         (SELECT count(*) FROM outbox WHERE broadcast_id = broadcast.id AND kind = 'broadcast' AND state = 'queued') AS left
       FROM broadcast
       WHERE status = 'held' AND held_because = 'stood-still' AND origin = 'sms' AND author_address LIKE '+%'
         AND NOT EXISTS (SELECT 1 FROM question WHERE broadcast_id = broadcast.id AND answer IS NULL)`,
    )
    .all();
}
