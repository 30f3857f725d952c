process.env.TZ = 'Europe/Stockholm';

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aClub } from '../support/club.ts';
import { addMembers, aSending, phone, type Script, taken } from '../support/sending.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One text goes, then the line is gone for `hours`, or the computer is off. */
async function stoodFor(
  hours: number,
  how: 'line' | 'computer',
  book: NonNullable<Parameters<typeof aClub>[0]>['book'] = {},
  paused = false,
) {
  const club = await aClub({ book });
  await addMembers(club, 3);
  const first: Script = ({ to }) => (to === phone(1) ? taken() : { kind: 'not-sent', text: 'unplugged' });
  let sending = aSending(club, { script: first });
  const { id } = sending.send({ text: 'Hej' });
  await sending.run();
  if (paused) await sending.outbox['outbox.pause']({}, club.caller);
  sending.line.state = 'unplugged';
  if (how === 'computer') await sending.worker.stop(0);
  await club.clock.advance(hours * HOUR);
  if (how === 'computer') sending = aSending(club);
  sending.line.script = taken;
  sending.line.state = 'ready';
  await sending.run(MINUTE);
  if (paused) await sending.outbox['outbox.resume']({}, club.caller);
  await sending.run(MINUTE);
  return { club, sending, id, broadcast: sending.broadcast(id) };
}

describe('the rest of a broadcast that stood still', () => {
  for (const how of ['line', 'computer'] as const) {
    it(`for five hours without ${how} goes on`, async () => {
      const { broadcast } = await stoodFor(5, how);
      assert.deepEqual([broadcast.status, broadcast.counts.sent], ['done', 3]);
    });

    it(`for seven hours without ${how} is held and asked about`, async () => {
      const { broadcast } = await stoodFor(7, how);
      assert.deepEqual([broadcast.status, broadcast.heldBecause], ['held', 'stood-still']);
      assert.deepEqual([broadcast.counts.sent, broadcast.counts.queued], [1, 2]);
    });
  }

  it('as long as the book says', async () => {
    const { broadcast } = await stoodFor(7, 'computer', { staleAfterHours: 8 });
    assert.equal(broadcast.status, 'done');
  });

  it('goes on with those it had not reached when it is released', async () => {
    const { club, sending, id } = await stoodFor(7, 'computer');
    await sending.broadcasts['broadcasts.release']({ id }, club.caller);
    await sending.run();
    assert.deepEqual(
      sending.statesOf(id),
      [1, 2, 3].map((n) => `${phone(n)} sent`),
    );
    assert.equal(sending.broadcast(id).status, 'done');
    assert.equal(sending.line.handed.length, 2);
  });

  it('is thrown away when it is dropped', async () => {
    const { club, sending, id } = await stoodFor(7, 'computer');
    await sending.broadcasts['broadcasts.drop']({ id }, club.caller);
    await sending.run(HOUR);
    assert.deepEqual([sending.broadcast(id).status, sending.broadcast(id).counts.cancelled], ['cancelled', 2]);
    assert.equal(sending.line.handed.length, 0);
  });

  it('during quiet hours, or a pause, waited by plan', async () => {
    // It begins at 14:00; of the 16 hours until 06:00 thirteen are quiet.
    const quiet = await stoodFor(16, 'computer', { quietHours: { from: '17:00', to: '08:00' } });
    assert.equal(quiet.broadcast.status, 'sending');
    await quiet.sending.run(3 * HOUR);
    assert.equal(quiet.sending.broadcast(quiet.id).status, 'done');
    const paused = await stoodFor(30, 'computer', {}, true);
    assert.equal(paused.broadcast.status, 'done');
  });

  it('at the limit of a day waited by plan until midnight, also with the computer off', async () => {
    for (const [hours, status] of [
      [15, 'done'],
      [18, 'held'],
    ] as const) {
      const club = await aClub({ book: { dailySmsLimit: 2 } });
      await addMembers(club, 3);
      const before = aSending(club);
      const { id } = before.send({ text: 'Hej' });
      await before.run(MINUTE);
      await before.worker.stop(0);
      await club.clock.advance(hours * HOUR);
      const after = aSending(club);
      await after.run(MINUTE);
      assert.equal(after.broadcast(id).status, status, `${hours} hours`);
    }
  });
});
