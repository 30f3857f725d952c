import type { ReadableDb, WritableDb } from '../database/database.ts';

export type BroadcastStatus = 'scheduled' | 'held' | 'sending' | 'done' | 'cancelled';
export type BroadcastOrigin = 'sms' | 'mail' | 'toolbox';
export type BroadcastChannel = 'auto' | 'sms' | 'mail' | 'both';

/** Who it is for: everyone active where nothing is said; what is said holds together. */
export interface Selection {
  label?: string | undefined;
  search?: string | undefined;
  memberIds?: readonly number[] | undefined;
}

export interface BroadcastRow {
  id: number;
  bookId: number;
  origin: BroadcastOrigin;
  authorAddress: string | null;
  authorUserId: number | null;
  messageId: number | null;
  sentTo: 'members' | 'functionaries';
  text: string;
  subject: string | null;
  channel: BroadcastChannel;
  selection: Selection;
  status: BroadcastStatus;
  heldBecause: string | null;
  at: number | null;
  createdAt: number;
  startedAt: number | null;
  /** Up to here it went or waited by plan. */
  movingUntil: number | null;
  finishedAt: number | null;
}

export interface BroadcastRecord {
  id: number;
  book_id: number;
  origin: BroadcastOrigin;
  author_address: string | null;
  author_user_id: number | null;
  message_id: number | null;
  sent_to: 'members' | 'functionaries';
  text: string;
  subject: string | null;
  channel: BroadcastChannel;
  selection: string;
  status: BroadcastStatus;
  held_because: string | null;
  at: number | null;
  created_at: number;
  started_at: number | null;
  moving_until: number | null;
  finished_at: number | null;
}

export const toBroadcastRow = (record: BroadcastRecord): BroadcastRow => ({
  id: record.id,
  bookId: record.book_id,
  origin: record.origin,
  authorAddress: record.author_address,
  authorUserId: record.author_user_id,
  messageId: record.message_id,
  sentTo: record.sent_to,
  text: record.text,
  subject: record.subject,
  channel: record.channel,
  selection: JSON.parse(record.selection),
  status: record.status,
  heldBecause: record.held_because,
  at: record.at,
  createdAt: record.created_at,
  startedAt: record.started_at,
  movingUntil: record.moving_until,
  finishedAt: record.finished_at,
});

export function broadcastById(db: ReadableDb, id: number): BroadcastRow | null {
  const record = db.prepare<[number], BroadcastRecord>('SELECT * FROM broadcast WHERE id = ?').get(id);
  return record ? toBroadcastRow(record) : null;
}

export function broadcastByRequest(db: ReadableDb, requestId: string): BroadcastRow | null {
  const record = db.prepare<[string], BroadcastRecord>('SELECT * FROM broadcast WHERE request_id = ?').get(requestId);
  return record ? toBroadcastRow(record) : null;
}

/** In order of age. */
export function broadcastsWithStatus(db: ReadableDb, status: 'scheduled' | 'held' | 'sending'): BroadcastRow[] {
  return db
    .prepare<[string], BroadcastRecord>('SELECT * FROM broadcast WHERE status = ? ORDER BY id')
    .all(status)
    .map(toBroadcastRow);
}

export interface NewBroadcast {
  bookId: number;
  origin: BroadcastOrigin;
  authorAddress: string | null;
  authorUserId: number | null;
  messageId: number | null;
  sentTo: 'members' | 'functionaries';
  text: string;
  subject: string | null;
  channel: BroadcastChannel;
  selection: string;
  status: BroadcastStatus;
  heldBecause: string | null;
  at: number | null;
  requestId: string | null;
  createdAt: number;
  finishedAt: number | null;
}

export function insertBroadcast(db: WritableDb, row: NewBroadcast): number {
  const { lastInsertRowid } = db
    .prepare<[NewBroadcast]>(
      `INSERT INTO broadcast (book_id, origin, author_address, author_user_id, message_id, sent_to, text, subject, channel, selection,
         status, held_because, at, request_id, created_at, finished_at)
       VALUES (@bookId, @origin, @authorAddress, @authorUserId, @messageId, @sentTo, @text, @subject, @channel, @selection,
         @status, @heldBecause, @at, @requestId, @createdAt, @finishedAt)`,
    )
    .run(row);
  return Number(lastInsertRowid);
}

/** Its rows may be claimed from `movingUntil` on. */
export function setSending(db: WritableDb, id: number, at: number, movingUntil: number): void {
  db.prepare(
    `UPDATE broadcast SET status = 'sending', held_because = NULL, started_at = ?, moving_until = ?, finished_at = NULL WHERE id = ?`,
  ).run(at, movingUntil, id);
}

export function setHeld(db: WritableDb, id: number, because: string): void {
  db.prepare(`UPDATE broadcast SET status = 'held', held_because = ? WHERE id = ?`).run(because, id);
}

export function setCancelled(db: WritableDb, id: number, at: number): void {
  db.prepare(`UPDATE broadcast SET status = 'cancelled', finished_at = ? WHERE id = ?`).run(at, id);
}

/** Its functionaries are told from then on, unless it is cancelled before. */
export function setAnnounceAt(db: WritableDb, id: number, at: number | null): void {
  db.prepare('UPDATE broadcast SET announce_at = ? WHERE id = ?').run(at, id);
}

/** Let go, past undoing, and not told of yet. */
export function unannounced(db: ReadableDb, at: number): number[] {
  return db
    .prepare<[number], { id: number }>(
      `SELECT id FROM broadcast WHERE announce_at <= ? AND +status IN ('sending', 'done') ORDER BY id`,
    )
    .all(at)
    .map(({ id }) => id);
}
