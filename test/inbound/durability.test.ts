import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNA, club, clubWithMembers, STRANGER } from '../support/peopled-club.ts';

test('what fails halfway leaves nothing behind, and the next start does it once', async () => {
  const texting = await clubWithMembers();
  texting.database.write([], (db) => db.prepare('ALTER TABLE notice RENAME TO elsewhere').run());
  texting.text(STRANGER, 'START');
  assert.deepEqual(texting.sql('SELECT state FROM message_in'), ['waiting']);
  assert.equal(texting.rows().length, 0);
  assert.equal(texting.sql('SELECT count(*) FROM member')[0], 2);
  texting.database.write([], (db) => db.prepare('ALTER TABLE elsewhere RENAME TO notice').run());
  texting.inbound.stop();
  await texting.begin();
  assert.equal(texting.sql('SELECT count(*) FROM member')[0], 3);
  assert.equal(texting.to(STRANGER).length, 1);
});

test('the log tells every text with its decision and reason, and who joined and left, by id alone', async () => {
  const texting = await clubWithMembers();
  texting.text(ANNA, 'STOPP');
  texting.text(STRANGER, 'START');
  texting.text(STRANGER, 'Hemligt');
  const events = texting.sql(
    "SELECT kind || ' ' || coalesce(member_id, '-') || ' ' || reason || ' ' || coalesce(detail ->> '$.decision', '-') FROM event WHERE message_id IS NOT NULL ORDER BY id",
  );
  assert.deepEqual(events, [
    'received 1 stop left',
    'left 1 sms -',
    'received - start joined',
    'joined 3 start -',
    'received 3 not-writer forwarded',
  ]);
  assert.doesNotMatch(texting.sql('SELECT json_group_array(detail) FROM event').join(), /Hemligt|\+46/);
});

test('a text on a line without a book waits, and is judged when the line has one', async () => {
  const texting = await club();
  const lineId = texting.addLine();
  texting.text(STRANGER, 'START', { lineId });
  assert.deepEqual(texting.sql('SELECT state FROM message_in'), ['waiting']);
  assert.equal(texting.rows().length, 0);
  const { id } = await texting.call('books.create', { name: 'Andra boken', lineId });
  assert.deepEqual(texting.sql('SELECT book_id FROM message_in'), [id]);
  assert.deepEqual(texting.sql('SELECT book_id FROM member'), [id]);
});
