import { bookById } from '../books/books-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { queueMessage } from '../outbox/queue.ts';
import { wordingOf } from '../wording/wording.ts';
import { settleDigest, waitingDigests } from './notices-store.ts';
import { reachableFunctionaries } from './notify.ts';

const HOUR_MS = 3_600_000;

export function isDigestDue(db: ReadableDb, at: number): boolean {
  return waitingDigests(db, at - HOUR_MS).length > 0;
}

/** Sends what has waited for an hour, one text for each functionary and kind. */
export function sendDigests(db: WritableDb, core: Core, at: number): void {
  for (const digest of waitingDigests(db, at - HOUR_MS)) {
    const { bookId, recipient, kind, count } = digest;
    const book = bookById(db, bookId);
    const functionary =
      book?.removedAt === null && reachableFunctionaries(db, book).find(({ address }) => address === recipient);
    if (!book || !functionary || functionary.muted.includes(kind)) {
      settleDigest(db, digest, null);
      continue;
    }
    const outboxId = queueMessage(db, core, {
      bookId,
      kind: kind === 'forward' ? 'forward' : 'notice',
      recipient,
      text: wordingOf(book.language).digest[kind]({ book: book.name, count }),
    });
    settleDigest(db, digest, outboxId);
  }
}
