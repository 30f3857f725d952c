process.env.TZ = 'Europe/Stockholm';

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pause } from '../../electron/clock.ts';
import { aClub, type Club } from '../support/club.ts';
import { addMembers, aSending, phone, type Sending, taken } from '../support/sending.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Queued while nothing may go; then something changes, then it may. */
async function queuedThen(change: (club: Club, sending: Sending, memberIds: number[]) => unknown) {
  const club = await aClub();
  const memberIds = await addMembers(club, 2);
  let mayClaim = false;
  const sending = aSending(club, { mayClaim: () => mayClaim });
  const { id } = sending.send({ text: 'Hej' });
  await change(club, sending, memberIds);
  mayClaim = true;
  await sending.run(MINUTE);
  return { club, sending, id, sentTo: sending.line.handed.map(({ to }) => to) };
}

function nearStop(club: Club, address: string): void {
  club.database.write([], (db) =>
    db
      .prepare(`INSERT INTO todo (book_id, kind, address, created_at, hold_until) VALUES (?, 'near-stop', ?, ?, ?)`)
      .run(club.bookId, address, club.clock.now(), club.clock.now() + 48 * HOUR),
  );
}

describe('just before a broadcast goes to somebody it is looked at again whether they', () => {
  const changes: [string, (club: Club, sending: Sending, memberIds: number[]) => unknown, string][] = [
    ['left', (club) => club.stopp(phone(1)), 'has-left'],
    ['were blocked', (club, _sending, ids) => club.call('members.block', { ids: ids.slice(0, 1) }), 'blocked'],
    ['were removed', (club, _sending, ids) => club.call('members.remove', { ids: ids.slice(0, 1) }), 'not-member'],
    [
      'are still who their key says',
      (club) =>
        club.database.write([], (db) => db.prepare(`UPDATE member SET phone_key = 'x' WHERE phone = ?`).run(phone(1))),
      'key-mismatch',
    ],
  ];
  for (const [what, change, error] of changes) {
    it(what, async () => {
      const { sending, sentTo, club, id } = await queuedThen(change);
      assert.deepEqual(sentTo, [phone(2)]);
      const [row] = club.sql(`SELECT state || ':' || error FROM outbox WHERE broadcast_id = ? ORDER BY id`, id);
      assert.equal(row, `cancelled:${error}`);
      assert.equal(sending.broadcast(id).status, 'done');
    });
  }

  it('left in a way that no queue was told of', async () => {
    const { sentTo } = await queuedThen((club) =>
      club.database.write([], (db) =>
        db.prepare(`UPDATE member SET status = 'unsubscribed' WHERE phone = ?`).run(phone(1)),
      ),
    );
    assert.deepEqual(sentTo, [phone(2)]);
  });

  it('left or were blocked as strangers', async () => {
    const { sending, sentTo } = await queuedThen(async (club, sending) => {
      const [broadcastId = 0] = club.sql('SELECT id FROM broadcast').map(Number);
      club.stopp(phone(30));
      await club.call('members.block', { bookId: club.bookId, address: phone(31) });
      for (const n of [30, 31]) sending.queue({ kind: 'broadcast', broadcastId, recipient: phone(n) });
    });
    assert.deepEqual(sentTo, [phone(1), phone(2)]);
    assert.deepEqual(sending.stateOf(3), 'cancelled:has-left');
    assert.deepEqual(sending.stateOf(4), 'cancelled:blocked');
  });

  it('got another number: then it goes there', async () => {
    const { sentTo } = await queuedThen((club, _sending, [id = 0]) =>
      club.call('members.update', { id, patch: { phone: phone(70) } }),
    );
    assert.deepEqual(sentTo, [phone(70), phone(2)]);
  });

  it('and shows a key that does not fit as a to-do', async () => {
    const { club } = await queuedThen((club) =>
      club.database.write([], (db) => db.prepare(`UPDATE member SET phone_key = 'x' WHERE phone = ?`).run(phone(1))),
    );
    assert.deepEqual(club.sql(`SELECT kind FROM todo`), ['key-mismatch']);
  });
});

it('a STOPP in the middle of a broadcast keeps it from that person', async () => {
  const club = await aClub();
  await addMembers(club, 4);
  const sending = aSending(club, { script: () => pause(club.clock, 1000).then(taken) });
  const { id } = sending.send({ text: 'Hej' });
  await sending.run(1500);
  assert.equal(club.stopp(phone(4)).cancelled, 1);
  await sending.run(MINUTE);
  assert.deepEqual(
    sending.line.handed.map(({ to }) => to),
    [phone(1), phone(2), phone(3)],
  );
  assert.equal(sending.broadcast(id).status, 'done');
});

describe('one who may have meant STOPP', () => {
  it('is passed by until that is answered', async () => {
    const { club, sending, sentTo } = await queuedThen((club) => nearStop(club, phone(1)));
    assert.deepEqual(sentTo, [phone(2)]);
    club.database.write([], (db) => db.prepare(`UPDATE todo SET done_at = 1, answer = 'stays'`).run());
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(2), phone(1)],
    );
  });

  it('is told of as waiting for a person, not for the modem, and holds up no time of finishing', async () => {
    const { club, sending, id } = await queuedThen((club) => nearStop(club, phone(1)));
    const summary = await sending.outbox['outbox.summary']({}, club.caller);
    assert.deepEqual([summary.queued, summary.waitsFor, summary.finishesAt], [1, 'answer', null]);
    const { items } = await sending.broadcasts['broadcasts.recipients']({ id, limit: 50, offset: 0 }, club.caller);
    assert.deepEqual(
      items.map(({ to, error }) => [to, error]),
      [
        [phone(1), 'near-stop'],
        [phone(2), null],
      ],
    );
    const finishes = async () => (await sending.broadcasts['broadcasts.get']({ id }, club.caller)).finishesAt;
    assert.equal(await finishes(), null);
    sending.send({ text: 'Nytt' });
    const during = await sending.outbox['outbox.summary']({}, club.caller);
    assert.equal(during.waitsFor, null, 'others are sent to meanwhile');
    assert.notEqual(during.finishesAt, null);
    assert.equal(await finishes(), null, 'what others finish is not what this one finishes');
  });

  it('gets after 48 hours what is new, and never what waited', async () => {
    const { club, sending, id } = await queuedThen((club) => nearStop(club, phone(1)));
    await sending.run(47 * HOUR);
    assert.equal(sending.broadcast(id).status, 'sending');
    await sending.run(2 * HOUR);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} expired`, `${phone(2)} sent`]);
    assert.equal(sending.broadcast(id).status, 'done');
    const next = sending.send({ text: 'Nytt' });
    await sending.run();
    assert.equal(sending.broadcast(next.id).counts.sent, 2);
    assert.deepEqual(club.sql('SELECT done_at FROM todo'), [null]);
  });
});

describe('a book without a line', () => {
  it('keeps what is queued until it has one', async () => {
    const { club, sending, sentTo } = await queuedThen((club) =>
      club.call('books.update', { id: club.bookId, patch: { lineId: null } }),
    );
    assert.deepEqual(sentTo, []);
    await club.call('books.update', { id: club.bookId, patch: { lineId: club.lineId } });
    await sending.run();
    assert.equal(sending.line.handed.length, 2);
  });
});

describe('the limit of a day', () => {
  it('counts every SMS, holds broadcasts only, and ends at midnight', async () => {
    const club = await aClub({ book: { dailySmsLimit: 3 } });
    await addMembers(club, 5);
    const sending = aSending(club);
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(HOUR);
    assert.equal(sending.line.handed.length, 3);
    sending.queue({ kind: 'reply', recipient: phone(60) });
    await sending.run();
    assert.equal(sending.line.handed.length, 4);
    const summary = await sending.outbox['outbox.summary']({}, club.caller);
    assert.equal(summary.waitsFor, 'limit');
    await sending.run(24 * HOUR);
    assert.equal(sending.broadcast(id).counts.sent, 5);
    assert.equal(sending.broadcast(id).status, 'done');
    assert.equal(new Date(sending.line.handed[4]?.at ?? 0).getHours(), 0);
  });

  it('is not passed by a long text', async () => {
    const club = await aClub({ book: { dailySmsLimit: 3 } });
    await addMembers(club, 2);
    const sending = aSending(club);
    sending.send({ text: 'x'.repeat(200) });
    await sending.run(HOUR);
    assert.equal(sending.line.handed.length, 2);
  });

  it('of several days is kept although the rest waits longer than six hours', async () => {
    const club = await aClub({ book: { dailySmsLimit: 2 } });
    await addMembers(club, 5);
    const sending = aSending(club);
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(72 * HOUR);
    assert.deepEqual([sending.broadcast(id).status, sending.broadcast(id).counts.sent], ['done', 5]);
  });
});

describe('quiet hours', () => {
  const quietHours = { from: '21:00', to: '08:00' };
  const at = (club: Club, text: string) => club.clock.advance(new Date(text).getTime() - club.clock.now());

  it('hold a broadcast over the night and let replies through', async () => {
    const club = await aClub({ book: { quietHours } });
    await addMembers(club, 2);
    const sending = aSending(club);
    await at(club, '2026-06-01T23:00:00');
    const { id } = sending.send({ text: 'Hej' });
    sending.queue({ kind: 'reply', recipient: phone(60) });
    await sending.run(HOUR);
    assert.equal(sending.line.handed.length, 1);
    assert.equal((await sending.outbox['outbox.summary']({}, club.caller)).waitsFor, 'quiet-hours');
    await sending.run(12 * HOUR);
    assert.equal(sending.broadcast(id).counts.sent, 2);
    const [, first] = sending.line.handed;
    assert.equal(new Date(first?.at ?? 0).toString().slice(16, 21), '08:00');
  });

  it('do not hold a time that was chosen', async () => {
    const club = await aClub({ book: { quietHours } });
    await addMembers(club, 1);
    const sending = aSending(club);
    await at(club, '2026-06-01T23:00:00');
    const { id } = sending.send({ text: 'Hej', at: club.clock.now() });
    await sending.run();
    assert.equal(sending.broadcast(id).counts.sent, 1);
  });
});

describe('what is too old', () => {
  it('is not sent', async () => {
    const club = await aClub();
    const sending = aSending(club);
    sending.line.state = 'unplugged';
    const id = sending.queue({ kind: 'confirmation', recipient: phone(1), expiresAt: club.clock.now() + HOUR });
    await sending.run(2 * HOUR);
    sending.line.state = 'ready';
    await sending.run();
    assert.equal(sending.stateOf(id), 'expired:stale');
    assert.equal(sending.line.handed.length, 0);
  });
});
