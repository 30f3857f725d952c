import type { ReadableDb } from '../database/database.ts';

/** Did the same words become, or nearly become, a send-out of the same phone since then? */
export function sameTextSince(db: ReadableDb, bookId: number, address: string, text: string, since: number): boolean {
  const row = db
    .prepare<unknown[], { id: number }>(
      `SELECT id FROM message_in
       WHERE sender = @address AND book_id = @bookId AND received_at > @since AND decision IN ('broadcast', 'held')
         AND trim(text, @blank) = trim(@text, @blank)
       LIMIT 1`,
    )
    .get({ address, bookId, since, text, blank: ' \t\r\n' });
  return row !== undefined;
}

/** Send-outs of the book let go since then, held ones only once they were released; of one author or of all (null). */
export function sendOutsSince(db: ReadableDb, bookId: number, since: number, author: string | null): number {
  const row = db
    .prepare<unknown[], { count: number }>(
      `SELECT count(*) AS count FROM broadcast
       WHERE book_id = @bookId AND sent_to = 'members' AND coalesce(started_at, created_at) > @since
         AND (started_at IS NOT NULL OR status IN ('sending', 'done'))
         AND (@author IS NULL OR author_address = @author)`,
    )
    .get({ bookId, since, author });
  return row?.count ?? 0;
}

/** Was a text forwarded to this functionary since then? */
export function forwardedSince(db: ReadableDb, bookId: number, address: string, since: number): boolean {
  const row = db
    .prepare<unknown[], { id: number }>(
      `SELECT id FROM outbox
       WHERE recipient = @address AND created_at > @since AND book_id = @bookId AND kind = 'forward'
         AND state NOT IN ('cancelled', 'expired', 'failed')
       LIMIT 1`,
    )
    .get({ address, bookId, since });
  return row !== undefined;
}
