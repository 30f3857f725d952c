import { bookById } from '../books/books-store.ts';
import { ownAddresses } from '../books/roles-store.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { isEmpty } from '../inbound/keywords.ts';
import { parsePhone } from '../members/address.ts';
import { memberByAddress, openDepartureOf } from '../members/members-store.ts';
import { queueMessage } from '../outbox/queue.ts';
import { readSetting } from '../settings/settings-store.ts';
import { composeText } from './compose.ts';

/**
 * Sends the text as it will arrive to one number of one's own; no broadcast is made of it. Throws `not-found`, `empty-text`, `no-line`,
 * `invalid-phone`, `own-address`, and `member-has-left` for a number whose owner wants nothing more from this book.
 */
export function tryOut(db: WritableDb, core: Core, tried: { bookId: number; text: string; to: string }): number {
  const book = bookById(db, tried.bookId);
  if (!book || book.removedAt !== null) throw new Problem('not-found', { id: tried.bookId });
  if (isEmpty(tried.text)) throw new Problem('empty-text');
  if (book.lineId === null) throw new Problem('no-line');
  const phone = parsePhone(tried.to, readSetting(db, 'country'))?.phone;
  if (!phone) throw new Problem('invalid-phone');
  if (ownAddresses(db).has(phone)) throw new Problem('own-address');
  if (openDepartureOf(db, core, book.id, phone)) throw new Problem('member-has-left');
  const name = memberByAddress(db, book.id, phone)?.name ?? '';
  const text = composeText({ text: tried.text, subject: null }, book, 'sms', name);
  return queueMessage(db, core, { bookId: book.id, kind: 'receipt', recipient: phone, text });
}
