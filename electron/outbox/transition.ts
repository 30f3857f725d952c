import type { WritableDb } from '../database/database.ts';
import { type EventKind, recordEvent } from '../log/events.ts';
import type { MessageState } from './outbox-store.ts';

/** What a text in the outbox becomes. `error` is a closed code the screens have words for. */
export type Move =
  | { to: 'sending' }
  /** Again later; `attempt` counts it, `expiresAt` says how long that may go on where nothing said so before. */
  | { to: 'queued'; notBefore: number; error: string; attempt: boolean; expiresAt?: number | null }
  | { to: 'sent' | 'delivered' }
  | { to: 'failed' | 'unknown' | 'cancelled' | 'expired'; error: string; code?: number | null };

/** What the log tells of; `sending` and `queued` are told by the queue itself. */
const events: Partial<Record<MessageState, EventKind>> = {
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  unknown: 'unknown',
  expired: 'failed',
};

interface Moved {
  book_id: number;
  broadcast_id: number | null;
  member_id: number | null;
  state: MessageState;
}

/**
 * The only way a text changes its state: row, event and the status of its broadcast in one. The database refuses what the state
 * graph does not have (`outbox-final`).
 */
export function moveMessage(db: WritableDb, id: number, move: Move, at: number): void {
  const moved = update(db, id, move, at);
  const kind = events[move.to];
  if (kind) {
    recordEvent(db, {
      at,
      kind,
      bookId: moved.book_id,
      broadcastId: moved.broadcast_id,
      memberId: moved.member_id,
      outboxId: id,
      reason: 'error' in move ? move.error : null,
      ...('code' in move && move.code != null ? { detail: { code: move.code } } : {}),
    });
  }
  if (moved.broadcast_id !== null && move.to !== 'sending' && move.to !== 'queued') {
    closeBroadcast(db, moved.broadcast_id, at);
  }
}

function update(db: WritableDb, id: number, move: Move, at: number): Moved {
  const again = move.to === 'queued' ? move : null;
  const moved = db
    .prepare<[Record<string, unknown>], Moved>(
      `UPDATE outbox SET state = @to, state_at = @at, error = @error, attempts = attempts + @attempt,
         not_before = coalesce(@notBefore, not_before), expires_at = coalesce(expires_at, @expiresAt)
       WHERE id = @id RETURNING book_id, broadcast_id, member_id, state`,
    )
    .get({
      id,
      to: move.to,
      at,
      error: 'error' in move ? move.error : null,
      attempt: again?.attempt ? 1 : 0,
      notBefore: again?.notBefore ?? null,
      expiresAt: again?.expiresAt ?? null,
    });
  if (!moved) throw new Error(`Outbox row ${id} is gone`);
  return moved;
}

/** A broadcast that is being sent is done when nothing of it is queued or on the wire. */
export function closeBroadcast(db: WritableDb, broadcastId: number, at: number): void {
  const closed = db
    .prepare<[number, number], { book_id: number }>(
      `UPDATE broadcast SET status = 'done', finished_at = ?
       WHERE id = ? AND status = 'sending'
         AND NOT EXISTS (SELECT 1 FROM outbox WHERE broadcast_id = broadcast.id AND kind = 'broadcast' AND state = 'queued')
         AND NOT EXISTS (SELECT 1 FROM outbox WHERE broadcast_id = broadcast.id AND kind = 'broadcast' AND state = 'sending')
       RETURNING book_id`,
    )
    .get(at, broadcastId);
  if (closed) recordEvent(db, { at, kind: 'finished', bookId: closed.book_id, broadcastId });
}
