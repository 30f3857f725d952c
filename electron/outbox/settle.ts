import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { type OutboxRow, outboxById, partsOf } from './outbox-store.ts';
import { queueMessage } from './queue.ts';
import { moveMessage } from './transition.ts';

export type Verdict = 'sent' | 'resend' | 'dropped';

/**
 * A person says what became of a text whose outcome is unknown, or wants it sent again as a new row. Throws `not-found`, and for a
 * text that is not unknown `not-unknown`, or `already-settled` where that was said before.
 */
export function settleUnknown(
  db: WritableDb,
  core: Core,
  { id, as, userId }: { id: number; as: Verdict; userId: number | null },
): void {
  const at = core.clock.now();
  const message = outboxById(db, id);
  if (!message) throw new Problem('not-found', { id });
  if (message.state !== 'unknown') throw new Problem(wasSettled(db, id) ? 'already-settled' : 'not-unknown', { id });
  const { bookId, broadcastId, memberId } = message;
  recordEvent(db, {
    at,
    kind: as === 'resend' ? 'resent' : 'settled',
    bookId,
    broadcastId,
    memberId,
    outboxId: id,
    userId,
    reason: as,
  });
  if (as === 'sent') {
    db.prepare(`UPDATE part_out SET state = 'sent', settled_at = ? WHERE outbox_id = ? AND state = 'unknown'`).run(
      at,
      id,
    );
    moveMessage(db, id, { to: 'sent' }, at);
    return;
  }
  moveMessage(db, id, { to: 'cancelled', error: as === 'resend' ? 'resent' : 'dropped' }, at);
  if (as === 'resend') sendAgain(db, core, message, at);
}

/** A new row for the same text to the same person; a long text goes on after the parts that are known to have arrived. */
export function sendAgain(db: WritableDb, core: Core, message: OutboxRow, at: number): number {
  const id = queueMessage(db, core, {
    bookId: message.bookId,
    kind: message.kind,
    recipient: message.recipient,
    text: message.text,
    parts: message.parts,
    memberId: message.memberId,
    messageId: message.messageId,
    resendOf: message.id,
    ...(message.broadcastId === null ? {} : { broadcastId: message.broadcastId }),
  });
  const arrived = partsOf(db, message.id).filter(({ state }) => state === 'sent' || state === 'delivered');
  for (const { sequence } of arrived) {
    // Without the reference: a report about the first copy is that row's.
    db.prepare(
      `INSERT INTO part_out (outbox_id, sequence, line_id, state, concat_reference, submitted_at, settled_at, status)
       SELECT ?, sequence, line_id, state, concat_reference, submitted_at, settled_at, status FROM part_out
       WHERE outbox_id = ? AND sequence = ?`,
    ).run(id, message.id, sequence);
  }
  if (message.broadcastId !== null && message.kind === 'broadcast') {
    db.prepare(
      `UPDATE broadcast SET status = 'sending', moving_until = ?, finished_at = NULL WHERE id = ? AND status IN ('done', 'cancelled')`,
    ).run(at, message.broadcastId);
  }
  return id;
}

function wasSettled(db: WritableDb, id: number): boolean {
  return db.prepare(`SELECT 1 FROM event WHERE outbox_id = ? AND kind IN ('settled', 'resent')`).get(id) !== undefined;
}
