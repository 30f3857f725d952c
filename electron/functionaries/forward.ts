import type { BookRow } from '../books/books-store.ts';
import { isWriter } from '../books/roles-store.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { wordingOf } from '../wording/wording.ts';
import { forwardsSince } from './notices-store.ts';
import { notify } from './notify.ts';
import { shorten } from './shorten.ts';
import { whoIs } from './who-is.ts';

const HOUR_MS = 3_600_000;
const MOST_OF_A_SENDER = 5;
const MOST_OF_A_BOOK = 20;

export interface ForwardedText {
  book: BookRow;
  messageId: number;
  /** As it is stored: E.164, mail, or letters. */
  sender: string;
  text: string;
  /** Parts of it have not come. */
  incomplete?: boolean;
}

/** Hands a text that went to no member to the functionaries, marked as not sent; beyond the caps in a digest only. */
export function forwardText(db: WritableDb, core: Core, forwarded: ForwardedText): void {
  const { book, messageId, sender, text, incomplete = false } = forwarded;
  const wording = wordingOf(book.language);
  const from = whoIs(db, book, sender);
  notify(db, core, {
    book,
    kind: 'forward',
    about: sender,
    messageId,
    inDigest: isBeyondCaps(db, core, book, sender),
    text: ({ address }) =>
      wording.forward({
        book: book.name,
        from,
        text: shorten(text),
        incomplete,
        asksNext: isWriter(db, book.id, { address }),
      }),
  });
}

/** Tells that a blocked number asked to join; counted like a forwarded text. */
export function tellBlockedStart(
  db: WritableDb,
  core: Core,
  blocked: { book: BookRow; messageId: number; sender: string },
): void {
  const { book, messageId, sender } = blocked;
  notify(db, core, {
    book,
    kind: 'forward',
    about: sender,
    messageId,
    inDigest: isBeyondCaps(db, core, book, sender),
    text: wordingOf(book.language).blockedStart({ book: book.name, from: whoIs(db, book, sender) }),
  });
}

function isBeyondCaps(db: WritableDb, core: Core, book: BookRow, sender: string): boolean {
  const { ofSender, ofBook } = forwardsSince(db, book.id, sender, core.clock.now() - HOUR_MS);
  return ofSender >= MOST_OF_A_SENDER || ofBook >= MOST_OF_A_BOOK;
}
