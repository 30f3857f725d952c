import type { ReadableDb, WritableDb } from '../database/database.ts';
import type { SimIdentity } from '../modem/line.ts';

export interface LineRow {
  id: number;
  simKey: string | null;
  imsi: string | null;
  port: string | null;
  number: string | null;
  practice: boolean;
  /** When the network refused the account of the SIM; null once somebody has resumed. */
  refusedAt: number | null;
}

interface Row {
  id: number;
  sim_key: string | null;
  imsi: string | null;
  port: string | null;
  number: string | null;
  practice: number;
  refused_at: number | null;
}

const toLine = (row: Row): LineRow => ({
  id: row.id,
  simKey: row.sim_key,
  imsi: row.imsi,
  port: row.port,
  number: row.number,
  practice: row.practice === 1,
  refusedAt: row.refused_at,
});

export function lineById(db: ReadableDb, id: number): LineRow | null {
  const row = db.prepare<[number], Row>('SELECT * FROM line WHERE id = ?').get(id);
  return row ? toLine(row) : null;
}

export function allLines(db: ReadableDb): LineRow[] {
  return db.prepare<[], Row>('SELECT * FROM line ORDER BY id').all().map(toLine);
}

/** The line that stood on this port last, or a new one whose SIM is not known yet. */
export function lineOnPort(
  db: WritableDb,
  port: string,
  practice: boolean,
  at: number,
): { line: LineRow; isNew: boolean } {
  const known = db.prepare<[string], Row>('SELECT * FROM line WHERE port = ? ORDER BY id DESC LIMIT 1').get(port);
  if (known) return { line: toLine(known), isNew: false };
  const row = db
    .prepare<[string, number, number], Row>(
      'INSERT INTO line (port, practice, first_seen_at) VALUES (?, ?, ?) RETURNING *',
    )
    .get(port, practice ? 1 : 0, at);
  if (!row) throw new Error('A line could not be stored');
  return { line: toLine(row), isNew: true };
}

/**
 * The line this SIM is, given the row its port stood for until now: that row itself while its SIM was unknown (or known only by
 * its modem), the row the SIM had elsewhere, or a new one when another SIM sits in the port. `merged` is the row that stood for
 * this SIM until it said that it has one already.
 */
export function lineOfSim(
  db: WritableDb,
  standing: LineRow,
  sim: SimIdentity,
  at: number,
): { line: LineRow; isNew: boolean; merged: number | null } {
  // A SIM that still waits for its PIN may not tell who it is: then the port stands for what it stood for before.
  if (sim.iccid === null && (standing.simKey !== null || sim.imsi === null))
    return { line: standing, isNew: false, merged: null };
  const key = sim.iccid ?? sim.key;
  const known = db.prepare<[string], Row>('SELECT * FROM line WHERE sim_key = ?').get(key);
  if (!known && (standing.simKey === null || standing.simKey.startsWith('imei:'))) {
    db.prepare('UPDATE line SET sim_key = ?, imsi = ? WHERE id = ?').run(key, sim.imsi, standing.id);
    return { line: { ...standing, simKey: key, imsi: sim.imsi }, isNew: false, merged: null };
  }
  if (known?.id === standing.id) {
    db.prepare('UPDATE line SET imsi = coalesce(?, imsi) WHERE id = ?').run(sim.imsi, standing.id);
    return { line: standing, isNew: false, merged: null };
  }
  db.prepare('UPDATE line SET port = NULL WHERE id = ?').run(standing.id);
  if (known) {
    db.prepare('UPDATE line SET port = ?, imsi = coalesce(?, imsi) WHERE id = ?').run(
      standing.port,
      sim.imsi,
      known.id,
    );
    const merged = stoodForNoSim(db, standing) ? standing.id : null;
    return { line: { ...toLine(known), port: standing.port }, isNew: false, merged };
  }
  const row = db
    .prepare<[string, string | null, string | null, number, number], Row>(
      'INSERT INTO line (sim_key, imsi, port, practice, first_seen_at) VALUES (?, ?, ?, ?, ?) RETURNING *',
    )
    .get(key, sim.imsi, standing.port, standing.practice ? 1 : 0, at);
  if (!row) throw new Error('A line could not be stored');
  return { line: toLine(row), isNew: true, merged: null };
}

/** Whether the row was only a port: no SIM of it ever said who it is, and no text went through it. */
function stoodForNoSim(db: ReadableDb, { id, simKey }: LineRow): boolean {
  if (simKey !== null) return false;
  const row = db
    .prepare<{ id: number }[], { used: number }>(
      `SELECT EXISTS (SELECT 1 FROM part_in WHERE line_id = @id) OR EXISTS (SELECT 1 FROM message_in WHERE line_id = @id)
         OR EXISTS (SELECT 1 FROM part_out WHERE line_id = @id) AS used`,
    )
    .get({ id });
  return row?.used === 0;
}

export function setNumber(db: WritableDb, id: number, number: string | null): void {
  db.prepare('UPDATE line SET number = ? WHERE id = ?').run(number, id);
}

/** A row that stood only for a port whose SIM turned out to be known already; no book and no text may point to it. */
export function forgetLine(db: WritableDb, id: number): void {
  db.prepare('DELETE FROM book_reach WHERE line_id = ?').run(id);
  db.prepare('DELETE FROM line WHERE id = ?').run(id);
}
