import type { MemberStatus } from '../contract/fields.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { searchOf, sortKeyOf } from './fold.ts';

export type JoinedBy = 'sms' | 'mail' | 'link' | 'admin' | 'import';
type Keys = Pick<Core, 'addressKey'>;

export interface MemberRow {
  id: number;
  bookId: number;
  name: string;
  phone: string | null;
  email: string | null;
  status: MemberStatus;
  /** What a blocked member was. */
  statusBefore: 'pending' | 'active' | 'unsubscribed' | null;
  joinedAt: number;
  joinedBy: JoinedBy;
  consentMessageId: number | null;
  /** Left, and then removed by an administrator. */
  removedAt: number | null;
}

/** A departure that the person has not ended. */
export interface OpenDeparture {
  id: number;
  memberId: number | null;
  /** Left while an active member, whom no administrator has removed since: START brings straight back. */
  wasActive: boolean;
  at: number;
}

const MEMBER = `
  SELECT id, book_id AS bookId, name, phone, email, status, status_before AS statusBefore, joined_at AS joinedAt,
    joined_by AS joinedBy, consent_message_id AS consentMessageId, removed_at AS removedAt
  FROM member`;

/** CROSS JOIN: from the address to its departures, never through all departures of a book. */
const DEPARTURE = `
  SELECT departure.id, departure.member_id AS memberId, departure.at,
    departure.was_active AND EXISTS (
      SELECT 1 FROM member WHERE member.id = departure.member_id AND member.removed_at IS NULL) AS wasActive
  FROM `;

export function memberById(db: ReadableDb, id: number): MemberRow | null {
  return db.prepare<[number], MemberRow>(`${MEMBER} WHERE id = ?`).get(id) ?? null;
}

/** The member of the book with this E.164 number or lower-case mail address, whatever the status. */
export function memberByAddress(db: ReadableDb, bookId: number, address: string): MemberRow | null {
  const column = address.includes('@') ? 'email' : 'phone';
  return (
    db.prepare<[number, string], MemberRow>(`${MEMBER} WHERE book_id = ? AND ${column} = ?`).get(bookId, address) ??
    null
  );
}

/** Number and mail, those the member has. */
export function addressesOf(member: { phone: string | null; email: string | null }): string[] {
  return [member.phone, member.email].filter((address) => address !== null);
}

/** Has the administrator blocked this address, with or without a member? An erased one is known by its key. */
export function isBlocked(db: ReadableDb, core: Keys, bookId: number, address: string): boolean {
  const block = db
    .prepare<[number, string, string], { id: number }>(
      'SELECT id FROM block WHERE book_id = ? AND lifted_at IS NULL AND (address = ? OR address_key = ?)',
    )
    .get(bookId, address, core.addressKey(address));
  return block !== undefined || memberByAddress(db, bookId, address)?.status === 'blocked';
}

/**
 * The newest open departure in the book that this address, or the member it belongs to, is part of; null where there is none.
 * Of several, one that was left while active is enough for `wasActive`.
 */
export function openDepartureOf(db: ReadableDb, core: Keys, bookId: number, address: string): OpenDeparture | null {
  const open = openDeparturesOf(db, core, bookId, [address]);
  const [newest] = open;
  return newest ? { ...newest, wasActive: open.some(({ wasActive }) => wasActive) } : null;
}

/** As `openDepartureOf` for several addresses: every open departure that touches them or their members, newest first. */
export function openDeparturesOf(
  db: ReadableDb,
  core: Keys,
  bookId: number,
  addresses: readonly string[],
): OpenDeparture[] {
  const found = new Map<number, OpenDeparture>();
  const add = (rows: (Omit<OpenDeparture, 'wasActive'> & { wasActive: number })[]) => {
    for (const row of rows) found.set(row.id, { ...row, wasActive: row.wasActive === 1 });
  };
  for (const address of addresses) {
    add(
      db
        .prepare<[string, string, number], Omit<OpenDeparture, 'wasActive'> & { wasActive: number }>(
          `${DEPARTURE} departure_address AS gone CROSS JOIN departure ON departure.id = gone.departure_id
           WHERE (gone.address = ? OR gone.address_key = ?) AND departure.book_id = ? AND departure.ended_by IS NULL`,
        )
        .all(address, core.addressKey(address), bookId),
    );
    const member = memberByAddress(db, bookId, address);
    if (!member) continue;
    add(
      db
        .prepare<[number, number], Omit<OpenDeparture, 'wasActive'> & { wasActive: number }>(
          `${DEPARTURE} departure WHERE book_id = ? AND member_id = ? AND ended_by IS NULL`,
        )
        .all(bookId, member.id),
    );
  }
  return [...found.values()].sort((a, b) => b.id - a.id);
}

export interface NewMember {
  bookId: number;
  name: string;
  phone: string | null;
  email: string | null;
  status: MemberStatus;
  statusBefore: 'pending' | 'active' | 'unsubscribed' | null;
  joinedAt: number;
  joinedBy: JoinedBy;
  consentMessageId: number | null;
}

/** Adds a member; the database refuses one who has left and an address that is another member's. Returns the id. */
export function insertMember(db: WritableDb, core: Keys, member: NewMember): number {
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO member (book_id, name, phone, phone_key, email, email_key, status, status_before, joined_at, joined_by,
         consent_message_id, sort_key, search)
       VALUES (@bookId, @name, @phone, @phoneKey, @email, @emailKey, @status, @statusBefore, @joinedAt, @joinedBy,
         @consentMessageId, @sortKey, @search)
       RETURNING id`,
    )
    .get({ ...member, ...derived(core, member) });
  if (!row) throw new Error('A member could not be stored');
  return row.id;
}

/** Writes name and addresses with all that follows from them. */
export function writePerson(
  db: WritableDb,
  core: Keys,
  id: number,
  person: { name: string; phone: string | null; email: string | null },
): void {
  db.prepare(
    `UPDATE member SET name = @name, phone = @phone, phone_key = @phoneKey, email = @email, email_key = @emailKey,
       sort_key = @sortKey, search = @search WHERE id = @id`,
  ).run({ id, name: person.name, phone: person.phone, email: person.email, ...derived(core, person) });
}

/** `before` is what a blocked member was, and null for all others. */
export function setStatus(
  db: WritableDb,
  id: number,
  status: MemberStatus,
  before: 'pending' | 'active' | 'unsubscribed' | null = null,
): void {
  db.prepare('UPDATE member SET status = ?, status_before = ? WHERE id = ?').run(status, before, id);
}

export function deleteMember(db: WritableDb, id: number): void {
  db.prepare('DELETE FROM member_label WHERE member_id = ?').run(id);
  db.prepare('DELETE FROM member WHERE id = ?').run(id);
}

function derived(core: Keys, person: { name: string; phone: string | null; email: string | null }) {
  return {
    phoneKey: person.phone === null ? null : core.addressKey(person.phone),
    emailKey: person.email === null ? null : core.addressKey(person.email),
    sortKey: sortKeyOf(person),
    search: searchOf(person),
  };
}
