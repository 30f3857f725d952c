import type { BookRow } from '../books/books-store.ts';
import type { ReadableDb } from '../database/database.ts';
import { memberByAddress } from '../members/members-store.ts';
import { wordingOf } from '../wording/wording.ts';

/** The person as a functionary knows them: the name where the book has one, and the address to call back. */
export function whoIs(db: ReadableDb, book: Pick<BookRow, 'id' | 'language'>, address: string): string {
  if (address === '') return wordingOf(book.language).hiddenSender;
  const name = memberByAddress(db, book.id, address)?.name.trim();
  return name ? `${name} ${address}` : address;
}
