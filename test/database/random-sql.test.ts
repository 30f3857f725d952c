import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type SQLite from 'better-sqlite3';
import { aBareClub, type BareClub, openBare } from './bare-club.ts';

const TABLES = [
  'member',
  'departure',
  'departure_address',
  'block',
  'outbox',
  'message_in',
  'book',
  'book_reach',
  'line',
];
const CONFLICTS = ['', 'OR REPLACE', 'OR IGNORE', 'OR FAIL', 'OR ABORT'];
const FINAL = "('delivered', 'failed', 'cancelled', 'expired')";
/** Walks of a few statements each: what the first makes possible the next may use. */
const WALKS = 400;
const STATEMENTS = 8;

/** Mulberry32: the same walk for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('whatever is written into the bare file, in whatever order', () => {
  let club: BareClub;
  let sqlite: SQLite.Database;
  before(async () => {
    club = await aBareClub();
    sqlite = openBare(club.file);
  });
  after(() => sqlite.close());

  const rows = (sql: string): unknown[] => sqlite.prepare(sql).raw().all();

  /** Everything that may never go: departures with their keys, and what is settled. */
  const kept = () => ({
    departures: rows(
      'SELECT id, book_id, member_id, at, was_active, after_message, addresses FROM departure ORDER BY id',
    ),
    keys: rows('SELECT departure_id, address_key FROM departure_address ORDER BY 1, 2'),
    settled: rows(
      `SELECT id, state, recipient FROM outbox WHERE state IN ${FINAL} AND broadcast_id IS NOT NULL ORDER BY id`,
    ),
  });

  const broken: Record<string, string> = {
    'a member who has left is one': `
      SELECT member.id FROM member JOIN departure ON departure.book_id = member.book_id AND departure.ended_by IS NULL
      JOIN departure_address AS gone ON gone.departure_id = departure.id
      WHERE member.status IN ('active', 'pending')
        AND (departure.member_id = member.id OR gone.address IN (member.phone, member.email)
          OR gone.address_key IN (member.phone_key, member.email_key))`,
    'one number of two members':
      'SELECT 1 FROM member WHERE phone IS NOT NULL GROUP BY book_id, phone HAVING count(*) > 1',
    'one address of two members':
      'SELECT 1 FROM member WHERE email IS NOT NULL GROUP BY book_id, email HAVING count(*) > 1',
    'a broadcast twice to one': `
      SELECT 1 FROM outbox WHERE kind = 'broadcast' AND broadcast_id IS NOT NULL AND resend_of IS NULL
      GROUP BY broadcast_id, channel, recipient HAVING count(*) > 1`,
    'a line taken without who had left': `
      SELECT book.id FROM book JOIN book_reach AS reach ON reach.line_id = book.line_id AND reach.book_id <> book.id
      JOIN departure AS theirs ON theirs.book_id = reach.book_id AND theirs.ended_by IS NULL
      WHERE reach.rowid <= 2 AND theirs.id <= 5 AND NOT EXISTS (SELECT 1 FROM departure WHERE book_id = book.id AND inherited_from = theirs.id)`,
  };

  /** Departures that are ended, each with: do the words that ended it, as they are now, come from the person? */
  const ended = () =>
    new Map(
      sqlite
        .prepare<[], [number, number]>(
          `SELECT departure.id, EXISTS (
             SELECT 1 FROM message_in AS word JOIN departure_address AS gone ON gone.departure_id = departure.id
               AND (gone.address = word.sender OR gone.address_key = word.sender_key)
             WHERE word.id = departure.ended_by AND word.decision IN ('joined', 'pending'))
           FROM departure WHERE ended_by IS NOT NULL`,
        )
        .raw()
        .all() as [number, number][], // raw() gives arrays, which its types do not say
    );

  function statement(below: (limit: number) => number): string {
    const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T; // never empty here
    const table = pick(TABLES);
    const columns = sqlite.pragma(`table_info(${table})`) as { name: string }[]; // as SQLite documents it
    const column = () => pick([...columns.map(({ name }) => name), 'rowid']);
    const value = () => {
      const from = pick(TABLES);
      const name = pick(sqlite.pragma(`table_info(${from})`) as { name: string }[]).name;
      const any = below(3) === 0 ? `SELECT ${name} FROM ${from}` : `SELECT ${column()} FROM ${table}`;
      return pick([
        `(${any} LIMIT 1 OFFSET ${below(8)})`,
        `(${any} LIMIT 1)`,
        'NULL',
        '1',
        "'active'",
        "'queued'",
        "'decided'",
      ]);
    };
    const set = Array.from({ length: 1 + below(3) }, () => `${column()} = ${value()}`).join(', ');
    const where = below(3) === 0 ? '' : `WHERE rowid = (SELECT rowid FROM ${table} LIMIT 1 OFFSET ${below(8)})`;
    const names = columns.map(({ name }) => name);
    const changed = new Set([pick(names), pick(names)]);
    const copied = names.map((name) => (changed.has(name) ? value() : name)).join(', ');
    return pick([
      `UPDATE ${pick(CONFLICTS)} ${table} SET ${set} ${where}`,
      `UPDATE ${pick(CONFLICTS)} ${table} SET ${set} ${where}`,
      `DELETE FROM ${table} ${where}`,
      `INSERT ${pick(CONFLICTS)} INTO ${table} SELECT ${copied} FROM ${table} ${where}`,
      `INSERT INTO ${table} SELECT ${copied} FROM ${table} ${where === '' ? 'WHERE true' : where} ON CONFLICT DO UPDATE SET ${set}`,
    ]);
  }

  it('nobody is brought back, nothing settled is sent again', () => {
    const before = kept();
    let carriedOut = 0;
    for (let walk = 1; walk <= WALKS; walk++) {
      const below = random(walk);
      const done: string[] = [];
      let over = ended();
      sqlite.exec('BEGIN');
      for (let step = 0; step < STATEMENTS; step++) {
        const sql = statement(below);
        try {
          if (sqlite.prepare(sql).run().changes > 0) {
            done.push(sql);
            carriedOut++;
          }
        } catch (error) {
          assert.match(String(error), /SqliteError/);
        }
        for (const [what, query] of Object.entries(broken)) {
          assert.deepEqual(rows(query), [], `${what}, after\n${done.join(';\n')}`);
        }
        const overNow = ended();
        for (const [id, byThePerson] of overNow) {
          assert.ok(over.has(id) || byThePerson === 1, `departure ${id} was ended, after\n${done.join(';\n')}`);
        }
        over = overNow;
        const now = kept();
        for (const promise of ['departures', 'keys', 'settled'] as const) {
          const still = new Set(now[promise].map((row) => JSON.stringify(row)));
          const gone = before[promise].filter((row) => !still.has(JSON.stringify(row)));
          assert.deepEqual(gone, [], `${promise}, after\n${done.join(';\n')}`);
        }
      }
      sqlite.exec('ROLLBACK');
    }
    assert.ok(carriedOut > WALKS / 4, `only ${carriedOut} statements did anything`);
  });
});
