import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { type OutboxRecord, toOutboxRow } from '../outbox/outbox-store.ts';
import { sendAgain } from '../outbox/settle.ts';
import { broadcastById } from './broadcasts-store.ts';

/** A new row for everyone it failed for, never for one whose outcome is unknown. Returns how many. Throws `not-found`. */
export function resendFailed(db: WritableDb, core: Core, id: number, userId: number): number {
  const broadcast = broadcastById(db, id);
  if (!broadcast) throw new Problem('not-found', { id });
  const at = core.clock.now();
  const failed = db
    .prepare<[number], OutboxRecord>(
      `SELECT * FROM outbox WHERE broadcast_id = ? AND kind = 'broadcast' AND state = 'failed'
         AND NOT EXISTS (SELECT 1 FROM outbox AS later WHERE later.resend_of = outbox.id)
       ORDER BY id`,
    )
    .all(id)
    .map(toOutboxRow);
  for (const message of failed) sendAgain(db, core, message, at);
  if (failed.length > 0) {
    const { bookId } = broadcast;
    recordEvent(db, { at, kind: 'resent', bookId, broadcastId: id, userId, detail: { count: failed.length } });
  }
  return failed.length;
}
