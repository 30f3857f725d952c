import type { Channel } from '../contract/fields.ts';
import type { NoticeKind, RoleKind } from '../contract/roles.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';

export interface Functionary {
  /** E.164 or lower-case mail. */
  address: string;
  channel: Channel;
  /** Kinds of notice this one does not want. */
  muted: NoticeKind[];
}

export interface RoleRow {
  id: number;
  bookId: number;
  kind: RoleKind;
  address: string | null;
  userId: number | null;
  muted: NoticeKind[];
}

interface Row {
  id: number;
  book_id: number;
  kind: RoleKind;
  address: string | null;
  user_id: number | null;
  muted: string;
}

const toRole = (row: Row): RoleRow => ({
  id: row.id,
  bookId: row.book_id,
  kind: row.kind,
  address: row.address,
  userId: row.user_id,
  // Written by roles.mute alone, from checked input.
  muted: JSON.parse(row.muted) as NoticeKind[],
});

export function roleById(db: ReadableDb, id: number): RoleRow | null {
  const row = db.prepare<[number], Row>('SELECT * FROM role WHERE id = ?').get(id);
  return row ? toRole(row) : null;
}

/** Everyone with a role in the book, in the order they were given it. */
export function rolesOf(db: ReadableDb, bookId: number): RoleRow[] {
  return db.prepare<[number], Row>('SELECT * FROM role WHERE book_id = ? ORDER BY id').all(bookId).map(toRole);
}

/** May this number, mail address or user start a send-out? Being a member or having access gives it to nobody. */
export function isWriter(db: ReadableDb, bookId: number, who: { address: string } | { userId: number }): boolean {
  const [column, value] = 'address' in who ? ['address', who.address] : ['user_id', who.userId];
  const row = db
    .prepare<[number, string | number], { id: number }>(
      `SELECT id FROM role WHERE book_id = ? AND kind = 'writer' AND ${column} = ?`,
    )
    .get(bookId, value);
  return row !== undefined;
}

/** Who hears what happens in the book. */
export function functionariesOf(db: ReadableDb, bookId: number): Functionary[] {
  return rolesOf(db, bookId).flatMap(({ kind, address, muted }) =>
    kind === 'functionary' && address !== null
      ? [{ address, channel: address.includes('@') ? ('mail' as const) : ('sms' as const), muted }]
      : [],
  );
}

/** This program's own numbers and mail addresses: nobody's, so never a member, a writer or a functionary. */
export function ownAddresses(db: ReadableDb): Set<string> {
  const rows = db
    .prepare<[], { address: string }>(
      `SELECT number AS address FROM line WHERE number IS NOT NULL
       UNION SELECT mail_address FROM book WHERE mail_address IS NOT NULL AND removed_at IS NULL`,
    )
    .all();
  return new Set(rows.map(({ address }) => address));
}

/** Gives a role to an address in its kept form, or to a user; returns its id. */
export function insertRole(
  db: WritableDb,
  role: { bookId: number; kind: RoleKind; address: string | null; userId: number | null; at: number },
): number {
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO role (book_id, kind, address, user_id, created_at) VALUES (@bookId, @kind, @address, @userId, @at) RETURNING id`,
    )
    .get(role);
  if (!row) throw new Error('A role could not be stored');
  return row.id;
}
