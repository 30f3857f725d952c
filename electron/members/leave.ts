import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { cancelQueued } from '../outbox/queue.ts';
import { insertDeparture, type LeftVia } from './departures-store.ts';
import { addressesOf, memberByAddress, openDeparturesOf, setStatus } from './members-store.ts';

export interface Leaving {
  bookId: number;
  /** E.164 or lower-case mail of who leaves, member or not. */
  address: string;
  /** The words; null for a link. */
  messageId: number | null;
  via: LeftVia;
  at: number;
}

/**
 * The person leaves the book: every address the member has departs, what is queued of broadcasts is cancelled. A block stays.
 * `first` is false for one who had left already; then nothing is written but the cancelling.
 */
export function leaveBook(
  db: WritableDb,
  core: Core,
  { bookId, address, messageId, via, at }: Leaving,
): { memberId: number | null; first: boolean; cancelled: number } {
  const member = memberByAddress(db, bookId, address);
  const addresses = member ? addressesOf(member) : [address];
  const first = openDeparturesOf(db, core, bookId, [address]).length === 0;
  if (first) {
    const was = member?.status === 'blocked' ? member.statusBefore : (member?.status ?? null);
    if (member?.status === 'blocked') setStatus(db, member.id, 'blocked', 'unsubscribed');
    else if (member) setStatus(db, member.id, 'unsubscribed');
    insertDeparture(db, {
      bookId,
      memberId: member?.id ?? null,
      wasActive: was === 'active',
      at,
      messageId,
      via,
      inheritedFrom: null,
      addresses: addresses.map((each) => ({ address: each, key: core.addressKey(each) })),
    });
  }
  return { memberId: member?.id ?? null, first, cancelled: cancelQueued(db, core, bookId, addresses, at) };
}
