import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type SQLite from 'better-sqlite3';
import { aBareClub, type BareClub, openBare, people } from './bare-club.ts';

/** What it tries; the SQL, with names of the club in braces; what the database says. */
export type Attack = [what: string, sql: string, refusal: RegExp];

/** What names of the club in braces stand for, such as `{left}` and `{leftKey}`. */
export function nameIn(club: BareClub, sql: string): string {
  const names: Record<string, string | number> = {
    ...people,
    strangerKey: club.key(people.stranger),
    erasedKey: club.key(people.erased),
    leftKey: club.key(people.left),
    nobodyKey: club.key(people.nobody),
    book: club.bookId,
    other: club.otherBookId,
    line: club.lineId,
    freeLine: club.freeLineId,
  };
  return sql.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`No ${name}`);
    return String(value);
  });
}

/** The end of an INSERT that adds an active member to the book. */
export const member = (columns: string, values: string) =>
  `INTO member (book_id, ${columns}, status, joined_at, joined_by, sort_key, search) VALUES ({book}, ${values}, 'active', 9, 'admin', '', '')`;

/** Tries each on the bare file of a club: it must be refused in those words, and change nothing. */
export function itRefuses(attacks: readonly Attack[]): void {
  let club: BareClub;
  let sqlite: SQLite.Database;
  before(async () => {
    club = await aBareClub();
    sqlite = openBare(club.file);
  });
  after(() => sqlite.close());

  const tables = ['member', 'departure', 'departure_address', 'outbox', 'message_in', 'book', 'book_reach', 'line'];
  const contents = () => JSON.stringify(tables.map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all()));

  for (const [what, sql, refusal] of attacks) {
    it(what, () => {
      const before = contents();
      sqlite.exec('BEGIN');
      try {
        assert.throws(() => sqlite.exec(nameIn(club, sql)), refusal);
      } finally {
        if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      }
      assert.equal(contents(), before);
    });
  }
}
