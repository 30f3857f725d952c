import type { ReadableDb, WritableDb } from '../database/database.ts';
import type { Decision } from './decide-inbound.ts';
import type { Sender } from './sender.ts';

export type MessageState = 'incomplete' | 'waiting' | 'decided' | 'unreadable';

export interface MessageRow {
  id: number;
  lineId: number | null;
  bookId: number | null;
  sender: Sender;
  text: string;
  receivedAt: number;
  sentAt: number | null;
  state: MessageState;
}

interface Row {
  id: number;
  line_id: number | null;
  book_id: number | null;
  sender: string;
  sender_kind: Sender['kind'];
  text: string;
  received_at: number;
  sent_at: number | null;
  state: MessageState;
}

const toMessage = (row: Row): MessageRow => ({
  id: row.id,
  lineId: row.line_id,
  bookId: row.book_id,
  sender: { kind: row.sender_kind, address: row.sender },
  text: row.text,
  receivedAt: row.received_at,
  sentAt: row.sent_at,
  state: row.state,
});

export interface NewMessageIn {
  lineId: number;
  bookId: number | null;
  sender: Sender;
  text: string;
  receivedAt: number;
  sentAt: number | null;
  state: Exclude<MessageState, 'decided'>;
  /** Why it cannot be read; null otherwise. */
  reason: string | null;
  concatKey: string | null;
  concatTotal: number | null;
}

export function insertMessage(db: WritableDb, message: NewMessageIn): number {
  const { sender, ...rest } = message;
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO message_in (channel, line_id, book_id, sender, sender_kind, text, received_at, sent_at, state, reason,
         concat_key, concat_total)
       VALUES ('sms', @lineId, @bookId, @address, @kind, @text, @receivedAt, @sentAt, @state, @reason, @concatKey, @concatTotal)
       RETURNING id`,
    )
    .get({ ...rest, ...sender });
  if (!row) throw new Error('A message could not be stored');
  return row.id;
}

export function messageById(db: ReadableDb, id: number): MessageRow | null {
  const row = db.prepare<[number], Row>('SELECT * FROM message_in WHERE id = ?').get(id);
  return row ? toMessage(row) : null;
}

/** Whole texts that nobody has judged; those on a line without a book are among them. */
export function waitingMessages(db: ReadableDb): MessageRow[] {
  return db.prepare<[], Row>("SELECT * FROM message_in WHERE state = 'waiting' ORDER BY id").all().map(toMessage);
}

/** Writes down what was decided; from now on the database lets nobody decide otherwise. */
export function storeDecision(db: WritableDb, id: number, bookId: number, { decision, reason }: Decision, at: number) {
  db.prepare(
    "UPDATE message_in SET state = 'decided', book_id = ?, decision = ?, reason = ?, decided_at = ? WHERE id = ?",
  ).run(bookId, decision, reason, at, id);
}

/** What the parts that are here make of the message. */
export function updateParts(
  db: WritableDb,
  id: number,
  now: { text: string; sentAt: number | null; state: 'incomplete' | 'waiting' },
): void {
  db.prepare('UPDATE message_in SET text = @text, sent_at = @sentAt, state = @state WHERE id = @id').run({
    id,
    ...now,
  });
}

/** Texts that are not whole and that came before `before`, whose functionaries have not been given what there is. */
export function longIncomplete(db: ReadableDb, before: number): MessageRow[] {
  return db
    .prepare<[number], Row>(
      `SELECT * FROM message_in WHERE state = 'incomplete' AND received_at <= ? AND detail ->> '$.told' IS NULL ORDER BY id`,
    )
    .all(before)
    .map(toMessage);
}

export function markTold(db: WritableDb, id: number): void {
  db.prepare("UPDATE message_in SET detail = json_set(detail, '$.told', 1) WHERE id = ?").run(id);
}

/** Has the address asked to join within this time, and not left since? */
export function askedToJoinSince(
  db: ReadableDb,
  bookId: number,
  address: string,
  since: number,
  before: number,
): boolean {
  const newest = db
    .prepare<unknown[], { decision: string }>(
      `SELECT decision FROM message_in
       WHERE sender = @address AND book_id = @bookId AND id <> @before AND decided_at > @since AND decision IN ('pending', 'left')
       ORDER BY decided_at DESC, id DESC LIMIT 1`,
    )
    .get({ address, bookId, since, before });
  return newest?.decision === 'pending';
}

/** Texts to this address of the same decision, answered since then; for what is not answered for ever. */
export function answersSince(
  db: ReadableDb,
  address: string,
  decision: string,
  kind: 'reply' | 'receipt',
  since: number,
): number {
  const row = db
    .prepare<unknown[], { count: number }>(
      `SELECT count(*) AS count FROM outbox JOIN message_in AS message ON message.id = outbox.message_id
       WHERE outbox.recipient = @address AND outbox.created_at > @since AND outbox.kind = @kind AND message.decision = @decision`,
    )
    .get({ address, decision, kind, since });
  return row?.count ?? 0;
}
