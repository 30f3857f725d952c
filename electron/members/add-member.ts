import { livingBook } from '../books/books-store.ts';
import type { MemberStatus } from '../contract/fields.ts';
import type { Input } from '../contract/index.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { checkPerson } from './check-person.ts';
import { addLabels } from './labels-store.ts';
import { addressesOf, insertMember, isBlocked, type JoinedBy } from './members-store.ts';

/** A member added by hand: active at once, but blocked where the address is. Throws `not-found` (the book) and as `checkPerson`. */
export function addMember(
  db: WritableDb,
  core: Core,
  typed: Input<'members.add'>,
  userId: number,
): { id: number; status: MemberStatus } {
  const book = livingBook(db, typed.bookId);
  const addresses = checkPerson(db, core, book.id, { phone: typed.phone ?? null, email: typed.email ?? null });
  const person = { name: typed.name ?? '', ...addresses, labels: typed.labels ?? [] };
  const added = addPerson(db, core, book.id, person, 'admin');
  recordEvent(db, { at: core.clock.now(), kind: 'added', bookId: book.id, memberId: added.id, userId });
  return added;
}

/** As `addMember`, for a person whose addresses are checked already. */
export function addPerson(
  db: WritableDb,
  core: Core,
  bookId: number,
  person: { name: string; phone: string | null; email: string | null; labels: readonly string[] },
  joinedBy: JoinedBy,
): { id: number; status: 'active' | 'blocked' } {
  // A block is on the address, with or without a member, and only unblocking lifts it.
  const blocked = addressesOf(person).some((address) => isBlocked(db, core, bookId, address));
  const id = insertMember(db, core, {
    bookId,
    name: person.name.normalize('NFC'),
    phone: person.phone,
    email: person.email,
    status: blocked ? 'blocked' : 'active',
    statusBefore: blocked ? 'active' : null,
    joinedAt: core.clock.now(),
    joinedBy,
    consentMessageId: null,
  });
  addLabels(db, id, person.labels);
  return { id, status: blocked ? 'blocked' : 'active' };
}
