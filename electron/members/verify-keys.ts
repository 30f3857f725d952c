import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { parseMail } from './address.ts';

/** A member whose stored key or form does not fit the address: it may be somebody else's, even one's who left. */
export interface Suspicious {
  bookId: number;
  memberId: number;
}

interface KeyedRow {
  id: number;
  book_id: number;
  phone: string | null;
  phone_key: string | null;
  email: string | null;
  email_key: string | null;
}

/** So many are looked at before other work gets its turn; a few milliseconds. */
const BITE = 500;
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Recomputes every key, at start: who is found is shown (`key-mismatch`) and sent nothing until seen to. A departure whose plain
 * address and key differ keeps both away, and needs nobody. Returns those found.
 */
export async function verifyKeys(core: Core): Promise<Suspicious[]> {
  const found: Suspicious[] = [];
  let after = 0;
  for (;;) {
    const rows = core.database.read
      .prepare<[number, number], KeyedRow>(
        'SELECT id, book_id, phone, phone_key, email, email_key FROM member WHERE id > ? ORDER BY id LIMIT ?',
      )
      .all(after, BITE);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    for (const row of rows) if (!fits(core, row)) found.push({ bookId: row.book_id, memberId: row.id });
    await nextTurn();
  }
  if (found.length > 0) {
    core.database.write(['todos', 'members'], (db) => {
      for (const suspicious of found) showMismatch(db, suspicious, core.clock.now());
    });
  }
  return found;
}

/** The cheap form, for the one who is about to be sent to. False for a member who is not there. */
export function keysFit(db: ReadableDb, core: Pick<Core, 'addressKey'>, memberId: number): boolean {
  const row = db
    .prepare<[number], KeyedRow>('SELECT id, book_id, phone, phone_key, email, email_key FROM member WHERE id = ?')
    .get(memberId);
  return row !== undefined && fits(core, row);
}

/** Shows the member to the secretary, once. */
export function showMismatch(db: WritableDb, { bookId, memberId }: Suspicious, at: number): void {
  db.prepare(
    `INSERT INTO todo (book_id, kind, member_id, created_at)
     SELECT @bookId, 'key-mismatch', @memberId, @at
     WHERE NOT EXISTS (SELECT 1 FROM todo WHERE kind = 'key-mismatch' AND member_id = @memberId AND done_at IS NULL)`,
  ).run({ bookId, memberId, at });
}

function fits(core: Pick<Core, 'addressKey'>, row: KeyedRow): boolean {
  const phone = row.phone === null || (E164.test(row.phone) && row.phone_key === core.addressKey(row.phone));
  const email =
    row.email === null || (parseMail(row.email) === row.email && row.email_key === core.addressKey(row.email));
  return phone && email;
}
