import type { NoticeKind } from '../contract/roles.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';

export interface NewNotice {
  bookId: number;
  /** The functionary told. */
  recipient: string;
  kind: NoticeKind;
  messageId: number | null;
  at: number;
  /** Null: beyond the caps, it waits for a digest. */
  outboxId: number | null;
}

export function insertNotice(db: WritableDb, notice: NewNotice): void {
  db.prepare(
    `INSERT INTO notice (book_id, recipient, kind, message_id, created_at, in_digest, outbox_id)
     VALUES (@bookId, @recipient, @kind, @messageId, @at, @outboxId IS NULL, @outboxId)`,
  ).run(notice);
}

/** How many notices of the kind this functionary was sent at once since then. */
export function noticesSince(
  db: ReadableDb,
  bookId: number,
  recipient: string,
  kind: NoticeKind,
  since: number,
): number {
  const row = db
    .prepare<unknown[], { count: number }>(
      `SELECT count(*) AS count FROM notice
       WHERE book_id = @bookId AND kind = @kind AND created_at > @since AND recipient = @recipient AND in_digest = 0`,
    )
    .get({ bookId, recipient, kind, since });
  return row?.count ?? 0;
}

/** How many texts were forwarded at once since then: of this sender, and of the whole book. */
export function forwardsSince(
  db: ReadableDb,
  bookId: number,
  sender: string,
  since: number,
): { ofSender: number; ofBook: number } {
  const row = db
    .prepare<unknown[], { ofSender: number; ofBook: number }>(
      `SELECT count(DISTINCT message.id) FILTER (WHERE message.sender = @sender) AS ofSender,
         count(DISTINCT message.id) AS ofBook
       FROM notice JOIN message_in AS message ON message.id = notice.message_id
       WHERE notice.book_id = @bookId AND notice.kind = 'forward' AND notice.created_at > @since AND notice.in_digest = 0`,
    )
    .get({ bookId, sender, since });
  return row ?? { ofSender: 0, ofBook: 0 };
}

export interface WaitingDigest {
  bookId: number;
  recipient: string;
  kind: NoticeKind;
  count: number;
}

/** What has waited since before `since` for a digest, with all that came after it. */
export function waitingDigests(db: ReadableDb, since: number): WaitingDigest[] {
  return db
    .prepare<[number], WaitingDigest>(
      `SELECT book_id AS bookId, recipient, kind, count(*) AS count FROM notice WHERE outbox_id IS NULL AND in_digest = 1
       GROUP BY book_id, recipient, kind HAVING min(created_at) <= ?`,
    )
    .all(since);
}

/** `outboxId` is the digest they were told in; null for a functionary who is none any more: then they are forgotten. */
export function settleDigest(db: WritableDb, digest: WaitingDigest, outboxId: number | null): void {
  const { bookId, recipient, kind } = digest;
  const waiting = 'book_id = ? AND recipient = ? AND kind = ? AND outbox_id IS NULL AND in_digest = 1';
  if (outboxId === null) db.prepare(`DELETE FROM notice WHERE ${waiting}`).run(bookId, recipient, kind);
  else db.prepare(`UPDATE notice SET outbox_id = ? WHERE ${waiting}`).run(outboxId, bookId, recipient, kind);
}
