import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { closeBroadcast, moveMessage } from '../outbox/transition.ts';
import { type BroadcastRow, broadcastById, setCancelled, setHeld, setSending } from './broadcasts-store.ts';
import { letGo } from './start-broadcast.ts';

/**
 * Sends a held broadcast; one that was under way goes on with those it had not reached. Throws `not-found` and, for one that is
 * not held, `not-held`.
 */
export function releaseHeld(db: WritableDb, core: Core, id: number, at: number): void {
  const broadcast = heldBroadcast(db, id);
  answerQuestions(db, id, at);
  recordEvent(db, { at, kind: 'released', bookId: broadcast.bookId, broadcastId: id });
  if (broadcast.startedAt === null) {
    letGo(db, core, broadcast, at);
  } else {
    setSending(db, id, at, at);
    closeBroadcast(db, id, at);
  }
}

/** Throws a held broadcast away, with what is queued of it. Throws as `releaseHeld`. */
export function dropHeld(db: WritableDb, _core: Pick<Core, 'clock'>, id: number, at: number): void {
  const broadcast = heldBroadcast(db, id);
  recordEvent(db, { at, kind: 'dropped', bookId: broadcast.bookId, broadcastId: id });
  stopBroadcast(db, broadcast, at);
}

/** Cancels what has not gone; a text on the wire is finished. Returns how many were cancelled. */
export function stopBroadcast(db: WritableDb, broadcast: BroadcastRow, at: number): number {
  const rows = db
    .prepare<[number], { id: number }>(
      `SELECT id FROM outbox WHERE broadcast_id = ? AND kind = 'broadcast' AND state = 'queued'`,
    )
    .all(broadcast.id);
  setCancelled(db, broadcast.id, at);
  for (const { id } of rows) moveMessage(db, id, { to: 'cancelled', error: 'stopped' }, at);
  answerQuestions(db, broadcast.id, at);
  return rows.length;
}

/** Keeps back what is left of a broadcast until a person answers. */
export function holdBroadcast(db: WritableDb, broadcast: BroadcastRow, because: string, at: number): void {
  setHeld(db, broadcast.id, because);
  recordEvent(db, { at, kind: 'held', bookId: broadcast.bookId, broadcastId: broadcast.id, reason: because });
}

/** A question that was answered elsewhere: a JA that comes later finds nothing to answer. */
function answerQuestions(db: WritableDb, id: number, at: number): void {
  db.prepare(`UPDATE question SET answer = 'elsewhere', answered_at = ? WHERE broadcast_id = ? AND answer IS NULL`).run(
    at,
    id,
  );
}

function heldBroadcast(db: WritableDb, id: number): BroadcastRow {
  const broadcast = broadcastById(db, id);
  if (!broadcast) throw new Problem('not-found', { id });
  if (broadcast.status !== 'held') throw new Problem('not-held', { id });
  return broadcast;
}
