import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';

type Keys = Pick<Core, 'addressKey'>;

/** Keeps an address out of the book from now on; nothing changes where it is blocked already. */
export function writeBlock(db: WritableDb, core: Keys, bookId: number, address: string, at: number): void {
  db.prepare(
    `INSERT INTO block (book_id, address, address_key, since) VALUES (?, ?, ?, ?)
     ON CONFLICT (book_id, address_key) WHERE lifted_at IS NULL DO NOTHING`,
  ).run(bookId, address, core.addressKey(address), at);
}

export function liftBlock(db: WritableDb, core: Keys, bookId: number, address: string, at: number): void {
  db.prepare('UPDATE block SET lifted_at = ? WHERE book_id = ? AND address_key = ? AND lifted_at IS NULL').run(
    at,
    bookId,
    core.addressKey(address),
  );
}

/** Blocked addresses that no member has, the newest first; an erased one cannot be shown. */
export function blocksWithoutMember(db: ReadableDb, bookId: number): { address: string; since: number }[] {
  return db
    .prepare<[number], { address: string; since: number }>(
      `SELECT address, since FROM block
       WHERE book_id = ? AND lifted_at IS NULL AND address IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM member WHERE member.book_id = block.book_id AND member.phone = block.address)
         AND NOT EXISTS (SELECT 1 FROM member WHERE member.book_id = block.book_id AND member.email = block.address)
       ORDER BY id DESC`,
    )
    .all(bookId);
}
