import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { departedAddresses, insertDeparture, type LeftVia } from '../members/departures-store.ts';
import { addressesOf, type MemberRow, memberById, setStatus } from '../members/members-store.ts';
import { cancelQueued } from '../outbox/queue.ts';
import { bookById } from './books-store.ts';

type Reach = 'line_id' | 'mail_address';

/**
 * Gives the book this line, or none. Who has left a book that had the line before has left this one too; its members among them
 * are unsubscribed. Throws `not-found` for a line that is not there and `line-taken` for one another book has.
 */
export function linkLine(db: WritableDb, core: Core, bookId: number, lineId: number | null, at: number): void {
  if (bookById(db, bookId)?.lineId === lineId) return;
  if (lineId !== null) {
    const line = db.prepare<[number], { id: number }>('SELECT id FROM line WHERE id = ?').get(lineId);
    if (!line) throw new Problem('not-found', { what: 'line' });
    if (idOf(db, 'SELECT id FROM book WHERE line_id = ?', lineId) !== null) throw new Problem('line-taken');
  }
  const inherited = lineId === null ? 0 : reach(db, core, bookId, 'line_id', lineId, at);
  db.prepare('UPDATE book SET line_id = ? WHERE id = ?').run(lineId, bookId);
  recordEvent(db, { at, kind: 'line-linked', bookId, lineId, detail: { count: inherited } });
}

/** As `linkLine`, for a mail address in its kept form; throws `mail-address-taken`. */
export function linkMail(db: WritableDb, core: Core, bookId: number, address: string | null, at: number): void {
  if (bookById(db, bookId)?.mailAddress === address) return;
  if (address !== null) {
    if (idOf(db, 'SELECT id FROM book WHERE mail_address = ?', address) !== null)
      throw new Problem('mail-address-taken');
    reach(db, core, bookId, 'mail_address', address, at);
  }
  db.prepare('UPDATE book SET mail_address = ? WHERE id = ?').run(address, bookId);
}

/** A line seen for the first time goes to the only book that never had one. Called whenever a line stands up; returns that book. */
export function lineAppeared(db: WritableDb, core: Core, lineId: number, at: number): number | null {
  const had = idOf(db, 'SELECT book_id AS id FROM book_reach WHERE line_id = ? LIMIT 1', lineId);
  if (had !== null) return null;
  const without = db
    .prepare<[], { id: number }>(
      `SELECT id FROM book WHERE removed_at IS NULL AND NOT EXISTS (
         SELECT 1 FROM book_reach WHERE book_id = book.id AND line_id IS NOT NULL)`,
    )
    .all();
  const [only] = without;
  if (!only || without.length > 1) return null;
  linkLine(db, core, only.id, lineId, at);
  return only.id;
}

/** The only line that no book has, which a new book takes; null where there is none or a choice. */
export function onlyFreeLine(db: ReadableDb): number | null {
  const free = db
    .prepare<[], { id: number }>(
      'SELECT id FROM line WHERE NOT EXISTS (SELECT 1 FROM book WHERE book.line_id = line.id) LIMIT 2',
    )
    .all();
  return free.length === 1 ? (free[0]?.id ?? null) : null;
}

function idOf(db: ReadableDb, sql: string, key: number | string): number | null {
  return db.prepare<[number | string], { id: number }>(sql).get(key)?.id ?? null;
}

interface Theirs {
  id: number;
  at: number;
  message_id: number | null;
  via: LeftVia;
}

/** Writes the reach down and takes over the open departures of all who had it before; returns how many. */
function reach(db: WritableDb, core: Core, bookId: number, column: Reach, value: number | string, at: number): number {
  const theirs = db
    .prepare<[number | string, number, number], Theirs>(
      `SELECT departure.id, departure.at, departure.message_id, departure.via
       FROM book_reach CROSS JOIN departure ON departure.book_id = book_reach.book_id
       WHERE book_reach.${column} = ? AND book_reach.book_id <> ? AND departure.ended_by IS NULL
         AND NOT EXISTS (SELECT 1 FROM departure AS ours WHERE ours.inherited_from = departure.id AND ours.book_id = ?)
       ORDER BY departure.id`,
    )
    .all(value, bookId, bookId);
  for (const departure of theirs) inherit(db, core, bookId, departure, at);
  db.prepare(
    `INSERT INTO book_reach (book_id, ${column}, since) SELECT @bookId, @value, @at
     WHERE NOT EXISTS (SELECT 1 FROM book_reach WHERE book_id = @bookId AND ${column} = @value)`,
  ).run({ bookId, value, at });
  return theirs.length;
}

function inherit(db: WritableDb, core: Core, bookId: number, departure: Theirs, at: number): void {
  const gone = departedAddresses(db, departure.id);
  const members = membersAmong(db, bookId, gone);
  // The person leaves, not the address: with one address of a member of this book all the member's leave.
  const together = new Map(gone.map((each) => [each.key, each.address]));
  for (const member of members) {
    for (const address of addressesOf(member)) together.set(core.addressKey(address), address);
  }
  const wasActive = members.some(({ status, statusBefore }) => (statusBefore ?? status) === 'active');
  for (const member of members) {
    if (member.status === 'blocked') setStatus(db, member.id, 'blocked', 'unsubscribed');
    else setStatus(db, member.id, 'unsubscribed');
    cancelQueued(db, core, bookId, addressesOf(member), at);
  }
  insertDeparture(db, {
    bookId,
    memberId: members[0]?.id ?? null,
    // To a stranger of this book approval applies as to any other.
    wasActive,
    at: departure.at,
    messageId: departure.message_id,
    via: departure.via,
    inheritedFrom: departure.id,
    addresses: [...together].map(([key, address]) => ({ address, key })),
  });
}

function membersAmong(
  db: ReadableDb,
  bookId: number,
  gone: readonly { address: string | null; key: string }[],
): MemberRow[] {
  const ids = new Set<number>();
  for (const { address, key } of gone) {
    const rows = db
      .prepare<{ bookId: number; address: string | null; key: string }[], { id: number }>(
        `SELECT id FROM member WHERE book_id = @bookId AND phone = @address
         UNION SELECT id FROM member WHERE book_id = @bookId AND email = @address
         UNION SELECT id FROM member WHERE book_id = @bookId AND phone_key = @key
         UNION SELECT id FROM member WHERE book_id = @bookId AND email_key = @key`,
      )
      .all({ bookId, address, key });
    for (const { id } of rows) ids.add(id);
  }
  return [...ids].map((id) => memberById(db, id)).filter((member) => member !== null);
}
