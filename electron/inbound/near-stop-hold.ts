import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { moveMessage } from '../outbox/transition.ts';

/** Broadcasts to one who may have wanted to leave wait no longer than this. */
const HOLD_MS = 48 * 3_600_000;

/**
 * Do broadcasts to this address wait until somebody has said whether its owner wants to leave? True until the hold is
 * lifted, by an answer or by `liftNearStopHolds`: what waited expires in the same moment, so nothing slips out between.
 */
export function heldByNearStop(db: ReadableDb, bookId: number, address: string, _at: number): boolean {
  const row = db
    .prepare<[number, string], { id: number }>(
      `SELECT id FROM todo WHERE book_id = ? AND kind = 'near-stop' AND address = ? AND done_at IS NULL AND hold_until IS NOT NULL`,
    )
    .get(bookId, address);
  return row !== undefined;
}

/** Makes "Vill 070… lämna?" a to-do and holds what goes to the number; one that is asked already waits from now on. */
export function holdForNearStop(
  db: WritableDb,
  { bookId, address, messageId, memberId, at }: HeldPerson & { at: number },
): void {
  const open = openNearStop(db, bookId, address);
  if (open === null) {
    db.prepare(
      `INSERT INTO todo (book_id, kind, address, message_id, member_id, created_at, hold_until)
       VALUES (@bookId, 'near-stop', @address, @messageId, @memberId, @at, @holdUntil)`,
    ).run({ bookId, address, messageId, memberId, at, holdUntil: at + HOLD_MS });
  } else if (open.holdUntil === null) {
    db.prepare('UPDATE todo SET hold_until = ? WHERE id = ?').run(at + HOLD_MS, open.id);
  }
}

interface HeldPerson {
  bookId: number;
  address: string;
  messageId: number;
  memberId: number | null;
}

/** The person has spoken clearly since: the question answers itself. */
export function answerNearStop(
  db: WritableDb,
  bookId: number,
  address: string,
  answer: 'leaves' | 'stays',
  at: number,
): void {
  db.prepare(
    `UPDATE todo SET done_at = ?, answer = ? WHERE book_id = ? AND kind = 'near-stop' AND address = ? AND done_at IS NULL`,
  ).run(at, answer, bookId, address);
}

export function isHoldOver(db: ReadableDb, at: number): boolean {
  return holdsOver(db, at).length > 0;
}

/** Ends the holds that lasted their time: what waited expires, new broadcasts go again, the to-do stays. */
export function liftNearStopHolds(db: WritableDb, _core: Pick<Core, 'clock'>, at: number): void {
  for (const { id, bookId, address, holdUntil } of holdsOver(db, at)) {
    const waited = db
      .prepare<[string, number, number], { id: number }>(
        `SELECT id FROM outbox
         WHERE recipient = ? AND book_id = ? AND state = 'queued' AND kind = 'broadcast' AND created_at < ?`,
      )
      .all(address, bookId, holdUntil);
    for (const row of waited) moveMessage(db, row.id, { to: 'expired', error: 'near-stop' }, at);
    db.prepare('UPDATE todo SET hold_until = NULL WHERE id = ?').run(id);
  }
}

function holdsOver(db: ReadableDb, at: number) {
  return db
    .prepare<[number], { id: number; bookId: number; address: string; holdUntil: number }>(
      `SELECT id, book_id AS bookId, address, hold_until AS holdUntil FROM todo
       WHERE kind = 'near-stop' AND done_at IS NULL AND hold_until <= ?`,
    )
    .all(at);
}

function openNearStop(db: ReadableDb, bookId: number, address: string): { id: number; holdUntil: number | null } | null {
  return (
    db
      .prepare<[number, string], { id: number; holdUntil: number | null }>(
        `SELECT id, hold_until AS holdUntil FROM todo
         WHERE book_id = ? AND kind = 'near-stop' AND address = ? AND done_at IS NULL`,
      )
      .get(bookId, address) ?? null
  );
}
