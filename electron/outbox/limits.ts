import type { BookRow } from '../books/books-store.ts';
import type { ReadableDb } from '../database/database.ts';
import { dayBegins, isQuiet } from './local-time.ts';

/** Does the book rest now? A time that was chosen is not held by it. */
export function restsNow(book: BookRow, chosenTime: number | null, at: number): boolean {
  return book.quietHours !== null && chosenTime === null && isQuiet(at, book.quietHours);
}

/**
 * SMS (parts, as operators count) the book may still send today; null where it has no limit. Everything it sends counts, but only
 * broadcasts wait for the next day.
 */
export function allowanceLeft(db: ReadableDb, book: BookRow, at: number): number | null {
  if (book.dailySmsLimit === null) return null;
  const row = db
    .prepare<[number, number], { used: number }>(
      // CROSS JOIN: from the parts of the day, never through all a book has ever sent.
      `SELECT count(*) AS used FROM part_out CROSS JOIN outbox ON outbox.id = part_out.outbox_id
       WHERE part_out.submitted_at >= ? AND outbox.book_id = ? AND part_out.state <> 'failed'`,
    )
    .get(dayBegins(at), book.id);
  return Math.max(0, book.dailySmsLimit - (row?.used ?? 0));
}
