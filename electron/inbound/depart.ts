import type { BookRow } from '../books/books-store.ts';
import { functionariesOf, isWriter } from '../books/roles-store.ts';
import { replyTo } from '../books/send-reply.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { notify } from '../functionaries/notify.ts';
import { whoIs } from '../functionaries/who-is.ts';
import { recordEvent } from '../log/events.ts';
import { leaveBook } from '../members/leave.ts';
import { wordingOf } from '../wording/wording.ts';
import type { KeptRoles } from '../wording/words.ts';
import { answerNearStop } from './near-stop-hold.ts';

/**
 * The owner of a number leaves the book by words of theirs: STOPP, or words that a person has read as that. Confirmed, and
 * told to the functionaries; a role that stays is said and becomes a to-do.
 */
export function depart(
  db: WritableDb,
  core: Core,
  leaving: { book: BookRow; address: string; messageId: number | null },
): void {
  const { book, address, messageId } = leaving;
  const at = core.clock.now();
  const wording = wordingOf(book.language);
  const who = whoIs(db, book, address);
  const { memberId, first } = leaveBook(db, core, { bookId: book.id, address, messageId, via: 'sms', at });
  answerNearStop(db, book.id, address, 'leaves', at);
  const roles = keptRoles(db, book.id, address);
  replyTo(db, core, {
    book,
    kind: 'left',
    to: address,
    messageId,
    also: roles && wording.keptRoles[roles],
    uncounted: first,
  });
  if (!first) return;
  recordEvent(db, { at, kind: 'left', bookId: book.id, memberId, messageId, reason: 'sms' });
  notify(db, core, { book, kind: 'left', about: address, messageId, text: wording.left({ book: book.name, who }) });
  if (roles !== 'functionary' && roles !== null)
    addRoleTodo(db, { kind: 'writer-left', bookId: book.id, address, messageId, memberId, at });
  if (roles !== 'writer' && roles !== null)
    addRoleTodo(db, { kind: 'functionary-left', bookId: book.id, address, messageId, memberId, at });
}

export function keptRoles(db: ReadableDb, bookId: number, address: string): KeptRoles | null {
  const writer = isWriter(db, bookId, { address });
  const functionary = functionariesOf(db, bookId).some((one) => one.address === address);
  if (writer && functionary) return 'both';
  if (writer) return 'writer';
  return functionary ? 'functionary' : null;
}

interface RoleTodo {
  kind: 'writer-left' | 'functionary-left';
  bookId: number;
  address: string;
  messageId: number | null;
  memberId: number | null;
  at: number;
}

function addRoleTodo(db: WritableDb, todo: RoleTodo): void {
  db.prepare(
    `INSERT INTO todo (book_id, kind, address, message_id, member_id, created_at)
     SELECT @bookId, @kind, @address, @messageId, @memberId, @at
     WHERE NOT EXISTS (
       SELECT 1 FROM todo WHERE book_id = @bookId AND kind = @kind AND address = @address AND done_at IS NULL)`,
  ).run(todo);
}
