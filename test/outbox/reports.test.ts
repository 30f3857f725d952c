import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pause } from '../../electron/clock.ts';
import type { StatusReport } from '../../electron/modem/pdu/types.ts';
import { meaningOf, settleReport } from '../../electron/outbox/status-reports.ts';
import { aClub, type Club } from '../support/club.ts';
import { addMembers, aSending, phone, type Script } from '../support/sending.ts';

const MINUTE = 60_000;

function report(club: Club, about: Partial<Omit<StatusReport, 'recipient'>> & { to: string }): boolean {
  const { to, ...rest } = about;
  const now = club.clock.now();
  return club.database.write([], (db) =>
    settleReport(db, club.core, club.lineId, {
      kind: 'status-report',
      reference: 7,
      recipient: { kind: 'number', value: to, ton: to.startsWith('+') ? 1 : 0 },
      sentAt: now,
      dischargedAt: now,
      status: 0,
      ...rest,
    }),
  );
}

async function sent(script: Script = () => ({ kind: 'accepted', reference: 7 }), text = 'Hej', members = 1) {
  const club = await aClub();
  await addMembers(club, members);
  const sending = aSending(club, { script });
  const { id } = sending.send({ text });
  await sending.run();
  return { club, sending, states: () => sending.statesOf(id).map((state) => state.split(' ')[1]) };
}

it('TP-ST says delivered, accepted, failed or nothing', () => {
  for (const [status, meaning] of [
    [0x00, 'delivered'],
    [0x01, 'accepted'],
    [0x02, 'delivered'],
    [0x20, 'accepted'],
    [0x25, 'accepted'],
    [0x40, 'failed'],
    [0x46, 'failed'],
    [0x60, 'failed'],
    [0x7f, 'nothing'],
    [0x80, 'nothing'],
    [0xff, 'nothing'],
  ] as const) {
    assert.equal(meaningOf(status), meaning, status.toString(16));
  }
});

describe('a status report', () => {
  it('makes a sent text delivered', async () => {
    const { club, states } = await sent();
    assert.equal(report(club, { to: phone(1) }), true);
    assert.deepEqual(states(), ['delivered']);
  });

  it('makes it failed when the centre has given up, and several reports end with the last that says something', async () => {
    const { club, states } = await sent();
    report(club, { to: phone(1), status: 0x22 });
    assert.deepEqual(states(), ['sent']);
    report(club, { to: phone(1), status: 0x46 });
    assert.deepEqual(states(), ['failed']);
  });

  it('never takes back that it was delivered', async () => {
    const { club, states } = await sent();
    report(club, { to: phone(1) });
    report(club, { to: phone(1), status: 0x60 });
    assert.deepEqual(states(), ['delivered']);
  });

  it('is of nothing of ours for another number, reference or line', async () => {
    const { club, states } = await sent();
    assert.equal(report(club, { to: phone(2) }), false);
    assert.equal(report(club, { to: phone(1), reference: 8 }), false);
    const otherLine = club.addLine();
    club.database.write([], (db) =>
      assert.equal(
        settleReport(db, club.core, otherLine, {
          kind: 'status-report',
          reference: 7,
          recipient: { kind: 'number', value: phone(1), ton: 1 },
          sentAt: null,
          dischargedAt: null,
          status: 0,
        }),
        false,
      ),
    );
    assert.deepEqual(states(), ['sent']);
  });

  it('may tell the number nationally', async () => {
    const { club, states } = await sent();
    assert.equal(report(club, { to: `0${phone(1).slice(3)}` }), true);
    assert.deepEqual(states(), ['delivered']);
  });

  it('of a long text counts when every part has one', async () => {
    let next = 20;
    const { club, states } = await sent(() => ({ kind: 'accepted', reference: next++ }), 'x'.repeat(250));
    report(club, { to: phone(1), reference: 20 });
    assert.deepEqual(states(), ['sent']);
    report(club, { to: phone(1), reference: 21 });
    assert.deepEqual(states(), ['delivered']);
  });

  it('is of the text nearest in time when the reference has come round again', async () => {
    const { club, sending } = await sent();
    const first = club.clock.now();
    await club.clock.advance(30 * MINUTE);
    const { id } = sending.send({ text: 'Igen' });
    await sending.run();
    report(club, { to: phone(1), sentAt: first + 1000 });
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} sent`]);
    report(club, { to: phone(1), sentAt: club.clock.now() });
    assert.deepEqual(sending.statesOf(id), [`${phone(1)} delivered`]);
  });

  it('settles an unknown text, as delivered or as sent', async () => {
    for (const [status, state] of [
      [0x00, 'delivered'],
      [0x20, 'sent'],
      [0x41, 'failed'],
      [0xc0, 'unknown'],
    ] as const) {
      const { club, states } = await sent(() => ({ kind: 'unknown', text: 'no answer' }));
      assert.deepEqual(states(), ['unknown']);
      report(club, { to: phone(1), reference: 99, status });
      assert.deepEqual(states(), [state]);
    }
  });

  it('from before an unknown text was submitted says nothing of it', async () => {
    const { club, states } = await sent(() => ({ kind: 'unknown', text: 'no answer' }));
    assert.equal(report(club, { to: phone(1), reference: 99, sentAt: club.clock.now() - 20 * MINUTE }), false);
    assert.deepEqual(states(), ['unknown']);
  });

  it('for the unknown part of a text whose rest was never sent shows that it failed', async () => {
    const { club, states } = await sent(
      ({ sequence }) => (sequence === 1 ? { kind: 'accepted', reference: 5 } : { kind: 'unknown', text: '' }),
      'x'.repeat(400),
    );
    report(club, { to: phone(1), reference: 6 });
    assert.deepEqual(states(), ['failed']);
  });

  it('that overtakes the answer of the modem counts if the reference is the same', async () => {
    for (const [told, state] of [
      [7, 'delivered'],
      [8, 'sent'],
    ] as const) {
      const club = await aClub();
      await addMembers(club, 1);
      const sending = aSending(club, {
        script: () => pause(club.clock, 1000).then(() => ({ kind: 'accepted', reference: told })),
      });
      const { id } = sending.send({ text: 'Hej' });
      await sending.run(500);
      report(club, { to: phone(1), reference: 7 });
      await sending.run(1000);
      assert.deepEqual(sending.statesOf(id), [`${phone(1)} ${state}`]);
    }
  });
});
