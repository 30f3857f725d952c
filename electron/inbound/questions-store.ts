import type { ReadableDb, WritableDb } from '../database/database.ts';

const ANSWERED_WITHIN_MS = 6 * 3_600_000;
const ASKED_AT_MOST_EVERY_MS = 60_000;
/** A person answers long before; a machine that answers questions by texts of its own comes to rest here. */
const MOST_UNANSWERED = 10;
const UNANSWERED_WITHIN_MS = 24 * 3_600_000;

export interface OpenQuestion {
  id: number;
  broadcastId: number;
}

/**
 * The newest question that a JA or NEJ from the address answers, or null. One that is still in the queue is none: the JA
 * was written before anyone could read it.
 */
export function openQuestionOf(db: ReadableDb, bookId: number, address: string, at: number): OpenQuestion | null {
  const row = db
    .prepare<unknown[], OpenQuestion>(
      `SELECT question.id, question.broadcast_id AS broadcastId
       FROM question
       JOIN broadcast ON broadcast.id = question.broadcast_id AND broadcast.status = 'held'
       JOIN outbox ON outbox.id = question.outbox_id AND outbox.state IN ('sending', 'sent', 'delivered', 'unknown')
       WHERE question.address = @address AND question.book_id = @bookId AND question.answer IS NULL
         AND question.asked_at > @since
       ORDER BY question.id DESC LIMIT 1`,
    )
    .get({ address, bookId, since: at - ANSWERED_WITHIN_MS });
  return row ?? null;
}

/** May this number be asked now? Once a minute at most, and not for ever when nobody answers. */
export function mayAsk(db: ReadableDb, address: string, at: number): boolean {
  const row = db
    .prepare<unknown[], { newest: number | null; unanswered: number }>(
      `SELECT max(question.asked_at) AS newest,
         count(*) FILTER (WHERE question.answer IS NULL AND broadcast.status = 'held') AS unanswered
       FROM question JOIN broadcast ON broadcast.id = question.broadcast_id
       WHERE question.address = @address AND question.outbox_id IS NOT NULL AND question.asked_at > @since`,
    )
    .get({ address, since: at - UNANSWERED_WITHIN_MS });
  const justAsked = row?.newest != null && row.newest > at - ASKED_AT_MOST_EVERY_MS;
  return !justAsked && (row?.unanswered ?? 0) < MOST_UNANSWERED;
}

/** `outboxId` is null where the question is not asked of the number, only of the secretary. */
export function recordQuestion(
  db: WritableDb,
  question: { bookId: number; address: string; broadcastId: number; outboxId: number | null; at: number },
): void {
  db.prepare(
    `INSERT INTO question (book_id, address, broadcast_id, asked_at, outbox_id)
     VALUES (@bookId, @address, @broadcastId, @at, @outboxId)`,
  ).run(question);
}

export function answerQuestion(db: WritableDb, id: number, answer: 'yes' | 'no', at: number): void {
  db.prepare('UPDATE question SET answer = ?, answered_at = ? WHERE id = ?').run(answer, at, id);
}
