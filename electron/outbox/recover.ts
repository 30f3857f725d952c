import type { WritableDb } from '../database/database.ts';
import { moveMessage } from './transition.ts';

/**
 * What was on the wire when the program ended: nobody heard the answer, so it may or may not have been sent. Run once at start,
 * before anything is claimed. Returns how many texts that were.
 */
export function recoverInterrupted(db: WritableDb, at: number): number {
  const interrupted = db.prepare<[], { id: number }>(`SELECT id FROM outbox WHERE state = 'sending' ORDER BY id`).all();
  for (const { id } of interrupted) {
    db.prepare(`UPDATE part_out SET state = 'unknown' WHERE outbox_id = ? AND state = 'sending'`).run(id);
    moveMessage(db, id, { to: 'unknown', error: 'interrupted' }, at);
  }
  return interrupted.length;
}
