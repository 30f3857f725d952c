import type { WritableDb } from '../database/database.ts';
import { moveMessage } from '../outbox/transition.ts';

interface QueuedRow {
  id: number;
  broadcast_id: number | null;
  channel: string;
}

/** What is queued to this member at this address. */
function queuedTo(db: WritableDb, memberId: number, address: string): QueuedRow[] {
  return db
    .prepare<[number, string], QueuedRow>(
      `SELECT id, broadcast_id, channel FROM outbox WHERE member_id = ? AND recipient = ? AND state = 'queued'`,
    )
    .all(memberId, address);
}

/** Cancels everything queued to a member who goes, or is kept out; `because` is the closed code that is shown. */
export function cancelQueuedTo(
  db: WritableDb,
  memberId: number,
  addresses: readonly string[],
  because: 'not-member' | 'blocked',
  at: number,
): void {
  for (const address of addresses) {
    for (const { id } of queuedTo(db, memberId, address)) moveMessage(db, id, { to: 'cancelled', error: because }, at);
  }
}

/**
 * What is queued to a member follows to the new address. It is cancelled where there is none any more, and where the same
 * broadcast goes to that address already.
 */
export function moveQueued(db: WritableDb, memberId: number, from: string, to: string | null, at: number): void {
  for (const row of queuedTo(db, memberId, from)) {
    if (to === null || goesThere(db, row, to)) moveMessage(db, row.id, { to: 'cancelled', error: 'not-member' }, at);
    else db.prepare('UPDATE outbox SET recipient = ? WHERE id = ?').run(to, row.id);
  }
}

function goesThere(db: WritableDb, row: QueuedRow, address: string): boolean {
  if (row.broadcast_id === null) return false;
  const same = db
    .prepare<[number, string, string], { id: number }>(
      'SELECT id FROM outbox WHERE broadcast_id = ? AND channel = ? AND recipient = ?',
    )
    .get(row.broadcast_id, row.channel, address);
  return same !== undefined;
}
