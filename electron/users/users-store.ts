import type { ReadableDb, WritableDb } from '../database/database.ts';

export interface UserRow {
  id: number;
  name: string;
  createdAt: number;
}

const USER = 'SELECT id, name, created_at AS createdAt FROM user WHERE removed_at IS NULL';

/** A user of the toolbox, unless removed. */
export function userById(db: ReadableDb, id: number): UserRow | null {
  return db.prepare<[number], UserRow>(`${USER} AND id = ?`).get(id) ?? null;
}

export function listUserRows(db: ReadableDb): UserRow[] {
  return db.prepare<[], UserRow>(`${USER} ORDER BY id`).all();
}

export function insertUser(db: WritableDb, name: string, at: number): number {
  const row = db
    .prepare<[string, number], { id: number }>('INSERT INTO user (name, created_at) VALUES (?, ?) RETURNING id')
    .get(name, at);
  if (!row) throw new Error('A user could not be stored');
  return row.id;
}
