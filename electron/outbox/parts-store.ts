import type { ReadableDb, WritableDb } from '../database/database.ts';
import type { PartState } from './outbox-store.ts';

/** Written before the wire is touched: from here on the part may have left. */
export function insertPart(
  db: WritableDb,
  part: { outboxId: number; sequence: number; lineId: number; concatReference: number | null; at: number },
): void {
  db.prepare(
    `INSERT INTO part_out (outbox_id, sequence, line_id, state, concat_reference, submitted_at)
     VALUES (@outboxId, @sequence, @lineId, 'sending', @concatReference, @at)`,
  ).run(part);
}

export function settlePart(
  db: WritableDb,
  outboxId: number,
  sequence: number,
  part: { state: PartState; reference: number | null; status: number | null; at: number },
): void {
  db.prepare(
    'UPDATE part_out SET state = @state, reference = @reference, status = @status, settled_at = @at WHERE outbox_id = @outboxId AND sequence = @sequence',
  ).run({ ...part, outboxId, sequence });
}

/** The part was not taken: nothing of it left, and the next try is a new one. */
export function forgetPart(db: WritableDb, outboxId: number, sequence: number): void {
  db.prepare('DELETE FROM part_out WHERE outbox_id = ? AND sequence = ?').run(outboxId, sequence);
}

/**
 * The reference of the latest long text to this recipient, null where there is none. Telephones join parts by it, so the next long
 * text needs another one (TS 23.040 §9.2.3.24.1).
 */
export function latestConcatReference(db: ReadableDb, recipient: string): number | null {
  const row = db
    .prepare<[string], { concat_reference: number }>(
      `SELECT part_out.concat_reference FROM outbox JOIN part_out ON part_out.outbox_id = outbox.id
       WHERE outbox.recipient = ? AND part_out.concat_reference IS NOT NULL ORDER BY outbox.created_at DESC, outbox.id DESC LIMIT 1`,
    )
    .get(recipient);
  return row?.concat_reference ?? null;
}
