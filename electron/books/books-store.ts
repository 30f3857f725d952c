import type { ReplyKind } from '../contract/books.ts';
import type { Language } from '../contract/fields.ts';
import { Problem } from '../contract/problems.ts';
import type { ReadableDb } from '../database/database.ts';

export type SignUp = 'off' | 'keyword' | 'anyText';
/** What a book says otherwise than its language's defaults. */
export type OwnReplies = Partial<Record<ReplyKind, { on?: boolean; text?: string }>>;

export interface BookRow {
  id: number;
  name: string;
  language: Language;
  lineId: number | null;
  mailAddress: string | null;
  signUp: SignUp;
  /** Sign-ups wait for an administrator. */
  approval: boolean;
  membersMayWrite: boolean;
  header: string;
  footer: string;
  replies: OwnReplies;
  /** Local time, HH:MM. */
  quietHours: { from: string; to: string } | null;
  dailySmsLimit: number | null;
  /** A writer's text or the rest of a send-out older than this is asked about, not sent. */
  staleAfterHours: number;
  sameTextHours: number;
  /** Send-outs from one phone in ten minutes before it is asked, and from all phones. */
  senderLimit: number;
  bookLimit: number;
  createdAt: number;
  removedAt: number | null;
}

interface Row {
  id: number;
  name: string;
  language: Language;
  line_id: number | null;
  mail_address: string | null;
  sign_up: SignUp;
  approval: number;
  members_may_write: number;
  header: string;
  footer: string;
  replies: string;
  quiet_from: string | null;
  quiet_to: string | null;
  daily_sms_limit: number | null;
  stale_after_hours: number;
  same_text_hours: number;
  sender_limit: number;
  book_limit: number;
  created_at: number;
  removed_at: number | null;
}

/** A book by its id, also one that was removed (`removedAt`). */
export function bookById(db: ReadableDb, id: number): BookRow | null {
  const row = db.prepare<[number], Row>('SELECT * FROM book WHERE id = ?').get(id);
  return row ? toBook(row) : null;
}

/** As `bookById`; throws `not-found` for a book that never was or was removed. */
export function livingBook(db: ReadableDb, id: number): BookRow {
  const book = bookById(db, id);
  if (!book || book.removedAt !== null) throw new Problem('not-found', { what: 'book' });
  return book;
}

/** The book that has this line now. */
export function bookOfLine(db: ReadableDb, lineId: number): BookRow | null {
  const row = db.prepare<[number], Row>('SELECT * FROM book WHERE line_id = ? AND removed_at IS NULL').get(lineId);
  return row ? toBook(row) : null;
}

/** The books there are, the newest first. */
export function listBookRows(db: ReadableDb): BookRow[] {
  return db.prepare<[], Row>('SELECT * FROM book WHERE removed_at IS NULL ORDER BY id DESC').all().map(toBook);
}

function toBook(row: Row): BookRow {
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    lineId: row.line_id,
    mailAddress: row.mail_address,
    signUp: row.sign_up,
    approval: row.approval === 1,
    membersMayWrite: row.members_may_write === 1,
    header: row.header,
    footer: row.footer,
    // Written by books.update alone, from checked input.
    replies: JSON.parse(row.replies) as OwnReplies,
    quietHours: row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to },
    dailySmsLimit: row.daily_sms_limit,
    staleAfterHours: row.stale_after_hours,
    sameTextHours: row.same_text_hours,
    senderLimit: row.sender_limit,
    bookLimit: row.book_limit,
    createdAt: row.created_at,
    removedAt: row.removed_at,
  };
}
