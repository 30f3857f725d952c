import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBroadcastScheduler } from '../../electron/broadcasts/scheduler.ts';
import { readSetting } from '../../electron/settings/settings-store.ts';
import { aClub } from '../support/club.ts';
import { addMembers, aSending, phone } from '../support/sending.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function planned(inMs: number) {
  const club = await aClub();
  await addMembers(club, 2);
  const sending = aSending(club);
  const scheduler = () => createBroadcastScheduler(club.core, () => sending.worker.wake());
  const at = club.clock.now() + inMs;
  const { id } = sending.send({ text: 'Hej', at });
  return { club, sending, scheduler, id, at };
}

describe('a send-out with a time', () => {
  it('goes at that time, to those who are members then', async () => {
    const { club, sending, scheduler, id, at } = await planned(2 * HOUR);
    scheduler().start();
    assert.equal(sending.broadcast(id).status, 'scheduled');
    club.stopp(phone(1));
    await club.addMember({ name: 'Ny', phone: phone(9) });
    await club.clock.advance(2 * HOUR - 1);
    assert.equal(sending.line.handed.length, 0);
    await club.clock.advance(1);
    assert.deepEqual(
      sending.line.handed.map(({ to, at: sentAt }) => [to, sentAt]),
      [
        [phone(2), at],
        [phone(9), at],
      ],
    );
    assert.equal(sending.broadcast(id).status, 'done');
  });

  it('goes after a restart, also a little late', async () => {
    const { club, sending, scheduler, id } = await planned(HOUR);
    const before = scheduler();
    before.start();
    before.stop();
    await club.clock.advance(3 * HOUR);
    scheduler().start();
    await club.clock.advance(MINUTE);
    assert.equal(sending.broadcast(id).counts.sent, 2);
  });

  it('that passed long ago while the computer was off is held and asked about', async () => {
    const { club, sending, scheduler, id } = await planned(HOUR);
    await club.clock.advance(8 * HOUR);
    scheduler().start();
    await club.clock.advance(MINUTE);
    const { status, heldBecause } = sending.broadcast(id);
    assert.deepEqual([status, heldBecause, sending.line.handed.length], ['held', 'stood-still', 0]);
    await sending.broadcasts['broadcasts.release']({ id }, club.caller);
    await sending.run();
    assert.equal(sending.broadcast(id).counts.sent, 2);
  });

  it('is asked about when the book has lost its number by then', async () => {
    const { club, sending, scheduler, id } = await planned(HOUR);
    await club.call('books.update', { id: club.bookId, patch: { lineId: null } });
    scheduler().start();
    await club.clock.advance(HOUR);
    assert.deepEqual([sending.broadcast(id).status, sending.broadcast(id).heldBecause], ['held', 'no-line']);
  });

  it('can be cancelled', async () => {
    const { club, sending, scheduler, id } = await planned(HOUR);
    scheduler().start();
    await sending.broadcasts['broadcasts.cancel']({ id }, club.caller);
    await club.clock.advance(2 * HOUR);
    assert.deepEqual([sending.broadcast(id).status, sending.line.handed.length], ['cancelled', 0]);
  });
});

describe('that the program runs', () => {
  it('is written down, and a gap is kept as the time away', async () => {
    const { club, scheduler } = await planned(HOUR);
    const first = scheduler();
    first.start();
    await club.clock.advance(10 * MINUTE);
    first.stop();
    const left = readSetting(club.database.read, 'aliveAt');
    assert.ok(club.clock.now() - left < MINUTE);
    await club.clock.advance(HOUR);
    scheduler().start();
    assert.equal(readSetting(club.database.read, 'awayFrom'), left);
    assert.equal(readSetting(club.database.read, 'awayTo'), club.clock.now());
  });
});

describe('a clock that has gone back', () => {
  async function ahead() {
    const made = await planned(30 * 24 * HOUR);
    const { club, sending, scheduler } = made;
    club.database.write([], (db) =>
      db.prepare(`INSERT INTO setting VALUES ('aliveAt', ?)`).run(String(club.clock.now() + HOUR)),
    );
    scheduler().start();
    const { id } = sending.send({ text: 'Nu' });
    const reply = sending.queue({ kind: 'reply', recipient: phone(60) });
    await sending.run(MINUTE);
    return { ...made, id, reply };
  }

  it('holds send-outs, not replies, until it has caught up', async () => {
    const { club, sending, id, reply } = await ahead();
    assert.equal(sending.stateOf(reply), 'sent');
    assert.equal(sending.broadcast(id).counts.sent, 0);
    assert.equal((await sending.outbox['outbox.summary']({}, club.caller)).waitsFor, 'clock');
    assert.deepEqual(club.sql(`SELECT kind FROM todo WHERE done_at IS NULL`), ['clock-back']);
    await sending.run(HOUR);
    assert.equal(sending.broadcast(id).counts.sent, 2);
    assert.deepEqual(club.sql(`SELECT kind FROM todo WHERE done_at IS NULL`), []);
  });

  it('is right when a person says so', async () => {
    const { club, sending, id } = await ahead();
    await sending.outbox['outbox.confirmClock']({}, club.caller);
    await sending.run();
    assert.equal(sending.broadcast(id).counts.sent, 2);
    assert.deepEqual(club.sql(`SELECT kind FROM todo WHERE done_at IS NULL`), []);
  });
});
