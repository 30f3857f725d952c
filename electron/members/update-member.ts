import type { Input } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { readSetting } from '../settings/settings-store.ts';
import { parseMail, parsePhone } from './address.ts';
import { liftBlock, writeBlock } from './blocks-store.ts';
import { type Addresses, checkPerson } from './check-person.ts';
import { setLabels } from './labels-store.ts';
import { addressesOf, type MemberRow, openDeparturesOf, writePerson } from './members-store.ts';
import { moveQueued } from './queued.ts';

type Patch = Input<'members.update'>['patch'];

/**
 * Edits a member; what is queued follows to a new address. One who has left keeps the addresses (`member-has-left`): with others it
 * would be somebody else. Throws as `checkPerson`.
 */
export function updateMember(db: WritableDb, core: Core, member: MemberRow, patch: Patch, userId: number): void {
  const at = core.clock.now();
  const addresses = editedAddresses(db, core, member, patch);
  const name = patch.name === undefined ? member.name : patch.name.normalize('NFC');
  writePerson(db, core, member.id, { name, ...addresses });
  if (patch.labels) setLabels(db, member.id, patch.labels);
  for (const field of ['phone', 'email'] as const) {
    const from = member[field];
    const to = addresses[field];
    if (from !== null && from !== to) moveQueued(db, member.id, from, to, at);
  }
  if (member.status === 'blocked') moveBlocks(db, core, member, addresses, at);
  recordEvent(db, {
    at,
    kind: 'edited',
    bookId: member.bookId,
    memberId: member.id,
    userId,
    reason: Object.keys(patch).join(','),
  });
}

function editedAddresses(db: WritableDb, core: Core, member: MemberRow, patch: Patch): Addresses {
  const country = readSetting(db, 'country');
  const typed = {
    phone: patch.phone === undefined ? member.phone : patch.phone,
    email: patch.email === undefined ? member.email : patch.email,
  };
  const same =
    (typed.phone === member.phone ||
      (typed.phone !== null && parsePhone(typed.phone, country)?.phone === member.phone)) &&
    (typed.email === member.email || (typed.email !== null && parseMail(typed.email) === member.email));
  if (same) return { phone: member.phone, email: member.email };
  const [departure] = openDeparturesOf(db, core, member.bookId, addressesOf(member));
  if (departure) throw new Problem('member-has-left', { at: departure.at, memberId: member.id });
  return checkPerson(db, core, member.bookId, typed, member.id);
}

/** The member stays blocked, so the new addresses are; the old ones are somebody else's now. */
function moveBlocks(db: WritableDb, core: Core, member: MemberRow, now: Addresses, at: number): void {
  const kept = addressesOf(now);
  for (const address of addressesOf(member)) {
    if (!kept.includes(address)) liftBlock(db, core, member.bookId, address, at);
  }
  for (const address of kept) writeBlock(db, core, member.bookId, address, at);
}
