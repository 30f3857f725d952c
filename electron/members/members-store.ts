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

const MEMBER_BY_ID = `${MEMBER} WHERE id = ?`;
const MEMBER_BY_PHONE = `${MEMBER} WHERE book_id = ? AND phone = ?`;
const MEMBER_BY_EMAIL = `${MEMBER} WHERE book_id = ? AND email = ?`;

/** Two halves and no join: most people never left, and an import asks two hundred thousand times. */
const DEPARTED_WITH_ADDRESS = `
  SELECT departure_id AS id FROM departure_address WHERE address = ?
  UNION ALL SELECT departure_id FROM departure_address WHERE address_key = ?`;
const DEPARTED_AS_MEMBER = 'SELECT id FROM departure WHERE book_id = ? AND member_id = ?';
const OPEN_DEPARTURE = `
  SELECT id, member_id AS memberId, at,
    was_active AND EXISTS (
      SELECT 1 FROM member WHERE member.id = departure.member_id AND member.removed_at IS NULL) AS wasActive
  FROM departure WHERE id = ? AND book_id = ? AND ended_by IS NULL`;

type DepartureRow = Omit<OpenDeparture, 'wasActive'> & { wasActive: number };

export function memberById(db: ReadableDb, id: number): MemberRow | null {
  return db.prepare<[number], MemberRow>(MEMBER_BY_ID).get(id) ?? null;
}

/** The member of the book with this E.164 number or lower-case mail address, whatever the status. */
export function memberByAddress(db: ReadableDb, bookId: number, address: string): MemberRow | null {
  const sql = address.includes('@') ? MEMBER_BY_EMAIL : MEMBER_BY_PHONE;
  return db.prepare<[number, string], MemberRow>(sql).get(bookId, address) ?? null;
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
  const ids = new Set<number>();
  for (const address of addresses) {
    const gone = db
      .prepare<[string, string], { id: number }>(DEPARTED_WITH_ADDRESS)
      .all(address, core.addressKey(address));
    for (const { id } of gone) ids.add(id);
    const member = memberByAddress(db, bookId, address);
    if (!member) continue;
    const own = db.prepare<[number, number], { id: number }>(DEPARTED_AS_MEMBER).all(bookId, member.id);
    for (const { id } of own) ids.add(id);
  }
  return [...ids]
    .sort((a, b) => b - a)
    .map((id) => db.prepare<[number, number], DepartureRow>(OPEN_DEPARTURE).get(id, bookId))
    .filter((row) => row !== undefined)
    .map((row) => ({ ...row, wasActive: row.wasActive === 1 }));
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
