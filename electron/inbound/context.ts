import type { BookRow } from '../books/books-store.ts';
import { functionariesOf, isWriter, ownAddresses } from '../books/roles-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb } from '../database/database.ts';
import { isBlocked, memberByAddress, openDepartureOf } from '../members/members-store.ts';
import type { InboundContext } from './decide-inbound.ts';
import { openQuestionOf } from './questions-store.ts';
import { forwardedSince, sameTextSince, sendOutsSince } from './send-outs-store.ts';
import type { Sender } from './sender.ts';

const HOUR_MS = 3_600_000;
const TEN_MINUTES_MS = 600_000;

/** A text as the rules see it come in. */
export interface JudgedText {
  sender: Sender;
  text: string;
  /** When the sender's network says it was sent; null where it does not. */
  sentAt: number | null;
  receivedAt: number;
}

/** Reads what the rules look at, as it is now; `at` is the time of judging. */
export function loadContext(
  db: ReadableDb,
  core: Pick<Core, 'addressKey'>,
  book: BookRow,
  judged: JudgedText,
  at: number,
): InboundContext {
  const { address, kind } = judged.sender;
  const member = memberByAddress(db, book.id, address);
  const departure = openDepartureOf(db, core, book.id, address);
  return {
    book,
    sender: {
      kind: kind === 'other' ? 'other' : 'address',
      own: ownAddresses(db).has(address),
      blocked: isBlocked(db, core, book.id, address),
      member: member?.status ?? null,
      departure: departure && {
        wasActive: departure.wasActive,
        after: leftAfter(db, departure.id, judged.sentAt),
      },
      writer: isWriter(db, book.id, { address }),
      functionary: functionariesOf(db, book.id).some((functionary) => functionary.address === address),
    },
    openQuestion: openQuestionOf(db, book.id, address, at) !== null,
    ageHours: (at - (judged.sentAt ?? judged.receivedAt)) / HOUR_MS,
    sameTextBefore:
      book.sameTextHours > 0 && sameTextSince(db, book.id, address, judged.text, at - book.sameTextHours * HOUR_MS),
    sendOutsOfSender: sendOutsSince(db, book.id, at - TEN_MINUTES_MS, address),
    sendOutsOfBook: sendOutsSince(db, book.id, at - TEN_MINUTES_MS, null),
    forwardedLastHour: forwardedSince(db, book.id, address, at - HOUR_MS),
  };
}

/** Were the words of that departure sent after this time, as the networks stamped both? */
function leftAfter(db: ReadableDb, departureId: number, sentAt: number | null): boolean {
  if (sentAt === null) return false;
  const row = db
    .prepare<[number, number], { id: number }>(
      `SELECT stop.id FROM departure JOIN message_in AS stop ON stop.id = departure.message_id
       WHERE departure.id = ? AND stop.sent_at > ?`,
    )
    .get(departureId, sentAt);
  return row !== undefined;
}
