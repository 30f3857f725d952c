import type { BookRow } from '../books/books-store.ts';
import { functionariesOf, isWriter, ownAddresses } from '../books/roles-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb } from '../database/database.ts';
import { isBlocked, memberByAddress, openDepartureOf, openDeparturesOf } from '../members/members-store.ts';
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
        after: leftAfter(db, core, book.id, address, judged.sentAt),
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

/**
 * Did the address leave by words sent after this time, as the networks stamped both? A STOPP that only said it again counts as
 * well, and so does one by which a departure was inherited.
 */
function leftAfter(
  db: ReadableDb,
  core: Pick<Core, 'addressKey'>,
  bookId: number,
  address: string,
  sentAt: number | null,
): boolean {
  if (sentAt === null) return false;
  const again = db
    .prepare<unknown[], { id: number }>(
      `SELECT id FROM message_in
       WHERE sender = @address AND book_id = @bookId AND decision IN ('left', 'left-again') AND sent_at > @sentAt LIMIT 1`,
    )
    .get({ address, bookId, sentAt });
  if (again) return true;
  const words = db.prepare<[number, number], { id: number }>(
    `SELECT stop.id FROM departure JOIN message_in AS stop ON stop.id = departure.message_id
     WHERE departure.id = ? AND stop.sent_at > ?`,
  );
  return openDeparturesOf(db, core, bookId, [address]).some(({ id }) => words.get(id, sentAt) !== undefined);
}
