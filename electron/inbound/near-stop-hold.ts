import type { ReadableDb, WritableDb } from '../database/database.ts';

/** Broadcasts to one who may have wanted to leave wait no longer than this; the outbox lets none of them go, and expires them then. */
const HOLD_MS = 48 * 3_600_000;

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
  } else if ((open.holdUntil ?? 0) <= at) {
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

function openNearStop(
  db: ReadableDb,
  bookId: number,
  address: string,
): { id: number; holdUntil: number | null } | null {
  return (
    db
      .prepare<[number, string], { id: number; holdUntil: number | null }>(
        `SELECT id, hold_until AS holdUntil FROM todo
         WHERE book_id = ? AND kind = 'near-stop' AND address = ? AND done_at IS NULL`,
      )
      .get(bookId, address) ?? null
  );
}
