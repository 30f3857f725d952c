import type { Input } from '../contract/index.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { readSetting } from '../settings/settings-store.ts';
import { linkLine, onlyFreeLine } from './link-line.ts';
import { defaultFooter, defaultHeader } from './replies.ts';
import { insertRole } from './roles-store.ts';

/**
 * A new book: whoever makes it gets access and is its writer. Without a line told it takes the only one that has no book.
 * Throws `not-found` and `line-taken` for the line. Returns the book's id and the line it got.
 */
export function createBook(
  db: WritableDb,
  core: Core,
  wanted: Input<'books.create'>,
  userId: number,
): { id: number; lineId: number | null } {
  const at = core.clock.now();
  const language = wanted.language ?? readSetting(db, 'language');
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO book (name, language, header, footer, created_at) VALUES (?, ?, ?, ?, ?) RETURNING id`,
    )
    .get(wanted.name, language, defaultHeader(wanted.name), defaultFooter(language), at);
  if (!row) throw new Error('A book could not be stored');
  recordEvent(db, { at, kind: 'book-created', bookId: row.id, userId });
  insertRole(db, { bookId: row.id, kind: 'access', address: null, userId, at });
  insertRole(db, { bookId: row.id, kind: 'writer', address: null, userId, at });
  const lineId = wanted.lineId ?? onlyFreeLine(db);
  if (lineId !== null) linkLine(db, core, row.id, lineId, at);
  return { id: row.id, lineId };
}
