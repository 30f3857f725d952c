import { type ReplyKind, replyKinds } from '../contract/books.ts';
import type { Input } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { parseMail } from '../members/address.ts';
import type { BookRow, OwnReplies } from './books-store.ts';
import { linkLine, linkMail } from './link-line.ts';
import { defaultFooter, defaultHeader, defaultReply } from './replies.ts';

type Patch = Input<'books.update'>['patch'];

/**
 * Writes what the patch says and leaves the rest. Throws `invalid-email`, `mail-address-taken`, `line-taken`, `not-found` (the
 * line). Turning approval off leaves those who wait waiting.
 */
export function updateBook(db: WritableDb, core: Core, book: BookRow, patch: Patch, userId: number): void {
  const at = core.clock.now();
  const name = patch.name ?? book.name;
  const language = patch.language ?? book.language;
  // A frame nobody has touched follows the name and the language.
  const header = book.header === defaultHeader(book.name) ? defaultHeader(name) : book.header;
  const footer = book.footer === defaultFooter(book.language) ? defaultFooter(language) : book.footer;
  const quietHours = patch.quietHours === undefined ? book.quietHours : patch.quietHours;
  db.prepare(
    `UPDATE book SET name = @name, language = @language, sign_up = @signUp, approval = @approval,
       members_may_write = @membersMayWrite, header = @header, footer = @footer, replies = @replies, quiet_from = @quietFrom,
       quiet_to = @quietTo, daily_sms_limit = @dailySmsLimit, stale_after_hours = @staleAfterHours,
       same_text_hours = @sameTextHours, sender_limit = @senderLimit, book_limit = @bookLimit
     WHERE id = @id`,
  ).run({
    id: book.id,
    name,
    language,
    signUp: patch.signUp ?? book.signUp,
    approval: (patch.approval ?? book.approval) ? 1 : 0,
    membersMayWrite: (patch.membersMayWrite ?? book.membersMayWrite) ? 1 : 0,
    header: patch.header ?? header,
    footer: patch.footer ?? footer,
    replies: JSON.stringify(mergeReplies({ ...book, language }, patch.replies ?? {})),
    quietFrom: quietHours?.from ?? null,
    quietTo: quietHours?.to ?? null,
    dailySmsLimit: patch.dailySmsLimit === undefined ? book.dailySmsLimit : patch.dailySmsLimit,
    staleAfterHours: patch.staleAfterHours ?? book.staleAfterHours,
    sameTextHours: patch.sameTextHours ?? book.sameTextHours,
    senderLimit: patch.senderLimit ?? book.senderLimit,
    bookLimit: patch.bookLimit ?? book.bookLimit,
  });
  if (patch.lineId !== undefined) linkLine(db, core, book.id, patch.lineId, at);
  if (patch.mailAddress !== undefined) linkMail(db, core, book.id, mailAddressOf(patch.mailAddress), at);
  recordEvent(db, { at, kind: 'book-changed', bookId: book.id, userId, reason: Object.keys(patch).join(',') });
}

/** Keeps only what differs from the language's own words, so that a book follows its language. */
function mergeReplies(book: Pick<BookRow, 'language' | 'replies'>, patch: NonNullable<Patch['replies']>): OwnReplies {
  const merged: OwnReplies = {};
  for (const kind of replyKinds) {
    const reply = { ...book.replies[kind], ...patch[kind] };
    const own = differing(book.language, kind, reply);
    if (own) merged[kind] = own;
  }
  return merged;
}

function differing(
  language: BookRow['language'],
  kind: ReplyKind,
  reply: { on?: boolean | undefined; text?: string | undefined },
): { on?: boolean; text?: string } | null {
  const own = {
    ...(reply.on === false ? { on: false } : {}),
    ...(reply.text === undefined || reply.text === defaultReply(language, kind) ? {} : { text: reply.text }),
  };
  return Object.keys(own).length > 0 ? own : null;
}

function mailAddressOf(typed: string | null): string | null {
  if (typed === null || typed === '') return null;
  const address = parseMail(typed);
  if (address === null) throw new Problem('invalid-email', { field: 'mailAddress' });
  return address;
}
