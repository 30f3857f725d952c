import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pause } from '../../electron/clock.ts';
import { aClub } from '../support/club.ts';
import { addMembers, aSending, phone, rejected, taken } from '../support/sending.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the order on a line', () => {
  it('is leave confirmations, replies and receipts, questions, forwards, notices, broadcasts', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, { start: false });
    sending.send({ text: 'Utskick' });
    for (const kind of ['notice', 'forward', 'confirmation', 'receipt', 'reply'] as const) {
      sending.queue({ kind, recipient: phone(50) });
    }
    sending.queue({ kind: 'reply', reply: 'left', text: 'left', recipient: phone(51) });
    sending.worker.start();
    await sending.run();
    const order = sending.line.handed.map(({ text }) => (text.includes('Utskick') ? 'broadcast' : text));
    // A receipt and a reply are of one rank and go by age.
    assert.deepEqual(order, ['left', 'receipt', 'reply', 'confirmation', 'forward', 'notice', 'broadcast']);
  });

  it('lets two running broadcasts take turns, and an answer go between', async () => {
    const club = await aClub();
    await addMembers(club, 3);
    const sending = aSending(club, { script: () => pause(club.clock, 1000).then(taken) });
    sending.send({ text: 'ETT' });
    sending.send({ text: 'TVÅ' });
    await sending.run(1500);
    sending.queue({ kind: 'reply', recipient: phone(90), text: 'svar' });
    await sending.run(MINUTE);
    const order = sending.line.handed.map(({ text }) => (text.match(/ETT|TVÅ|svar/) ?? [''])[0]);
    assert.deepEqual(order, ['ETT', 'TVÅ', 'svar', 'ETT', 'TVÅ', 'ETT', 'TVÅ']);
  });
});

describe('the line', () => {
  it('is handed the next text in the moment it has answered', async () => {
    const club = await aClub();
    await addMembers(club, 5);
    const sending = aSending(club, { script: () => pause(club.clock, 250).then(taken) });
    sending.send({ text: 'Hej' });
    await sending.run(2000);
    assert.deepEqual(
      sending.line.handed.map(({ at }) => at - (sending.line.handed[0]?.at ?? 0)),
      [0, 250, 500, 750, 1000],
    );
  });

  it('gets nothing while it is not ready, before the SIM is read, or when the outbox is paused', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    let mayClaim = false;
    const sending = aSending(club, { mayClaim: () => mayClaim });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(MINUTE);
    mayClaim = true;
    sending.line.state = 'no-network';
    await sending.run(MINUTE);
    sending.line.state = 'ready';
    await sending.outbox['outbox.pause']({}, club.caller);
    await sending.run(MINUTE);
    assert.equal(sending.line.handed.length, 0);
    await sending.outbox['outbox.resume']({}, club.caller);
    await sending.run();
    assert.equal(sending.broadcast(id).counts.sent, 1);
  });

  it('of a practice modem is handed nothing of a real book', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    club.database.write([], (db) => db.prepare('UPDATE line SET practice = 1').run());
    const sending = aSending(club);
    sending.send({ text: 'Hej' });
    await sending.run(MINUTE);
    assert.equal(sending.line.handed.length, 0);
  });

  it('is not kept from the next text by one that no SMS can carry', async () => {
    const club = await aClub();
    const sending = aSending(club, { start: false });
    const tooLong = sending.queue({ kind: 'reply', recipient: phone(1), text: 'å'.repeat(40_000) });
    const good = sending.queue({ kind: 'reply', recipient: phone(2), text: 'Hej' });
    sending.worker.start();
    await sending.run();
    assert.equal(sending.stateOf(tooLong), 'failed:message');
    assert.equal(sending.stateOf(good), 'sent');
  });
});

describe('a long text', () => {
  const long = 'Vi ses vid sjön i morgon klockan tio och alla tar med sig matsäck. '.repeat(5);

  it('goes part by part, joined by a reference that the recipient has not had', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club);
    for (const text of [long, long]) {
      sending.send({ text });
      await sending.run();
    }
    const [a, b] = [sending.line.handed.slice(0, 3), sending.line.handed.slice(3)];
    assert.deepEqual(
      a.map(({ sequence, total }) => [sequence, total]),
      [
        [1, 3],
        [2, 3],
        [3, 3],
      ],
    );
    assert.equal(new Set(a.map(({ concat }) => concat)).size, 1);
    assert.equal(b[0]?.concat, ((a[0]?.concat ?? 0) + 1) % 256);
    assert.ok(
      a
        .map(({ text }) => text)
        .join('')
        .includes(long.trim()),
    );
  });

  it('is finished although its recipient leaves, or it is cancelled, between two parts', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    const sending = aSending(club, { script: () => pause(club.clock, 1000).then(taken) });
    const { id } = sending.send({ text: long });
    await sending.run(1500);
    club.stopp(phone(1));
    await sending.broadcasts['broadcasts.cancel']({ id }, club.caller);
    await sending.run(MINUTE);
    assert.equal(sending.line.handed.length, 3);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} sent`, `${phone(2)} cancelled`]);
    assert.equal(sending.broadcast(id).status, 'cancelled');
  });

  it('stops where a part is refused for good, and says which parts went', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, {
      script: ({ sequence }) => (sequence === 2 ? rejected('recipient', 28) : taken()),
    });
    const { id } = sending.send({ text: long });
    await sending.run(HOUR);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} failed`]);
    assert.deepEqual(club.sql('SELECT state FROM part_out ORDER BY sequence'), ['sent', 'failed']);
  });

  it('goes on with the parts that had not gone when the network comes back', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    let refusals = 1;
    const sending = aSending(club, {
      script: ({ sequence }) => (sequence === 2 && refusals-- > 0 ? rejected('transient', 38) : taken()),
    });
    const { id } = sending.send({ text: long });
    await sending.run(MINUTE);
    assert.deepEqual(
      sending.line.handed.map(({ sequence }) => sequence),
      [1, 2, 2, 3],
    );
    assert.equal(new Set(sending.line.handed.map(({ concat }) => concat)).size, 1);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} sent`]);
  });

  it('is unknown where one part is, and the rest is not sent', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, {
      script: ({ sequence }) => (sequence === 2 ? { kind: 'unknown', text: 'no answer' } : taken()),
    });
    const { id } = sending.send({ text: long });
    await sending.run(24 * HOUR);
    assert.deepEqual(
      sending.line.handed.map(({ sequence }) => sequence),
      [1, 2],
    );
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} unknown`]);
    assert.equal(sending.broadcast(id).status, 'done');
  });
});

describe('a refusal', () => {
  it('of the moment is tried again after 30 s, 2 min, 10 min, 30 min and 2 h, for a day', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, { script: () => rejected('transient', 41) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(48 * HOUR);
    const times = sending.line.handed.map(({ at }) => (at - (sending.line.handed[0]?.at ?? 0)) / 1000);
    assert.deepEqual(times.slice(0, 6), [0, 30, 150, 750, 2550, 9750]);
    assert.ok(times.length < 20 && (times.at(-1) ?? 0) <= 24 * 3600);
    const { status, counts } = sending.broadcast(id);
    assert.deepEqual([status, counts.expired], ['done', 1]);
  });

  it('of the recipient fails that text alone, with the code in the log', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    const sending = aSending(club, { script: ({ to }) => (to === phone(1) ? rejected('recipient', 1) : taken()) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run();
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} failed`, `${phone(2)} sent`]);
    assert.deepEqual(club.sql(`SELECT detail FROM event WHERE kind = 'failed'`), ['{"code":1}']);
  });

  it('of the account stops the line until somebody resumes, and no text is lost', async () => {
    const club = await aClub();
    await addMembers(club, 3);
    const sending = aSending(club, { script: () => rejected('account', 10) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(HOUR);
    assert.equal(sending.line.handed.length, 1);
    const summary = await sending.outbox['outbox.summary']({}, club.caller);
    assert.deepEqual([summary.waitsFor, summary.paused, summary.queued], ['account', true, 3]);
    sending.line.script = taken;
    await sending.outbox['outbox.resume']({}, club.caller);
    await sending.run();
    assert.equal(sending.broadcast(id).counts.sent, 3);
  });

  it('before anything was handed over is tried again soon, for as long as it takes', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    let dead = 20;
    const sending = aSending(club, { script: () => (dead-- > 0 ? { kind: 'not-sent', text: 'no prompt' } : taken()) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(HOUR);
    assert.equal(sending.line.handed.length, 21);
    assert.equal(sending.broadcast(id).counts.sent, 1);
  });

  it('comes too late for a broadcast that was cancelled meanwhile: it is not tried again', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, { script: () => pause(club.clock, 1000).then(() => rejected('transient')) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(500);
    await sending.broadcasts['broadcasts.cancel']({ id }, club.caller);
    await sending.run(HOUR);
    assert.equal(sending.line.handed.length, 1);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} cancelled`]);
  });
});

describe('an unknown outcome', () => {
  it('is never sent again by the program', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    const sending = aSending(club, {
      script: ({ to }) => (to === phone(1) ? { kind: 'unknown', text: 'no answer' } : taken()),
    });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(72 * HOUR);
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(1), phone(2)],
    );
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} unknown`, `${phone(2)} sent`]);
    const { status, counts } = sending.broadcast(id);
    assert.deepEqual([status, counts.unknown, counts.sent], ['done', 1, 1]);
  });
});

describe('stopping', () => {
  it('waits for the text on the wire and takes no other', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    const sending = aSending(club, { script: () => pause(club.clock, 1000).then(taken) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(500);
    const stopped = sending.worker.stop(4000);
    await club.clock.advance(1000);
    await stopped;
    await club.clock.advance(HOUR);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} sent`, `${phone(2)} queued`]);
  });

  it('leaves a text that is not answered in time `sending`, and writes nothing afterwards', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, { script: () => pause(club.clock, 10_000).then(taken) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run(500);
    const stopped = sending.worker.stop(4000);
    await club.clock.advance(4000);
    await stopped;
    await club.clock.advance(HOUR);
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} sending`]);
  });
});
