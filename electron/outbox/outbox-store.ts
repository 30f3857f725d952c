import type { Channel } from '../contract/fields.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import type { MessageKind } from './rank.ts';

export type MessageState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'cancelled' | 'expired';

/** One recipient of one text by one channel. */
export interface OutboxRow {
  id: number;
  bookId: number;
  broadcastId: number | null;
  memberId: number | null;
  kind: MessageKind;
  channel: Channel;
  recipient: string;
  text: string;
  parts: number;
  state: MessageState;
  attempts: number;
  error: string | null;
  notBefore: number;
  expiresAt: number | null;
  resendOf: number | null;
  messageId: number | null;
  reply: string | null;
  createdAt: number;
  stateAt: number;
}

export interface OutboxRecord {
  id: number;
  book_id: number;
  broadcast_id: number | null;
  member_id: number | null;
  kind: MessageKind;
  channel: Channel;
  recipient: string;
  text: string;
  parts: number;
  state: MessageState;
  attempts: number;
  error: string | null;
  not_before: number;
  expires_at: number | null;
  resend_of: number | null;
  message_id: number | null;
  reply: string | null;
  created_at: number;
  state_at: number;
}

export const toOutboxRow = (record: OutboxRecord): OutboxRow => ({
  id: record.id,
  bookId: record.book_id,
  broadcastId: record.broadcast_id,
  memberId: record.member_id,
  kind: record.kind,
  channel: record.channel,
  recipient: record.recipient,
  text: record.text,
  parts: record.parts,
  state: record.state,
  attempts: record.attempts,
  error: record.error,
  notBefore: record.not_before,
  expiresAt: record.expires_at,
  resendOf: record.resend_of,
  messageId: record.message_id,
  reply: record.reply,
  createdAt: record.created_at,
  stateAt: record.state_at,
});

export function outboxById(db: ReadableDb, id: number): OutboxRow | null {
  const record = db.prepare<[number], OutboxRecord>('SELECT * FROM outbox WHERE id = ?').get(id);
  return record ? toOutboxRow(record) : null;
}

export interface NewOutboxRow {
  bookId: number;
  broadcastId: number | null;
  memberId: number | null;
  messageId: number | null;
  kind: MessageKind;
  reply: string | null;
  rank: number;
  channel: Channel;
  recipient: string;
  text: string;
  parts: number;
  notBefore: number;
  expiresAt: number | null;
  resendOf: number | null;
  at: number;
}

/** Every row is born `queued`. */
export function insertOutbox(db: WritableDb, row: NewOutboxRow): number {
  const { lastInsertRowid } = db
    .prepare<[NewOutboxRow]>(
      `INSERT INTO outbox (book_id, broadcast_id, member_id, message_id, kind, reply, rank, channel, recipient, text, parts,
         state, not_before, expires_at, resend_of, created_at, state_at)
       VALUES (@bookId, @broadcastId, @memberId, @messageId, @kind, @reply, @rank, @channel, @recipient, @text, @parts,
         'queued', @notBefore, @expiresAt, @resendOf, @at, @at)`,
    )
    .run(row);
  return Number(lastInsertRowid);
}

export type PartState = 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown';

/** One PDU of a text. */
export interface PartRow {
  sequence: number;
  lineId: number;
  state: PartState;
  concatReference: number | null;
  /** TP-MR as the modem told it, or as an early status report named it. */
  reference: number | null;
  submittedAt: number;
  /** TP-ST of the last status report. */
  status: number | null;
}

interface PartRecord {
  sequence: number;
  line_id: number;
  state: PartState;
  concat_reference: number | null;
  reference: number | null;
  submitted_at: number;
  status: number | null;
}

/** In order of sequence; parts that are yet to go have no row. */
export function partsOf(db: ReadableDb, outboxId: number): PartRow[] {
  return db
    .prepare<[number], PartRecord>('SELECT * FROM part_out WHERE outbox_id = ? ORDER BY sequence')
    .all(outboxId)
    .map((record) => ({
      sequence: record.sequence,
      lineId: record.line_id,
      state: record.state,
      concatReference: record.concat_reference,
      reference: record.reference,
      submittedAt: record.submitted_at,
      status: record.status,
    }));
}

export interface OutboxFilter {
  bookId?: number | undefined;
  broadcastId?: number | undefined;
  state?: string | undefined;
  limit: number;
}

/** Newest first. */
export function listOutbox(db: ReadableDb, { bookId, broadcastId, state, limit }: OutboxFilter): OutboxRow[] {
  const conditions = [
    ...(bookId === undefined ? [] : ['book_id = @bookId']),
    ...(broadcastId === undefined ? [] : ['broadcast_id = @broadcastId']),
    ...(state === undefined ? [] : ['state = @state']),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return db
    .prepare<[Record<string, unknown>], OutboxRecord>(`SELECT * FROM outbox ${where} ORDER BY id DESC LIMIT @limit`)
    .all({ bookId, broadcastId, state, limit })
    .map(toOutboxRow);
}
