import type { BookRow } from '../books/books-store.ts';
import { ownAddresses } from '../books/roles-store.ts';
import { waysOf } from '../broadcasts/audience.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { parseAddress } from '../members/address.ts';
import { openDepartureOf } from '../members/members-store.ts';
import { planText } from '../modem/pdu/plan.ts';
import { queueMessage } from '../outbox/queue.ts';
import { readSetting } from '../settings/settings-store.ts';
import { isEmpty } from './keywords.ts';

/**
 * Queues a private answer to one person, as the book. Refused to one who has left: nothing more is sent to them. Throws
 * `empty-text`, `text-too-long`, `invalid-phone`, `own-address`, `member-has-left`, `no-line` and `mail-not-configured`.
 */
export function answerOne(db: WritableDb, core: Core, answer: { book: BookRow; to: string; text: string }): number {
  const { book, to, text } = answer;
  if (isEmpty(text)) throw new Problem('empty-text', { field: 'text' });
  if (planText(text).tooLong) throw new Problem('text-too-long', { field: 'text' });
  const parsed = parseAddress(to, readSetting(db, 'country'));
  if (!parsed) throw new Problem(to.includes('@') ? 'invalid-email' : 'invalid-phone', { field: 'to' });
  const { address, channel } = parsed;
  if (ownAddresses(db).has(address)) throw new Problem('own-address', { field: 'to' });
  if (openDepartureOf(db, core, book.id, address)) throw new Problem('member-has-left', { field: 'to' });
  if (!waysOf(book)[channel]) throw new Problem(channel === 'sms' ? 'no-line' : 'mail-not-configured');
  return queueMessage(db, core, { bookId: book.id, kind: 'receipt', recipient: address, text });
}
