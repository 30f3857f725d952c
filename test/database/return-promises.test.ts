import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Attack, itRefuses, member, nameIn } from './attacks.ts';
import { aBareClub, openBare, people } from './bare-club.ts';

const leftId = "(SELECT id FROM member WHERE phone = '{left}' AND book_id = {book})";

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

describe('the database itself refuses to bring back one who has left', () => itRefuses(bringingBack));

it('and lets the person come back, also one whose address is erased', async (test) => {
  const club = await aBareClub();
  const sqlite = openBare(club.file);
  test.after(() => sqlite.close());
  for (const [address, status] of [
    [people.left, 'left'],
    [people.erased, 'erased'],
  ] as const) {
    sqlite.exec('BEGIN');
    sqlite.exec(
      nameIn(
        club,
        `INSERT INTO message_in (channel, book_id, sender, sender_key, sender_kind, text, received_at, state, decision, decided_at)
        VALUES ('sms', {book}, '{${status}}', '{${status}Key}', 'phone', 'START', 9, 'decided', 'joined', 9)`,
      ),
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
      sqlite.exec(nameIn(club, `INSERT ${member('phone, phone_key', `'{erased}', '{erasedKey}'`)}`));
    }
    sqlite.exec('ROLLBACK');
  }
});
