import type { DecisionKind, InboxItem } from '../contract/inbound.ts';
import type { Output } from '../contract/index.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';

/** A long text may be on its way for this long before anyone is shown half of it. */
const SHOWN_AFTER_MS = 15 * 60_000;

interface Row {
  id: number;
  bookId: number | null;
  channel: 'sms' | 'mail';
  sender: string;
  name: string | null;
  memberId: number | null;
  text: string;
  receivedAt: number;
  sentAt: number | null;
  state: InboxItem['state'];
  decision: DecisionKind | null;
  reason: string | null;
  partsHere: number;
  partsTotal: number;
  seenAt: number | null;
}

/** A text on a line belongs to the line's book before it is judged, too. */
const BOOK = 'coalesce(message.book_id, line_book.id)';

const FROM = `
  FROM message_in AS message
  LEFT JOIN book AS line_book ON line_book.line_id = message.line_id AND line_book.removed_at IS NULL`;

/** What a person should look at: not sent on, not understood, or not whole after a while. */
const NOTABLE = `(
  message.state IN ('unreadable', 'waiting')
  OR (message.state = 'incomplete' AND message.received_at <= @shownBefore)
  OR message.decision IN ('forwarded', 'inbox-only', 'near-stop', 'blocked-start', 'stored')
  OR (message.decision IN ('joined', 'pending') AND message.reason = 'any-text'))`;

export interface InboxQuery {
  bookId: number | null;
  all: boolean;
  unseen: boolean;
  limit: number;
}

/** Newest first. */
export function listInbox(db: ReadableDb, query: InboxQuery, at: number): InboxItem[] {
  return db
    .prepare<unknown[], Row>(
      `SELECT message.id, ${BOOK} AS bookId, message.channel, message.sender, member.name, member.id AS memberId,
         message.text, message.received_at AS receivedAt, message.sent_at AS sentAt, message.state, message.decision,
         message.reason, message.seen_at AS seenAt, coalesce(message.concat_total, 1) AS partsTotal,
         CASE WHEN message.concat_total IS NULL THEN 1
           ELSE (SELECT count(*) FROM part_in WHERE message_id = message.id AND state = 'joined') END AS partsHere
       ${FROM}
       LEFT JOIN member ON member.book_id = ${BOOK} AND message.sender <> '' AND message.sender IN (member.phone, member.email)
       WHERE (@bookId IS NULL OR ${BOOK} = @bookId) AND (@all OR ${NOTABLE}) AND (NOT @unseen OR message.seen_at IS NULL)
       ORDER BY message.id DESC LIMIT @limit`,
    )
    .all({
      bookId: query.bookId,
      all: query.all ? 1 : 0,
      unseen: query.unseen ? 1 : 0,
      limit: query.limit,
      shownBefore: at - SHOWN_AFTER_MS,
    })
    .map(({ sender, name, seenAt, ...item }) => ({
      ...item,
      from: sender,
      name: name || null,
      seen: seenAt !== null,
    }));
}

export function countUnseen(db: ReadableDb, bookId: number | null, at: number): number {
  const row = db
    .prepare<unknown[], { count: number }>(
      `SELECT count(*) AS count ${FROM}
       WHERE (@bookId IS NULL OR ${BOOK} = @bookId) AND ${NOTABLE} AND message.seen_at IS NULL`,
    )
    .get({ bookId, shownBefore: at - SHOWN_AFTER_MS });
  return row?.count ?? 0;
}

export function markSeen(db: WritableDb, ids: readonly number[], at: number): void {
  for (const id of ids) db.prepare('UPDATE message_in SET seen_at = ? WHERE id = ? AND seen_at IS NULL').run(at, id);
}

/** Both directions with one address, newest first. */
export function conversationWith(
  db: ReadableDb,
  bookId: number,
  address: string,
  limit: number,
): Output<'inbound.conversation'> {
  return db
    .prepare<unknown[], Output<'inbound.conversation'>[number]>(
      `SELECT received_at AS at, 'in' AS direction, text, state, decision, reason, NULL AS kind, message.id
       ${FROM} WHERE ${BOOK} = @bookId AND message.sender = @address
       UNION ALL
       SELECT created_at AS at, 'out' AS direction, text, state, NULL AS decision, error AS reason, kind, id
       FROM outbox WHERE book_id = @bookId AND recipient = @address
       ORDER BY at DESC, direction, id DESC LIMIT @limit`,
    )
    .all({ bookId, address, limit });
}
