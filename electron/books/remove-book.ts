import { broadcastsWithStatus } from '../broadcasts/broadcasts-store.ts';
import { stopBroadcast } from '../broadcasts/held.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { moveMessage } from '../outbox/transition.ts';

/**
 * Takes the book away with its members and roles, frees its line and mail address, and cancels what it has not sent yet. Its
 * departures and blocks stay: whoever has its line or address next inherits the departures.
 */
export function removeBook(db: WritableDb, core: Core, bookId: number, userId: number): void {
  const at = core.clock.now();
  for (const status of ['scheduled', 'held', 'sending'] as const) {
    for (const broadcast of broadcastsWithStatus(db, status)) {
      if (broadcast.bookId === bookId) stopBroadcast(db, broadcast, at);
    }
  }
  for (const id of queuedOf(db, bookId)) moveMessage(db, id, { to: 'cancelled', error: 'book-removed' }, at);
  db.prepare('UPDATE todo SET done_at = ? WHERE book_id = ? AND done_at IS NULL').run(at, bookId);
  db.prepare('DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE book_id = ?)').run(bookId);
  db.prepare('DELETE FROM import WHERE book_id = ?').run(bookId);
  db.prepare('DELETE FROM member_label WHERE member_id IN (SELECT id FROM member WHERE book_id = ?)').run(bookId);
  db.prepare('DELETE FROM member WHERE book_id = ?').run(bookId);
  db.prepare('DELETE FROM role WHERE book_id = ?').run(bookId);
  db.prepare('UPDATE book SET removed_at = ?, line_id = NULL, mail_address = NULL WHERE id = ?').run(at, bookId);
  recordEvent(db, { at, kind: 'book-removed', bookId, userId });
}

function queuedOf(db: WritableDb, bookId: number): number[] {
  return db
    .prepare<[number], { id: number }>(`SELECT id FROM outbox WHERE book_id = ? AND state = 'queued'`)
    .all(bookId)
    .map(({ id }) => id);
}
