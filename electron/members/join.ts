import type { BookRow } from '../books/books-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { departedAddresses, endDeparture } from './departures-store.ts';
import {
  insertMember,
  isBlocked,
  type MemberRow,
  memberByAddress,
  openDepartureOf,
  openDeparturesOf,
  setStatus,
  writePerson,
} from './members-store.ts';

export interface Joining {
  book: BookRow;
  /** E.164 or lower-case mail. */
  address: string;
  /** Their words, stored and decided as `joined` or `pending`. */
  messageId: number;
  status: 'active' | 'pending';
  at: number;
}

/** What a sign-up from this address comes to. Who left while active comes straight back, approval or not. */
export function joinOutcome(
  db: ReadableDb,
  core: Pick<Core, 'addressKey'>,
  book: Pick<BookRow, 'id' | 'approval'>,
  address: string,
): 'active' | 'pending' {
  if (!book.approval || openDepartureOf(db, core, book.id, address)?.wasActive) return 'active';
  return 'pending';
}

/**
 * Takes the person in, new or back: ends the departures of theirs that the words can end, and brings the same member back with
 * every address that is free. `returned` tells one who had left from a newcomer. Throws what the database refuses (`member-has-left`)
 * where the words are older than the departure.
 */
export function joinBook(db: WritableDb, core: Core, joining: Joining): { memberId: number; returned: boolean } {
  const { book, address, messageId, status, at } = joining;
  const member = memberByAddress(db, book.id, address);
  const departures = openDeparturesOf(db, core, book.id, [address]);
  const together = departures
    .filter(({ memberId }) => memberId !== null)
    .flatMap(({ id }) => departedAddresses(db, id));
  for (const { id } of departures) endDeparture(db, core, id, { id: messageId, sender: address });
  const returned = departures.length > 0 || member?.status === 'unsubscribed';
  const consent = { joinedAt: at, joinedBy: joinedBy(address), consentMessageId: messageId };

  if (member) {
    if (member.status === 'unsubscribed') bringBack(db, core, member, status, consent);
    return { memberId: member.id, returned };
  }
  const person = freeAddresses(db, core, book.id, address, together);
  const memberId = insertMember(db, core, {
    bookId: book.id,
    name: '',
    ...person,
    status,
    statusBefore: null,
    ...consent,
  });
  return { memberId, returned };
}

function bringBack(
  db: WritableDb,
  core: Core,
  member: MemberRow,
  status: 'active' | 'pending',
  consent: { joinedAt: number; joinedBy: 'sms' | 'mail'; consentMessageId: number },
): void {
  db.prepare(
    `UPDATE member SET joined_at = @joinedAt, joined_by = @joinedBy, consent_message_id = @consentMessageId, removed_at = NULL
     WHERE id = @id`,
  ).run({ id: member.id, ...consent });
  // An address that left in another departure stays away; the person is back with the others.
  const stays = (own: string | null) =>
    own !== null && openDeparturesOf(db, core, member.bookId, [own]).length > 0 ? null : own;
  const person = { name: member.name, phone: stays(member.phone), email: stays(member.email) };
  if (person.phone !== member.phone || person.email !== member.email) writePerson(db, core, member.id, person);
  setStatus(db, member.id, status);
}

/** The address of the words, and of those that had left with it the one of the other channel, where nobody else has it. */
function freeAddresses(
  db: ReadableDb,
  core: Core,
  bookId: number,
  address: string,
  together: readonly { address: string | null }[],
): { phone: string | null; email: string | null } {
  const isMail = address.includes('@');
  const other =
    together
      .map((gone) => gone.address)
      .find(
        (gone) =>
          gone !== null &&
          gone.includes('@') !== isMail &&
          !memberByAddress(db, bookId, gone) &&
          !isBlocked(db, core, bookId, gone) &&
          openDeparturesOf(db, core, bookId, [gone]).length === 0,
      ) ?? null;
  return isMail ? { phone: other, email: address } : { phone: address, email: other };
}

function joinedBy(address: string): 'sms' | 'mail' {
  return address.includes('@') ? 'mail' : 'sms';
}
