import type { BookRow } from '../books/books-store.ts';
import type { LeftOutReason } from '../contract/broadcasts.ts';
import type { Channel, MemberStatus } from '../contract/fields.ts';
import type { ReadableDb } from '../database/database.ts';
import { searchTerms } from '../members/fold.ts';
import type { BroadcastChannel, Selection } from './broadcasts-store.ts';

export interface Recipient {
  memberId: number;
  name: string;
  channel: Channel;
  address: string;
}

export interface Audience {
  recipients: Recipient[];
  /** Members the selection means who get nothing now, each once. Those in `recipients` too wait for an answer (`near-stop`). */
  leftOut: { memberId: number; name: string; reason: LeftOutReason }[];
}

interface Candidate {
  id: number;
  name: string;
  phone: string | null;
  email: string | null;
  status: MemberStatus;
  mismatched: number;
  near_stop: number;
}

/** Which ways out a book has. There is no mailbox yet, so whoever has a mail address only is left out and nothing waits for ever. */
interface Ways {
  sms: boolean;
  mail: boolean;
}

export const waysOf = (book: BookRow): Ways => ({ sms: book.lineId !== null, mail: false });

/**
 * Who gets a broadcast and who does not, and why. `senders` are addresses of whoever wrote it: a member who holds one of them gets
 * it by no channel and is not counted as left out. Members who wait for approval are not part of the book yet.
 */
export function audienceOf(
  db: ReadableDb,
  book: BookRow,
  asked: { selection: Selection; channel: BroadcastChannel; senders: readonly string[]; at: number },
): Audience {
  const senders = new Set(asked.senders);
  const ways = waysOf(book);
  const audience: Audience = { recipients: [], leftOut: [] };
  for (const member of candidates(db, book.id, asked.selection, asked.at)) {
    if (senders.has(member.phone ?? '') || senders.has(member.email ?? '')) continue;
    const name = member.name || member.phone || member.email || '';
    const found = channelsFor(member, asked.channel, ways);
    if ('reason' in found) {
      audience.leftOut.push({ memberId: member.id, name, reason: found.reason });
      continue;
    }
    for (const { channel, address } of found.to) {
      audience.recipients.push({ memberId: member.id, name: member.name, channel, address });
    }
    if (member.near_stop === 1) audience.leftOut.push({ memberId: member.id, name, reason: 'near-stop' });
  }
  return audience;
}

type Found = { to: { channel: Channel; address: string }[] } | { reason: LeftOutReason };

function channelsFor(member: Candidate, channel: BroadcastChannel, ways: Ways): Found {
  if (member.status === 'unsubscribed') return { reason: 'has-left' };
  if (member.status === 'blocked') return { reason: 'blocked' };
  if (member.mismatched === 1) return { reason: 'key-mismatch' };
  const wantsSms = channel === 'auto' ? member.phone !== null : channel !== 'mail';
  const wantsMail = channel === 'auto' ? member.phone === null : channel !== 'sms';
  const to: { channel: Channel; address: string }[] = [];
  if (wantsSms && ways.sms && member.phone !== null) to.push({ channel: 'sms', address: member.phone });
  if (wantsMail && ways.mail && member.email !== null) to.push({ channel: 'mail', address: member.email });
  if (to.length > 0) return { to };
  if (wantsSms && member.phone !== null) return { reason: 'no-line' };
  if (wantsMail && member.email !== null) return { reason: 'no-mail' };
  return { reason: wantsSms ? 'no-mobile' : 'no-email' };
}

function candidates(db: ReadableDb, bookId: number, selection: Selection, at: number): Candidate[] {
  return db
    .prepare<[Record<string, unknown>], Candidate>(
      `SELECT member.id, member.name, member.phone, member.email, member.status,
         EXISTS (SELECT 1 FROM todo WHERE todo.book_id = member.book_id AND todo.kind = 'key-mismatch'
           AND todo.member_id = member.id AND todo.done_at IS NULL) AS mismatched,
         EXISTS (SELECT 1 FROM todo WHERE todo.book_id = member.book_id AND todo.kind = 'near-stop'
           AND todo.address IN (member.phone, member.email) AND todo.done_at IS NULL AND todo.hold_until > @at) AS near_stop
       FROM member
       WHERE member.book_id = @bookId AND member.status IN ('active', 'unsubscribed', 'blocked') AND member.removed_at IS NULL
         AND (@label IS NULL OR EXISTS (
           SELECT 1 FROM member_label WHERE member_label.member_id = member.id AND member_label.label = @label))
         AND NOT EXISTS (SELECT 1 FROM json_each(@terms) WHERE instr(member.search, value) = 0)
         AND (@ids IS NULL OR member.id IN (SELECT value FROM json_each(@ids)))
       ORDER BY member.sort_key, member.id`,
    )
    .all({
      bookId,
      at,
      label: selection.label ?? null,
      terms: JSON.stringify(searchTerms(selection.search ?? '')),
      ids: selection.memberIds ? JSON.stringify(selection.memberIds) : null,
    });
}

/** Every address of the person who wrote: they do not get their own words back on another one. */
export function addressesOfAuthor(db: ReadableDb, bookId: number, address: string | null): string[] {
  if (address === null) return [];
  const rows = db
    .prepare<[number, string, string], { phone: string | null; email: string | null }>(
      'SELECT phone, email FROM member WHERE book_id = ? AND (phone = ? OR email = ?)',
    )
    .all(bookId, address, address);
  return [address, ...rows.flatMap(({ phone, email }) => [phone, email]).filter((one) => one !== null)];
}
