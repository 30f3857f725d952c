import type { BookRow } from '../books/books-store.ts';
import { type Functionary, functionariesOf } from '../books/roles-store.ts';
import { addressesOfAuthor, waysOf } from '../broadcasts/audience.ts';
import type { NoticeKind } from '../contract/roles.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { queueMessage } from '../outbox/queue.ts';
import { insertNotice, noticesSince } from './notices-store.ts';

const HOUR_MS = 3_600_000;
/** Of one kind to one functionary in an hour; the rest come as one digest. Forwarded texts have caps of their own. */
const MOST_OF_A_KIND = 10;

export interface Notice {
  book: BookRow;
  kind: NoticeKind;
  /** Whom it is about: never told of themselves, nor given their own text back. */
  about: string | null;
  /** As it arrives; a function where it differs between functionaries. */
  text: string | ((functionary: Functionary) => string);
  messageId?: number | null;
  /** Addresses that have heard already. */
  exclude?: readonly string[];
  /** Beyond a cap of its own: told in a digest only. */
  inDigest?: boolean;
}

/** Tells the book's functionaries, each by SMS or mail as the address says; returns how many were told at once. */
export function notify(db: WritableDb, core: Core, notice: Notice): number {
  const { book, kind, about, text, messageId = null, inDigest = false } = notice;
  const at = core.clock.now();
  const skipped = new Set([...addressesOfAuthor(db, book.id, about), ...(notice.exclude ?? [])]);
  let told = 0;
  for (const functionary of reachableFunctionaries(db, book)) {
    const { address, muted } = functionary;
    if (skipped.has(address) || muted.includes(kind)) continue;
    const beyond =
      inDigest || (kind !== 'forward' && noticesSince(db, book.id, address, kind, at - HOUR_MS) >= MOST_OF_A_KIND);
    const outboxId = beyond
      ? null
      : queueMessage(db, core, {
          bookId: book.id,
          kind: kind === 'forward' ? 'forward' : 'notice',
          recipient: address,
          text: typeof text === 'string' ? text : text(functionary),
          messageId,
        });
    insertNotice(db, { bookId: book.id, recipient: address, kind, messageId, at, outboxId });
    if (!beyond) told += 1;
  }
  return told;
}

/** Those the book has a way to: what nothing can carry would wait for ever, and it is in the inbox anyway. */
export function reachableFunctionaries(db: ReadableDb, book: BookRow): Functionary[] {
  const ways = waysOf(book);
  return functionariesOf(db, book.id).filter(({ channel }) => ways[channel]);
}
