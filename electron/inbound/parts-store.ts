import type { ReadableDb, WritableDb } from '../database/database.ts';

export interface PartRow {
  id: number;
  lineId: number;
  hex: string;
  declaredLength: number | null;
  arrivedAt: number;
  /** When its slot was emptied; null while it may lie there still. */
  deletedAt: number | null;
}

interface Row {
  id: number;
  line_id: number;
  hex: string;
  declared_length: number | null;
  arrived_at: number;
  deleted_at: number | null;
}

const toPart = (row: Row): PartRow => ({
  id: row.id,
  lineId: row.line_id,
  hex: row.hex,
  declaredLength: row.declared_length,
  arrivedAt: row.arrived_at,
  deletedAt: row.deleted_at,
});

/** The newest PDU stored with this fingerprint. */
export function partByFingerprint(db: ReadableDb, fingerprint: string): PartRow | null {
  const row = db
    .prepare<[string], Row>('SELECT * FROM part_in WHERE fingerprint = ? ORDER BY arrived_at DESC, id DESC LIMIT 1')
    .get(fingerprint);
  return row ? toPart(row) : null;
}

export interface NewPart {
  lineId: number;
  fingerprint: string;
  hex: string;
  declaredLength: number | null;
  stat: number | null;
  arrivedAt: number;
  deletedAt: number | null;
}

export function insertPart(db: WritableDb, part: NewPart): number {
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO part_in (line_id, fingerprint, hex, declared_length, stat, arrived_at, deleted_at)
       VALUES (@lineId, @fingerprint, @hex, @declaredLength, @stat, @arrivedAt, @deletedAt) RETURNING id`,
    )
    .get(part);
  if (!row) throw new Error('A part could not be stored');
  return row.id;
}

/** The same PDU came once more; `deletedAt` is null where it lies in a slot again. */
export function countCopy(db: WritableDb, id: number, deletedAt: number | null): void {
  db.prepare('UPDATE part_in SET copies = copies + 1, deleted_at = ? WHERE id = ?').run(deletedAt, id);
}

export function markDeleted(db: WritableDb, fingerprint: string, at: number): void {
  db.prepare('UPDATE part_in SET deleted_at = ? WHERE fingerprint = ? AND deleted_at IS NULL').run(at, fingerprint);
}

/** PDUs that are stored and of which nothing has been made yet. */
export function looseParts(db: ReadableDb): PartRow[] {
  return db.prepare<[], Row>("SELECT * FROM part_in WHERE state = 'loose' ORDER BY id").all().map(toPart);
}

/** It is part `sequence` of that message. */
export function joinPart(db: WritableDb, id: number, messageId: number, sequence: number): void {
  db.prepare("UPDATE part_in SET state = 'joined', message_id = ?, sequence = ? WHERE id = ?").run(
    messageId,
    sequence,
    id,
  );
}

/** Nothing more comes of it: a report, or a part that was here already (of that message). */
export function finishPart(db: WritableDb, id: number, messageId: number | null): void {
  db.prepare("UPDATE part_in SET state = 'done', message_id = ? WHERE id = ?").run(messageId, id);
}

export interface JoinedPart {
  sequence: number;
  hex: string;
  declaredLength: number | null;
  arrivedAt: number;
}

/** The parts of a message that are here, in order of sequence. */
export function partsOfMessage(db: ReadableDb, messageId: number): JoinedPart[] {
  return db
    .prepare<[number], JoinedPart>(
      `SELECT sequence, hex, declared_length AS declaredLength, arrived_at AS arrivedAt FROM part_in
       WHERE message_id = ? AND state = 'joined' ORDER BY sequence`,
    )
    .all(messageId);
}

export interface Candidate {
  id: number;
  state: 'incomplete' | 'waiting' | 'decided' | 'unreadable';
  sentAt: number | null;
}

/** Messages on this line whose parts carry the same sender, reference and total; the newest first. */
export function messagesOfConcat(db: ReadableDb, lineId: number, concatKey: string): Candidate[] {
  return db
    .prepare<[string, number], Candidate>(
      `SELECT id, state, sent_at AS sentAt FROM message_in WHERE concat_key = ? AND line_id = ? ORDER BY id DESC LIMIT 50`,
    )
    .all(concatKey, lineId);
}
