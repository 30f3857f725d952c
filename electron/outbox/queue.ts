import type { ReplyKind } from '../contract/books.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { planText } from '../modem/pdu/plan.ts';
import { insertOutbox } from './outbox-store.ts';
import { type MessageKind, rankOf } from './rank.ts';
import { moveMessage } from './transition.ts';

export interface NewMessage {
  bookId: number;
  kind: MessageKind;
  /** E.164 or lower-case mail; the channel follows from it. */
  recipient: string;
  /** As it arrives, header and footer included. */
  text: string;
  /** Which of the book's replies it is. */
  reply?: ReplyKind;
  broadcastId?: number;
  memberId?: number | null;
  /** What it answers or hands on. */
  messageId?: number | null;
  /** Epoch milliseconds, as the next. */
  notBefore?: number;
  expiresAt?: number | null;
  /** The row it says again; at most one row can. */
  resendOf?: number;
  /** How many SMS the text takes, where the caller has counted; else it is counted here. */
  parts?: number;
}

/** Puts one text in the outbox; the worker of its line takes it after the commit. Returns the row's id. */
export function queueMessage(db: WritableDb, core: Pick<Core, 'clock'>, message: NewMessage): number {
  const channel = message.recipient.includes('@') ? 'mail' : 'sms';
  return insertOutbox(db, {
    bookId: message.bookId,
    broadcastId: message.broadcastId ?? null,
    memberId: message.memberId ?? null,
    messageId: message.messageId ?? null,
    kind: message.kind,
    reply: message.reply ?? null,
    rank: rankOf(message.kind, message.reply ?? null),
    channel,
    recipient: message.recipient,
    text: message.text,
    parts: channel === 'mail' ? 1 : (message.parts ?? planText(message.text).parts.length),
    notBefore: message.notBefore ?? 0,
    expiresAt: message.expiresAt ?? null,
    resendOf: message.resendOf ?? null,
    at: core.clock.now(),
  });
}

/**
 * Cancels what is queued to these addresses in this book of broadcasts, and of replies that a departure makes untrue: a welcome
 * must not be the last that one who left reads. A text that is on the wire is finished. Returns how many rows that were.
 */
export function cancelQueued(
  db: WritableDb,
  _core: Pick<Core, 'clock'>,
  bookId: number,
  addresses: readonly string[],
  at: number,
): number {
  let cancelled = 0;
  for (const address of addresses) {
    const rows = db
      .prepare<[string, number], { id: number }>(
        `SELECT id FROM outbox WHERE recipient = ? AND +book_id = ? AND state = 'queued'
           AND (kind = 'broadcast' OR reply IN ('joined', 'already', 'pending', 'approved'))`,
      )
      .all(address, bookId);
    for (const { id } of rows) moveMessage(db, id, { to: 'cancelled', error: 'has-left' }, at);
    cancelled += rows.length;
  }
  return cancelled;
}
