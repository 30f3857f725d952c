import type { ReplyKind } from '../contract/books.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { queueMessage } from '../outbox/queue.ts';
import { readSetting } from '../settings/settings-store.ts';
import type { BookRow } from './books-store.ts';
import { replyOf } from './replies.ts';

const HOUR_MS = 3_600_000;
const MOST_REPLIES = 5;

export interface BookReply {
  book: BookRow;
  kind: ReplyKind;
  to: string;
  /** The text it answers; null for what the administrator did. */
  messageId: number | null;
  memberId?: number | null;
  /** Said after the book's own words. */
  also?: string | null;
  /** The first `left` after a real departure is said whatever was said before. */
  uncounted?: boolean;
}

/**
 * Answers with one of the book's replies. No number gets more than five in an hour: the sixth is dropped and shown in the
 * log, for it is most likely a machine.
 */
export function replyTo(db: WritableDb, core: Core, reply: BookReply): void {
  const { book, kind, to, messageId, memberId = null, also = null, uncounted = false } = reply;
  const { on, text } = replyOf(book, kind, readSetting(db, 'club'));
  if (!on) return;
  const at = core.clock.now();
  if (!uncounted && countedReplies(db, to, at - HOUR_MS) >= MOST_REPLIES) {
    recordEvent(db, { at, kind: 'reply-dropped', bookId: book.id, messageId, memberId, reason: kind });
    return;
  }
  queueMessage(db, core, {
    bookId: book.id,
    kind: 'reply',
    reply: kind,
    recipient: to,
    messageId,
    memberId,
    text: also === null ? text : `${text} ${also}`,
  });
}

/** Replies of any book to this address since then; not the `left` that confirmed a departure. */
function countedReplies(db: ReadableDb, address: string, since: number): number {
  const row = db
    .prepare<unknown[], { count: number }>(
      `SELECT count(*) AS count FROM outbox LEFT JOIN message_in AS message ON message.id = outbox.message_id
       WHERE outbox.recipient = @address AND outbox.created_at > @since AND outbox.kind = 'reply' AND outbox.state <> 'cancelled'
         AND NOT (outbox.reply = 'left' AND message.decision IS NOT 'left-again')`,
    )
    .get({ address, since });
  return row?.count ?? 0;
}
