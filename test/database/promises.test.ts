import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type SQLite from 'better-sqlite3';
import { aBareClub, type BareClub, openBare, people } from './bare-club.ts';

/** What it tries; the SQL, with names of the club in braces; what the database says. */
type Attack = [what: string, sql: string, refusal: RegExp];

const member = (columns: string, values: string) =>
  `INTO member (book_id, ${columns}, status, joined_at, joined_by, sort_key, search) VALUES ({book}, ${values}, 'active', 9, 'admin', '', '')`;
const leftId = "(SELECT id FROM member WHERE phone = '{left}' AND book_id = {book})";
const leftDeparture = "(SELECT departure_id FROM departure_address WHERE address = '{left}')";

const bringingBack: Attack[] = [
  ['sets active', `UPDATE member SET status = 'active' WHERE id = ${leftId}`, /member-has-left/],
  ['sets pending', `UPDATE member SET status = 'pending' WHERE id = ${leftId}`, /member-has-left/],
  [
    'sets active, or replaces',
    `UPDATE OR REPLACE member SET status = 'active' WHERE id = ${leftId}`,
    /member-has-left/,
  ],
  ['sets active, or ignores', `UPDATE OR IGNORE member SET status = 'active' WHERE id = ${leftId}`, /member-has-left/],
  ['sets all active', `UPDATE member SET status = 'active', status_before = NULL`, /member-has-left/],
  [
    'unblocks to active',
    `UPDATE member SET status = 'active', status_before = NULL WHERE phone = '{blockedLeft}'`,
    /member-has-left/,
  ],
  ['adds the stranger', `INSERT ${member('phone, phone_key', `'{stranger}', '{strangerKey}'`)}`, /member-has-left/],
  [
    'adds the stranger under a wrong key',
    `INSERT ${member('phone, phone_key', `'{stranger}', 'x'`)}`,
    /member-has-left/,
  ],
  ['adds the erased one', `INSERT ${member('phone, phone_key', `'{erased}', '{erasedKey}'`)}`, /member-has-left/],
  [
    'replaces the row',
    `INSERT OR REPLACE ${member('id, phone, phone_key', `${leftId}, '{left}', '{leftKey}'`)}`,
    /member-(has-left|exists)/,
  ],
  [
    'replaces by the number',
    `REPLACE ${member('phone, phone_key', `'{left}', '{leftKey}'`)}`,
    /member-(has-left|exists)/,
  ],
  [
    'replaces by rowid',
    `REPLACE ${member('rowid, phone, phone_key', `${leftId}, '{nobody}', '{nobodyKey}'`)}`,
    /member-(has-left|exists)/,
  ],
  [
    'upserts',
    `INSERT ${member('phone, phone_key', `'{left}', '{leftKey}'`)} ON CONFLICT DO UPDATE SET status = 'active'`,
    /member-(has-left|exists)/,
  ],
  [
    'gives a member the address',
    `UPDATE member SET phone = '{stranger}', phone_key = 'x' WHERE phone = '{active}'`,
    /member-has-left/,
  ],
  ['gives a member the key', `UPDATE member SET phone_key = '{erasedKey}' WHERE phone = '{active}'`, /member-has-left/],
  [
    'gives the one who left another number first',
    `UPDATE member SET phone = '{nobody}', phone_key = '{nobodyKey}' WHERE id = ${leftId}`,
    /member-has-left/,
  ],
  [
    'takes the addresses off',
    `UPDATE member SET email = NULL, email_key = NULL WHERE id = ${leftId}`,
    /member-has-left/,
  ],
  ['gives the row another id', `UPDATE member SET id = 900 WHERE id = ${leftId}`, /member-moved/],
  ['gives the row another id by rowid', `UPDATE member SET rowid = 900 WHERE id = ${leftId}`, /member-moved/],
  [
    'gives a member the id of one who left',
    `UPDATE OR REPLACE member SET _rowid_ = ${leftId} WHERE phone = '{active}'`,
    /member-(moved|has-left)/,
  ],
  ['moves it to another book', `UPDATE member SET book_id = {other} WHERE phone = '{blockedLeft}'`, /member-moved/],
  [
    'moves one from another book',
    `UPDATE OR REPLACE member SET book_id = {book} WHERE book_id = {other}`,
    /member-(moved|exists|has-left)/,
  ],
];

const departures: Attack[] = [
  ['deletes', 'DELETE FROM departure', /departure-kept/],
  ['deletes one', `DELETE FROM departure WHERE id = ${leftDeparture}`, /departure-kept/],
  ['deletes the addresses', 'DELETE FROM departure_address', /departure-kept/],
  ['writes another address', `UPDATE departure_address SET address = '{nobody}'`, /departure-kept/],
  [
    'fills in an erased address',
    `UPDATE departure_address SET address = '{nobody}' WHERE address IS NULL`,
    /departure-kept/,
  ],
  ['changes the key', `UPDATE departure_address SET address_key = 'x'`, /departure-kept/],
  [
    'moves an address to another departure',
    `UPDATE OR REPLACE departure_address SET departure_id = 1`,
    /departure-kept/,
  ],
  ['moves its row', `UPDATE departure_address SET rowid = rowid + 100`, /departure-kept/],
  ['moves it to another book', `UPDATE departure SET book_id = {other}`, /departure-kept/],
  ['gives it to another member', `UPDATE departure SET member_id = NULL`, /departure-kept/],
  ['gives it another id', `UPDATE departure SET id = id + 100`, /departure-kept/],
  ['gives it another rowid', `UPDATE OR REPLACE departure SET rowid = 1 WHERE id > 1`, /departure-kept/],
  ['makes it older', 'UPDATE departure SET at = 0', /departure-kept/],
  ['makes its words older', 'UPDATE departure SET after_message = 0', /departure-kept/],
  ['makes room for more addresses', 'UPDATE departure SET addresses = 9', /departure-kept/],
  [
    'replaces it by an ended one',
    `REPLACE INTO departure (id, book_id, was_active, at, after_message, addresses, via, ended_by) VALUES (${leftDeparture}, {book}, 1, 1, 0, 1, 'sms', 1)`,
    /departure-/,
  ],
  [
    'replaces it by another',
    `INSERT OR REPLACE INTO departure (id, book_id, was_active, at, after_message, addresses, via) VALUES (${leftDeparture}, {other}, 1, 1, 0, 1, 'sms')`,
    /departure-exists/,
  ],
  [
    'replaces an address by rowid',
    `INSERT OR REPLACE INTO departure_address (rowid, departure_id, address, address_key) VALUES (1, 1, NULL, 'y')`,
    /departure-exists|member-has-left/,
  ],
  [
    'adds an address that could end it',
    `INSERT INTO departure_address (departure_id, address, address_key) VALUES (${leftDeparture}, '{nobody}', 'n')`,
    /member-has-left/,
  ],
  ['ends it without words', `UPDATE departure SET ended_by = 999 WHERE id = ${leftDeparture}`, /departure-kept/],
  [
    'ends it with the words that left',
    `UPDATE departure SET ended_by = message_id WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'ends it with words that were no return',
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE text = 'Hej') WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    "ends it with another person's START",
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE sender = '{returned}') WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'ends it with a START to another book',
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE sender = '{left}' AND decision = 'joined') WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'ends it by its rowid and words at once',
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE sender = '{returned}'), rowid = 77 WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'opens one that ended, to write it anew',
    'UPDATE departure SET ended_by = NULL WHERE ended_by IS NOT NULL',
    /departure-kept/,
  ],
  [
    'gives the words another sender',
    `UPDATE message_in SET sender = '{left}' WHERE sender = '{returned}'`,
    /message-forged/,
  ],
  [
    'gives the words another key',
    `UPDATE message_in SET sender_key = '{erasedKey}' WHERE sender = '{returned}' AND decision = 'pending' OR sender = '{returned}' AND decision = 'joined'`,
    /message-forged/,
  ],
  ['stamps words anew', `UPDATE message_in SET sent_at = 9 WHERE sender = '{returned}'`, /message-forged/],
  ['decides words anew', `UPDATE message_in SET decision = 'joined' WHERE sender = '{left}'`, /message-decided/],
  ['gives words another id', `UPDATE OR REPLACE message_in SET id = 500 WHERE sender = '{left}'`, /message-forged/],
  [
    'replaces the words',
    `REPLACE INTO message_in (id, channel, book_id, sender, sender_kind, text, received_at, state, decision, decided_at) VALUES (1, 'sms', {book}, '{left}', 'phone', 'START', 1, 'decided', 'joined', 1)`,
    /message-exists/,
  ],
  [
    'takes the line without what was left behind',
    'UPDATE book SET line_id = NULL WHERE id = {book}; UPDATE book SET line_id = {line} WHERE id = {other}',
    /departures-left-behind/,
  ],
  [
    'takes the line from under the other book',
    'UPDATE OR REPLACE book SET line_id = {line} WHERE id = {other}',
    /departures-left-behind|line-taken/,
  ],
  [
    'founds a book on the line',
    `UPDATE book SET line_id = NULL; INSERT INTO book (name, header, footer, created_at, line_id) VALUES ('Ny', '', '', 1, {line})`,
    /departures-left-behind/,
  ],
  [
    'founds a book under the old id',
    `REPLACE INTO book (id, name, header, footer, created_at) VALUES ({book}, 'Ny', '', '', 1)`,
    /book-exists/,
  ],
  ['renumbers the book', 'UPDATE book SET id = 77 WHERE id = {book}', /book-moved/],
  ['renumbers the book by rowid', 'UPDATE book SET rowid = 77 WHERE id = {book}', /book-moved/],
  ['deletes the book', 'DELETE FROM book', /book-kept/],
  ['forgets who had the line', 'DELETE FROM book_reach', /reach-kept/],
  ['rewrites who had the line', 'UPDATE book_reach SET line_id = {freeLine}', /reach-kept/],
  [
    'replaces who had the line',
    'REPLACE INTO book_reach (rowid, book_id, line_id, since) VALUES (1, {other}, {freeLine}, 1)',
    /reach-kept/,
  ],
  ['deletes the line', 'DELETE FROM line', /line-kept/],
  ['renumbers the line', 'UPDATE line SET id = 77 WHERE id = {line}', /line-kept/],
  ['says that it is another SIM', `UPDATE line SET sim_key = 'x' WHERE id = {line}`, /line-kept/],
  [
    'forgets which SIM it is',
    `INSERT INTO line (sim_key, first_seen_at) VALUES ('imei:1', 1); UPDATE line SET sim_key = NULL WHERE sim_key = 'imei:1'`,
    /line-kept/,
  ],
  [
    'gives the SIM a new line',
    `REPLACE INTO line (sim_key, first_seen_at) SELECT sim_key, 1 FROM line WHERE id = {line}`,
    /line-exists/,
  ],
];

const outbox: Attack[] = [
  ...['delivered', 'failed', 'cancelled', 'expired'].flatMap((final): Attack[] => [
    [`queues what is ${final}`, `UPDATE outbox SET state = 'queued' WHERE state = '${final}'`, /outbox-final/],
    [
      `sends what is ${final}`,
      `UPDATE OR REPLACE outbox SET state = 'sending' WHERE state = '${final}'`,
      /outbox-final/,
    ],
    [`calls ${final} sent`, `UPDATE OR IGNORE outbox SET state = 'sent' WHERE state = '${final}'`, /outbox-final/],
  ]),
  ['queues what is unknown', `UPDATE outbox SET state = 'queued' WHERE state = 'unknown'`, /outbox-final/],
  ['queues what is sent', `UPDATE outbox SET state = 'queued' WHERE state = 'sent'`, /outbox-final/],
  ['calls queued sent', `UPDATE outbox SET state = 'sent' WHERE state = 'queued'`, /outbox-final/],
  ['calls cancelled delivered', `UPDATE outbox SET state = 'delivered' WHERE state = 'cancelled'`, /outbox-final/],
  ['replaces a delivered row', `REPLACE INTO outbox SELECT * FROM outbox WHERE state = 'queued'`, /outbox-exists/],
  [
    'replaces it by what goes to whom',
    `INSERT OR REPLACE INTO outbox (book_id, broadcast_id, kind, rank, channel, recipient, text, state, created_at, state_at) SELECT book_id, broadcast_id, kind, rank, channel, recipient, text, 'queued', 1, 1 FROM outbox WHERE state = 'delivered'`,
    /outbox-exists/,
  ],
  [
    'is born sent',
    `INSERT INTO outbox (book_id, kind, rank, channel, recipient, text, state, created_at, state_at) VALUES ({book}, 'reply', 1, 'sms', '{active}', 'x', 'sent', 1, 1)`,
    /outbox-starts-queued/,
  ],
  [
    'turns a queued row on one that was delivered',
    `UPDATE OR REPLACE outbox SET recipient = (SELECT recipient FROM outbox WHERE state = 'delivered') WHERE state = 'queued'`,
    /outbox-exists/,
  ],
  [
    'sends it in the name of another book',
    `UPDATE outbox SET book_id = {other} WHERE state = 'queued'`,
    /outbox-rewritten/,
  ],
  ['turns a sent row to another', `UPDATE outbox SET recipient = '{nobody}' WHERE state = 'sent'`, /outbox-rewritten/],
  [
    'renumbers over a delivered row',
    `UPDATE OR REPLACE outbox SET rowid = (SELECT id FROM outbox WHERE state = 'delivered') WHERE state = 'queued'`,
    /outbox-rewritten/,
  ],
  ['deletes what is under way', `DELETE FROM outbox WHERE state = 'unknown'`, /outbox-open/],
  [
    'deletes what was delivered of a broadcast that goes on',
    `DELETE FROM outbox WHERE state = 'delivered'`,
    /outbox-open/,
  ],
  [
    'claims a broadcast to one who left',
    `INSERT INTO outbox (book_id, broadcast_id, kind, rank, channel, recipient, text, state, created_at, state_at) VALUES ({book}, 1, 'broadcast', 9, 'sms', '{left}', 'x', 'queued', 1, 1); UPDATE outbox SET state = 'sending' WHERE recipient = '{left}'`,
    /member-has-left/,
  ],
];

const forms = [
  '0701740601',
  '46701740601',
  '+460701740601',
  '+46 701740601',
  '+4670-1740601',
  '+46',
  '+4670174060112345678',
  '+٤٦٧٠١٧٤٠٦٠١',
  '+0701740601',
  'tel:+46701740601',
  ' +46701740601',
  '+46701740601 ',
  '',
].map(
  (phone): Attack => [
    `keeps ${JSON.stringify(phone)} as a number`,
    `INSERT ${member('phone, phone_key', `'${phone}', 'k'`)}`,
    /CHECK constraint/,
  ],
);
const mailForms = [
  'Lena@Example.se',
  'lena',
  'lena@',
  '@example.se',
  'a b@example.se',
  'a@b',
  'a@b@c.se',
  'åÄ@example.se',
  'a@b.se\n',
  'a\tb@c.se',
  '\u00a0a@b.se',
].map(
  (email): Attack => [
    `keeps ${JSON.stringify(email)} as a mail address`,
    `INSERT ${member('email, email_key', `'${email}', 'k'`)}`,
    /CHECK constraint/,
  ],
);

const addresses: Attack[] = [
  ['gives two members one number', `INSERT ${member('phone, phone_key', `'{active}', 'k'`)}`, /member-exists/],
  [
    'replaces a member by the number',
    `INSERT OR REPLACE ${member('phone, phone_key', `'{active}', 'k'`)}`,
    /member-exists/,
  ],
  [
    'takes a number by update',
    `UPDATE member SET phone = '{active}', phone_key = 'k' WHERE phone = '{pending}'`,
    /member-exists/,
  ],
  [
    'takes a number by update or replace',
    `UPDATE OR REPLACE member SET phone = '{active}', phone_key = 'k' WHERE phone = '{pending}'`,
    /member-exists/,
  ],
  [
    'hides a number behind a NUL',
    `INSERT ${member('phone, phone_key', `'{stranger}' || char(0) || '1', 'k'`)}`,
    /CHECK constraint/,
  ],
  [
    'hides a mail address behind a NUL',
    `INSERT ${member('email, email_key', `'a@b.se' || char(0) || 'x', 'k'`)}`,
    /CHECK constraint/,
  ],
  [
    'keeps a number as bytes',
    `INSERT ${member('phone, phone_key', `CAST('{stranger}' AS BLOB), 'k'`)}`,
    /cannot store BLOB/,
  ],
  ['keeps a number without its key', `INSERT ${member('phone', `'{nobody}'`)}`, /CHECK constraint/],
  ['keeps a member without an address', `INSERT ${member('name', `'Ingen'`)}`, /CHECK constraint/],
  ...forms,
  ...mailForms,
];

describe('the database itself refuses', () => {
  let club: BareClub;
  let sqlite: SQLite.Database;
  before(async () => {
    club = await aBareClub();
    sqlite = openBare(club.file);
  });
  after(() => sqlite.close());

  const named = (sql: string): string => {
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
  };
  const tables = ['member', 'departure', 'departure_address', 'outbox', 'message_in', 'book', 'book_reach', 'line'];
  const contents = () => JSON.stringify(tables.map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all()));

  for (const [group, attacks] of Object.entries({ bringingBack, departures, outbox, addresses })) {
    describe(group, () => {
      for (const [what, sql, refusal] of attacks) {
        it(what, () => {
          const before = contents();
          sqlite.exec('BEGIN');
          try {
            assert.throws(() => sqlite.exec(named(sql)), refusal);
          } finally {
            if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
          }
          assert.equal(contents(), before);
        });
      }
    });
  }

  it('and lets the person come back, also one whose address is erased', () => {
    for (const [address, status] of [
      [people.left, 'left'],
      [people.erased, 'erased'],
    ] as const) {
      sqlite.exec('BEGIN');
      sqlite.exec(
        named(`INSERT INTO message_in (channel, book_id, sender, sender_key, sender_kind, text, received_at, state, decision, decided_at)
          VALUES ('sms', {book}, '{${status}}', '{${status}Key}', 'phone', 'START', 9, 'decided', 'joined', 9)`),
      );
      const ended = sqlite
        .prepare(
          `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in)
           WHERE id IN (SELECT departure_id FROM departure_address WHERE address_key = ?)`,
        )
        .run(club.key(address)).changes;
      assert.equal(ended, 1);
      if (address === people.left) {
        sqlite.prepare(`UPDATE member SET status = 'active' WHERE phone = ? AND book_id = ?`).run(address, club.bookId);
      } else {
        sqlite.exec(named(`INSERT ${member('phone, phone_key', `'{erased}', '{erasedKey}'`)}`));
      }
      sqlite.exec('ROLLBACK');
    }
  });
});
