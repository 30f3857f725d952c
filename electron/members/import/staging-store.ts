import type { ReadableDb, WritableDb } from '../../database/database.ts';
import type { Candidate } from './candidate.ts';

export interface ImportRow {
  id: number;
  bookId: number;
  userId: number | null;
  state: 'staging' | 'applying';
  added: number;
  updated: number;
}

const IMPORT = 'SELECT id, book_id AS bookId, user_id AS userId, state, added, updated FROM import';

export function insertImport(db: WritableDb, bookId: number, userId: number, at: number): number {
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO import (book_id, user_id, at, state) VALUES (?, ?, ?, 'staging') RETURNING id`,
    )
    .get(bookId, userId, at);
  if (!row) throw new Error('An import could not be stored');
  return row.id;
}

/** Null for one whose book was removed meanwhile. */
export function importById(db: ReadableDb, id: number): ImportRow | null {
  return db.prepare<[number], ImportRow>(`${IMPORT} WHERE id = ?`).get(id) ?? null;
}

export function unfinishedImports(db: ReadableDb): ImportRow[] {
  return db.prepare<[], ImportRow>(`${IMPORT} ORDER BY id`).all();
}

/** More than a member's row takes with its part of every index. */
const ROOM_BYTES = 700;

/** `position` is the row's place among those that are taken over. Takes the room on the disk that the member will need. */
export function stage(db: WritableDb, importId: number, position: number, candidate: Candidate): void {
  db.prepare('INSERT INTO import_row (import_id, row, candidate, room) VALUES (?, ?, ?, zeroblob(?))').run(
    importId,
    position,
    JSON.stringify(candidate),
    ROOM_BYTES,
  );
}

export function setApplying(db: WritableDb, importId: number): void {
  db.prepare(`UPDATE import SET state = 'applying' WHERE id = ?`).run(importId);
}

/** The next row to take over; null where none is left. */
export function nextStaged(db: ReadableDb, importId: number): { position: number; candidate: Candidate } | null {
  const row = db
    .prepare<[number], { position: number; candidate: string }>(
      'SELECT row AS position, candidate FROM import_row WHERE import_id = ? ORDER BY row LIMIT 1',
    )
    .get(importId);
  // Written by `stage` alone.
  return row ? { position: row.position, candidate: JSON.parse(row.candidate) as Candidate } : null;
}

/** Gives the room of this row back; part of the transaction that takes it over. */
export function unstage(db: WritableDb, importId: number, position: number): void {
  db.prepare('DELETE FROM import_row WHERE import_id = ? AND row = ?').run(importId, position);
}

/** The row is done with, whatever came of it. */
export function takenOver(db: WritableDb, importId: number, counted: 'added' | 'updated' | null): void {
  if (counted) db.prepare(`UPDATE import SET ${counted} = ${counted} + 1 WHERE id = ?`).run(importId);
}

export function forgetImport(db: WritableDb, importId: number): void {
  db.prepare('DELETE FROM import_row WHERE import_id = ?').run(importId);
  db.prepare('DELETE FROM import WHERE id = ?').run(importId);
}
