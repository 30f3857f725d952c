import type { Output } from '../contract/index.ts';
import type { ReadableDb } from '../database/database.ts';
import { queueFinishesAt } from '../outbox/summary.ts';
import { waitsForAnswer } from '../outbox/waits-for-answer.ts';
import { type BroadcastRecord, toBroadcastRow } from './broadcasts-store.ts';

type Broadcast = Output<'broadcasts.get'>;
type Recipients = Output<'broadcasts.recipients'>;
type Counts = Broadcast['counts'];

interface ListedRecord extends BroadcastRecord, Counts {
  user_name: string | null;
  member_name: string | null;
}

const counted = (state: keyof Counts) => `count(*) FILTER (WHERE outbox.state = '${state}') AS ${state}`;
/** A text that was said again is counted by what became of the last one. */
const latest = 'NOT EXISTS (SELECT 1 FROM outbox AS later WHERE later.resend_of = outbox.id)';

function readBroadcasts(db: ReadableDb, at: number, which: string, values: Record<string, number>): Broadcast[] {
  const records = db
    .prepare<[Record<string, number>], ListedRecord>(
      `SELECT listed.*, user.name AS user_name,
         (SELECT member.name FROM member WHERE member.book_id = listed.book_id
            AND (member.phone = listed.author_address OR member.email = listed.author_address)) AS member_name,
         ${(['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'cancelled', 'expired'] as const).map(counted).join(', ')}
       FROM (SELECT * FROM broadcast ${which}) AS listed
         LEFT JOIN user ON user.id = listed.author_user_id
         LEFT JOIN outbox ON outbox.broadcast_id = listed.id AND outbox.kind = 'broadcast' AND ${latest}
       GROUP BY listed.id ORDER BY listed.id DESC`,
    )
    .all(values);
  const finishes = new Map<number, number | null>();
  const finishesAt = (bookId: number) => {
    const known = finishes.get(bookId);
    if (known !== undefined) return known;
    const found = queueFinishesAt(db, bookId, at);
    finishes.set(bookId, found);
    return found;
  };
  return records.map((record) => {
    const moves = record.status === 'sending' && isMoving(db, record.id, at);
    return toBroadcast(record, moves ? finishesAt(record.book_id) : null);
  });
}

/** Not when all that is left is to people who may have meant STOPP: an answer takes as long as it takes. */
function isMoving(db: ReadableDb, id: number, at: number): boolean {
  return (
    db
      .prepare<[Record<string, number>], unknown>(
        `SELECT 1 FROM outbox WHERE broadcast_id = @id AND kind = 'broadcast' AND state IN ('queued', 'sending')
           AND NOT ${waitsForAnswer} LIMIT 1`,
      )
      .get({ id, at }) !== undefined
  );
}

function toBroadcast(record: ListedRecord, finishesAt: number | null): Broadcast {
  const row = toBroadcastRow(record);
  const { queued, sending, sent, delivered, failed, unknown, cancelled, expired } = record;
  return {
    id: row.id,
    bookId: row.bookId,
    status: row.status,
    origin: row.origin,
    sentTo: row.sentTo,
    text: row.text,
    subject: row.subject,
    heldBecause: row.heldBecause,
    author: row.authorAddress ?? record.user_name,
    authorName: record.member_name || record.user_name,
    createdAt: row.createdAt,
    at: row.at,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    finishesAt,
    counts: { queued, sending, sent, delivered, failed, unknown, cancelled, expired },
  };
}

export function oneBroadcast(db: ReadableDb, id: number, at: number): Broadcast | null {
  return readBroadcasts(db, at, 'WHERE id = @id', { id })[0] ?? null;
}

/** Newest first. */
export function listBroadcasts(db: ReadableDb, bookId: number, limit: number, at: number): Broadcast[] {
  return readBroadcasts(db, at, 'WHERE book_id = @bookId ORDER BY id DESC LIMIT @limit', { bookId, limit });
}

/** What needs a person comes first: an unknown outcome, then what did not arrive. */
const NEEDS_A_PERSON_FIRST = `CASE outbox.state WHEN 'unknown' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END`;

/** Everyone of one broadcast with what became of the last text to them: the unknown, the failed, then all by name. */
export function recipientsOf(
  db: ReadableDb,
  { id, state, limit, offset }: { id: number; state?: string | undefined; limit: number; offset: number },
  at: number,
): Recipients {
  const from = `FROM outbox LEFT JOIN member ON member.id = outbox.member_id
    WHERE outbox.broadcast_id = @id AND outbox.kind = 'broadcast' AND ${latest} AND (@state IS NULL OR outbox.state = @state)`;
  const values = { id, state: state ?? null, limit, offset, at };
  const total = db
    .prepare<[Omit<typeof values, 'at'>], { total: number }>(`SELECT count(*) AS total ${from}`)
    .get(values);
  const items = db
    .prepare<[typeof values], Recipients['items'][number]>(
      `SELECT outbox.id AS outboxId, outbox.member_id AS memberId, coalesce(member.name, '') AS name, outbox.recipient AS "to",
         outbox.channel, outbox.state, outbox.state_at AS at,
         CASE WHEN ${waitsForAnswer} THEN 'near-stop' ELSE outbox.error END AS error
       ${from} ORDER BY ${NEEDS_A_PERSON_FIRST}, member.sort_key, outbox.id LIMIT @limit OFFSET @offset`,
    )
    .all(values);
  return { total: total?.total ?? 0, items };
}
