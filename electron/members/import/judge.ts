import type { ImportReason } from '../../contract/members.ts';
import type { Core } from '../../core.ts';
import type { ReadableDb } from '../../database/database.ts';
import { labelsOf } from '../labels-store.ts';
import { addressesOf, type MemberRow, memberByAddress, openDepartureOf } from '../members-store.ts';
import type { Candidate } from './candidate.ts';

export type Verdict =
  | { do: 'add' }
  /** Name, labels, or an address the member lacked. */
  | { do: 'update'; member: MemberRow; name: string; phone: string | null; email: string | null; labels: string[] }
  | { do: 'nothing' }
  | { do: 'leave-out'; reason: ImportReason };

/** What a row of the file comes to as the book is now. That somebody has left is said before anything else. */
export function judge(
  db: ReadableDb,
  core: Pick<Core, 'addressKey'>,
  bookId: number,
  own: ReadonlySet<string>,
  candidate: Candidate,
): Verdict {
  const addresses = addressesOf(candidate);
  if (addresses.some((address) => openDepartureOf(db, core, bookId, address) !== null)) return leaveOut('has-left');
  if (candidate.flaw) return leaveOut(candidate.flaw);
  if (addresses.some((address) => own.has(address))) return leaveOut('own-address');
  const [member, other] = membersWith(db, bookId, addresses);
  if (other) return leaveOut('two-members');
  if (!member) return { do: 'add' };
  if (member.status === 'unsubscribed' || member.statusBefore === 'unsubscribed') return leaveOut('has-left');

  const name = candidate.name === '' ? member.name : candidate.name;
  const phone = member.phone ?? candidate.phone;
  const email = member.email ?? candidate.email;
  const had = new Set(labelsOf(db, member.id));
  const labels = candidate.labels.filter((label) => !had.has(label));
  const same = name === member.name && phone === member.phone && email === member.email && labels.length === 0;
  return same ? { do: 'nothing' } : { do: 'update', member, name, phone, email, labels };
}

function membersWith(db: ReadableDb, bookId: number, addresses: readonly string[]): MemberRow[] {
  const found = new Map<number, MemberRow>();
  for (const address of addresses) {
    const member = memberByAddress(db, bookId, address);
    if (member) found.set(member.id, member);
  }
  return [...found.values()];
}

function leaveOut(reason: ImportReason): Verdict {
  return { do: 'leave-out', reason };
}
