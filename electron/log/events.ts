import type { WritableDb } from '../database/database.ts';

/** What can have happened. Written once; people, texts and lines by id only. */
export const eventKinds = [
  'book-created',
  'book-changed',
  'book-removed',
  'line-linked',
  'line-seen',
  'received',
  'joined',
  'pending',
  'left',
  'approved',
  'declined',
  'added',
  'edited',
  'removed',
  'blocked',
  'unblocked',
  'imported',
  'exported',
  'role-added',
  'role-removed',
  'broadcast',
  'held',
  'released',
  'dropped',
  'cancelled',
  'finished',
  'reply-dropped',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'settled',
  'resent',
  'paused',
  'resumed',
  'todo-answered',
  'started',
  'stopped',
  'clock-back',
  'clock-confirmed',
  'setting-changed',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface NewEvent {
  at: number;
  kind: EventKind;
  bookId?: number | null;
  memberId?: number | null;
  messageId?: number | null;
  broadcastId?: number | null;
  outboxId?: number | null;
  lineId?: number | null;
  userId?: number | null;
  /** A closed code. */
  reason?: string | null;
  /** Counts and codes; never a name, an address or a text. */
  detail?: Record<string, number | string | boolean>;
}

/** Appends one event; part of the transaction that does what it tells of. */
export function recordEvent(db: WritableDb, event: NewEvent): void {
  db.prepare(
    `INSERT INTO event (at, kind, book_id, member_id, message_id, broadcast_id, outbox_id, line_id, user_id, reason, detail)
     VALUES (@at, @kind, @bookId, @memberId, @messageId, @broadcastId, @outboxId, @lineId, @userId, @reason, @detail)`,
  ).run({
    bookId: null,
    memberId: null,
    messageId: null,
    broadcastId: null,
    outboxId: null,
    lineId: null,
    userId: null,
    reason: null,
    ...event,
    detail: JSON.stringify(event.detail ?? {}),
  });
}
