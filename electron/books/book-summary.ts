import type { Book } from '../contract/books.ts';
import type { ReadableDb } from '../database/database.ts';
import { lineById } from '../lines/lines-store.ts';
import type { BookRow } from './books-store.ts';
import { replyTemplate } from './replies.ts';

/** The book as the screens get it, with counts and the links people join by. */
export function bookSummary(db: ReadableDb, book: BookRow): Book {
  const number = book.lineId === null ? null : (lineById(db, book.lineId)?.number ?? null);
  const { removedAt: _, ...settings } = book;
  return {
    ...settings,
    number,
    replies: {
      joined: replyTemplate(book, 'joined'),
      already: replyTemplate(book, 'already'),
      pending: replyTemplate(book, 'pending'),
      approved: replyTemplate(book, 'approved'),
      left: replyTemplate(book, 'left'),
    },
    counts: countMembers(db, book.id),
    joinLinks: {
      sms: number === null ? null : `sms:${number}?body=START`,
      mail: book.mailAddress === null ? null : `mailto:${encodeAddress(book.mailAddress)}?subject=START`,
    },
    hasFunctionary: hasFunctionary(db, book.id),
  };
}

/** People per status; served by the index alone. */
export function countMembers(db: ReadableDb, bookId: number): Book['counts'] {
  const counts = { pending: 0, active: 0, unsubscribed: 0, blocked: 0 };
  const rows = db
    .prepare<[number], { status: keyof typeof counts; count: number }>(
      'SELECT status, count(*) AS count FROM member WHERE book_id = ? GROUP BY status',
    )
    .all(bookId);
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

function hasFunctionary(db: ReadableDb, bookId: number): boolean {
  return (
    db
      .prepare<[number], { id: number }>(`SELECT id FROM role WHERE book_id = ? AND kind = 'functionary' LIMIT 1`)
      .get(bookId) !== undefined
  );
}

/** RFC 6068: what would end the address in a link (? & %) is written as octets; the @ stays. */
function encodeAddress(address: string): string {
  return encodeURIComponent(address).replace('%40', '@');
}
