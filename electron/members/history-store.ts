import { rolesOf } from '../books/roles-store.ts';
import type { Output } from '../contract/index.ts';
import type { ReadableDb } from '../database/database.ts';
import type { LeftVia } from './departures-store.ts';
import { addressesOf, type MemberRow } from './members-store.ts';

type Whole = Output<'members.get'>;
type HistoryItem = Whole['history'][number];

const NEWEST = 200;

/** The roles this member's addresses have in the book. */
export function rolesOfMember(db: ReadableDb, member: MemberRow): ('writer' | 'functionary')[] {
  const addresses = addressesOf(member);
  const kinds = rolesOf(db, member.bookId)
    .filter(({ address }) => address !== null && addresses.includes(address))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'access');
  return [...new Set(kinds)];
}

/** How the member came to be one: their own words where they wrote any. */
export function consentOf(db: ReadableDb, member: MemberRow): Whole['consent'] {
  const message =
    member.consentMessageId === null
      ? undefined
      : db
          .prepare<[number], { text: string; sender: string }>('SELECT text, sender FROM message_in WHERE id = ?')
          .get(member.consentMessageId);
  return {
    at: member.joinedAt,
    by: member.joinedBy,
    words: message?.text ?? null,
    from: message?.sender ?? null,
  };
}

/** The departure the member has not ended. */
export function departureOf(db: ReadableDb, member: MemberRow): Whole['departure'] {
  const row = db
    .prepare<[number, number], { at: number; via: LeftVia; words: string | null }>(
      `SELECT departure.at, departure.via, message_in.text AS words
       FROM departure LEFT JOIN message_in ON message_in.id = departure.message_id
       WHERE departure.book_id = ? AND departure.member_id = ? AND departure.ended_by IS NULL
       ORDER BY departure.id DESC LIMIT 1`,
    )
    .get(member.bookId, member.id);
  return row ?? null;
}

/** What happened to the member and between us, newest first. */
export function historyOf(db: ReadableDb, member: MemberRow): HistoryItem[] {
  return [...received(db, member), ...sent(db, member), ...changes(db, member)]
    .sort((a, b) => b.at - a.at)
    .slice(0, NEWEST);
}

const nothing = { text: null, state: null, reason: null, broadcastId: null, outboxId: null };

function received(db: ReadableDb, member: MemberRow): HistoryItem[] {
  const items = addressesOf(member).flatMap((address) =>
    db
      .prepare<[string, number, number], { at: number; text: string; decision: string | null; reason: string | null }>(
        `SELECT received_at AS at, text, decision, reason FROM message_in WHERE sender = ? AND book_id = ?
         ORDER BY id DESC LIMIT ?`,
      )
      .all(address, member.bookId, NEWEST),
  );
  return items.map(({ at, text, decision, reason }) => ({
    ...nothing,
    at,
    kind: decision === 'left' ? 'left' : decision === 'joined' ? 'joined' : 'received',
    text,
    state: decision,
    reason,
  }));
}

function sent(db: ReadableDb, member: MemberRow): HistoryItem[] {
  return db
    .prepare<
      [number, number],
      { at: number; text: string; state: string; reason: string | null; broadcastId: number | null; outboxId: number }
    >(
      `SELECT created_at AS at, text, state, error AS reason, broadcast_id AS broadcastId, id AS outboxId
       FROM outbox WHERE member_id = ? ORDER BY id DESC LIMIT ?`,
    )
    .all(member.id, NEWEST)
    .map((row) => ({ ...row, kind: 'sent' as const }));
}

function changes(db: ReadableDb, member: MemberRow): HistoryItem[] {
  const kinds = ['approved', 'added', 'blocked', 'unblocked', 'edited'] as const;
  const events = db
    .prepare<[number, number], { at: number; kind: string; reason: string | null }>(
      'SELECT at, kind, reason FROM event WHERE member_id = ? ORDER BY id DESC LIMIT ?',
    )
    .all(member.id, NEWEST);
  const told = events.flatMap(({ at, kind: happened, reason }) => {
    const kind = kinds.find((known) => known === happened);
    return kind ? [{ ...nothing, at, kind, reason }] : [];
  });
  // A departure by a link, or handed on with the number, has no words in this book.
  const wordless = db
    .prepare<[number, number, number], { at: number; via: LeftVia }>(
      `SELECT at, via FROM departure WHERE book_id = ? AND member_id = ? AND NOT EXISTS (
         SELECT 1 FROM message_in WHERE message_in.id = departure.message_id AND message_in.book_id = ?)`,
    )
    .all(member.bookId, member.id, member.bookId);
  return [
    ...told,
    ...wordless.map(({ at, via }) => ({ ...nothing, at, kind: 'left' as const, state: 'left', reason: via })),
  ];
}
