import { livingBook } from '../books/books-store.ts';
import { replyTo } from '../books/send-reply.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { type EventKind, recordEvent } from '../log/events.ts';
import { liftBlock, writeBlock } from './blocks-store.ts';
import { setLabels } from './labels-store.ts';
import {
  addressesOf,
  deleteMember,
  isBlocked,
  type MemberRow,
  memberByAddress,
  openDeparturesOf,
  setStatus,
  writePerson,
} from './members-store.ts';
import { cancelQueuedTo } from './queued.ts';

/** The table of the administrator, a row each. What it leaves open ("–") is refused or changes nothing. */
type Change = (db: WritableDb, core: Core, member: MemberRow, userId: number) => void;

/** Pending becomes active and is told so. Throws `member-has-left`, and `not-pending` for all others. */
export const approve: Change = (db, core, member, userId) => {
  requirePending(member);
  setStatus(db, member.id, 'active');
  tell(db, core, member, 'approved', userId);
  const book = livingBook(db, member.bookId);
  // There is no mailbox yet, and a book without a line sends no SMS: what could never go is not queued.
  if (member.phone === null || book.lineId === null) return;
  replyTo(db, core, { book, kind: 'approved', to: member.phone, messageId: null, memberId: member.id });
};

/** Pending goes, and nothing is sent. Throws as `approve`. */
export const decline: Change = (db, core, member, userId) => {
  requirePending(member);
  tell(db, core, member, 'declined', userId);
  take(db, core, member);
};

/** Deleted, but for one who has left: that row stays in the list, without name and labels. A block stays on the addresses. */
export const remove: Change = (db, core, member, userId) => {
  tell(db, core, member, 'removed', userId);
  if (member.status !== 'unsubscribed') {
    take(db, core, member);
    return;
  }
  cancelQueuedTo(db, member.id, addressesOf(member), 'not-member', core.clock.now());
  setLabels(db, member.id, []);
  writePerson(db, core, member.id, { name: '', phone: member.phone, email: member.email });
  db.prepare('UPDATE member SET removed_at = ? WHERE id = ?').run(core.clock.now(), member.id);
};

/** Keeps the member and all the member's addresses out. */
export const block: Change = (db, core, member, userId) => {
  const at = core.clock.now();
  for (const address of addressesOf(member)) writeBlock(db, core, member.bookId, address, at);
  if (member.status === 'blocked') return;
  tell(db, core, member, 'blocked', userId);
  setStatus(db, member.id, 'blocked', member.status);
  cancelQueuedTo(db, member.id, addressesOf(member), 'blocked', at);
};

/** Gives back what was before; whoever has left stays away. */
export const unblock: Change = (db, core, member, userId) => {
  const at = core.clock.now();
  for (const address of addressesOf(member)) liftBlock(db, core, member.bookId, address, at);
  if (member.status !== 'blocked') return;
  tell(db, core, member, 'unblocked', userId);
  const left = openDeparturesOf(db, core, member.bookId, addressesOf(member)).length > 0;
  setStatus(db, member.id, left ? 'unsubscribed' : (member.statusBefore ?? 'active'));
};

/** Blocks an address of the book, with the member that has it. */
export function blockAddress(db: WritableDb, core: Core, bookId: number, address: string, userId: number): void {
  const member = memberByAddress(db, bookId, address);
  if (member) {
    block(db, core, member, userId);
    return;
  }
  if (isBlocked(db, core, bookId, address)) return;
  const at = core.clock.now();
  writeBlock(db, core, bookId, address, at);
  recordEvent(db, { at, kind: 'blocked', bookId, userId });
}

/** Lifts the block of an address, and of the member that has it. */
export function unblockAddress(db: WritableDb, core: Core, bookId: number, address: string, userId: number): void {
  const member = memberByAddress(db, bookId, address);
  if (member) {
    unblock(db, core, member, userId);
    return;
  }
  if (!isBlocked(db, core, bookId, address)) return;
  const at = core.clock.now();
  liftBlock(db, core, bookId, address, at);
  recordEvent(db, { at, kind: 'unblocked', bookId, userId });
}

function requirePending(member: MemberRow): void {
  const left = member.status === 'unsubscribed' || member.statusBefore === 'unsubscribed';
  if (left) throw new Problem('member-has-left', { memberId: member.id });
  if (member.status !== 'pending') throw new Problem('not-pending', { memberId: member.id });
}

function take(db: WritableDb, core: Core, member: MemberRow): void {
  cancelQueuedTo(db, member.id, addressesOf(member), 'not-member', core.clock.now());
  deleteMember(db, member.id);
}

function tell(db: WritableDb, core: Core, member: MemberRow, kind: EventKind, userId: number): void {
  recordEvent(db, { at: core.clock.now(), kind, bookId: member.bookId, memberId: member.id, userId });
}
