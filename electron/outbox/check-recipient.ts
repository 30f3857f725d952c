import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { isBlocked, memberById, openDepartureOf } from '../members/members-store.ts';
import { keysFit, showMismatch } from '../members/verify-keys.ts';
import type { OutboxRow } from './outbox-store.ts';

/** What a broadcast to one person comes to just before it would go: the row to send, or why it is not sent. */
export type RecipientCheck = { send: OutboxRow } | { cancel: string };

/**
 * Looks again at everything about the recipient that may have changed since the text was queued. A member whose address was edited
 * gets it on the new one. A key that does not fit its address means that the two may belong to different people: nothing is sent and
 * the secretary is shown it.
 */
export function checkRecipient(db: WritableDb, core: Core, queued: OutboxRow, at: number): RecipientCheck {
  if (queued.memberId === null) return cancelledBy(db, core, queued) ?? { send: queued };
  const member = memberById(db, queued.memberId);
  if (!member || member.bookId !== queued.bookId || member.status === 'pending') return { cancel: 'not-member' };
  if (member.status === 'unsubscribed') return { cancel: 'has-left' };
  if (member.status === 'blocked') return { cancel: 'blocked' };
  const address = queued.channel === 'sms' ? member.phone : member.email;
  if (address === null) return { cancel: 'not-member' };
  if (!keysFit(db, core, member.id)) {
    showMismatch(db, { bookId: member.bookId, memberId: member.id }, at);
    return { cancel: 'key-mismatch' };
  }
  const row = address === queued.recipient ? queued : follow(db, queued, address);
  if (!row) return { cancel: 'not-member' };
  return cancelledBy(db, core, row) ?? { send: row };
}

function cancelledBy(db: WritableDb, core: Core, row: OutboxRow): { cancel: string } | null {
  if (openDepartureOf(db, core, row.bookId, row.recipient)) return { cancel: 'has-left' };
  if (isBlocked(db, core, row.bookId, row.recipient)) return { cancel: 'blocked' };
  return null;
}

/** Null when somebody else is sent the same broadcast on the new address: once is enough. */
function follow(db: WritableDb, queued: OutboxRow, address: string): OutboxRow | null {
  const taken = db
    .prepare(`SELECT 1 FROM outbox WHERE broadcast_id = ? AND channel = ? AND recipient = ? AND kind = 'broadcast'`)
    .get(queued.broadcastId, queued.channel, address);
  if (taken) return null;
  db.prepare('UPDATE outbox SET recipient = ? WHERE id = ?').run(address, queued.id);
  return { ...queued, recipient: address };
}
