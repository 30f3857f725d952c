import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SubmitOutcome } from '../../electron/modem/line.ts';
import { startLine } from '../support/line-bench.ts';
import { answer, createScriptedModem, ERROR, OK, PROMPT } from '../support/scripted-port.ts';
import { createScriptedStorages } from '../support/scripted-sim.ts';

const PDU = { hex: '0001000B916407214365F7000005E8329BFD06', length: 18 };
const CMGS = 'AT+CMGS=18';

async function aReadyLine(modem = createScriptedStorages().modem) {
  const bench = startLine(modem.openPort);
  await bench.until(() => bench.line.health().state === 'ready');
  return { ...bench, modem };
}

describe('a submit', () => {
  const rejected = (code: number | null, because: string, text: string) => ({ kind: 'rejected', code, because, text });
  const afterCtrlZ: { answered: string | null; outcome: object }[] = [
    { answered: answer('+CMGS: 42'), outcome: { kind: 'accepted', reference: 42 } },
    { answered: answer('+CMGS: 0,"26112212000004"'), outcome: { kind: 'accepted', reference: 0 } },
    { answered: OK, outcome: { kind: 'accepted', reference: null } },
    { answered: '\r\n+CMS ERROR: 197\r\n', outcome: { kind: 'accepted', reference: null } },
    { answered: '\r\n+CMS ERROR: 1\r\n', outcome: rejected(1, 'recipient', '+CMS ERROR: 1') },
    { answered: '\r\n+CMS ERROR: 8\r\n', outcome: rejected(8, 'account', '+CMS ERROR: 8') },
    { answered: '\r\n+CMS ERROR: 38\r\n', outcome: rejected(38, 'transient', '+CMS ERROR: 38') },
    { answered: '\r\n+CMS ERROR: 198\r\n', outcome: rejected(198, 'message', '+CMS ERROR: 198') },
    { answered: '\r\n+CMS ERROR: 310\r\n', outcome: rejected(310, 'sim', '+CMS ERROR: 310') },
    { answered: '\r\n+CMS ERROR: 331\r\n', outcome: rejected(331, 'transient', '+CMS ERROR: 331') },
    {
      answered: '\r\n+CMS ERROR: Network out of order\r\n',
      outcome: rejected(38, 'transient', '+CMS ERROR: Network out of order'),
    },
    { answered: '\r\n+CME ERROR: 30\r\n', outcome: rejected(null, 'transient', '+CME ERROR: 30') },
    { answered: '\r\n+CMS ERROR: 300\r\n', outcome: { kind: 'unknown', text: '+CMS ERROR: 300' } },
    { answered: '\r\n+CMS ERROR: 332\r\n', outcome: { kind: 'unknown', text: '+CMS ERROR: 332' } },
    { answered: '\r\n+CMS ERROR: 500\r\n', outcome: { kind: 'unknown', text: '+CMS ERROR: 500' } },
    { answered: '\r\n+CMS ERROR: 772\r\n', outcome: { kind: 'unknown', text: '+CMS ERROR: 772' } },
    { answered: '\r\n+CME ERROR: 100\r\n', outcome: { kind: 'unknown', text: '+CME ERROR: 100' } },
    { answered: ERROR, outcome: { kind: 'unknown', text: 'ERROR' } },
    { answered: null, outcome: { kind: 'unknown', text: 'no answer' } },
  ];
  for (const { answered, outcome } of afterCtrlZ) {
    it(`answered ${JSON.stringify(answered)} after Ctrl-Z is ${JSON.stringify(outcome)}`, async () => {
      const { modem, line, settled } = await aReadyLine();
      modem.on(CMGS, PROMPT);
      modem.on('payload', answered);
      assert.deepEqual(await settled(line.submit(PDU)), outcome);
    });
  }

  const beforeCtrlZ: { answered: string | null; outcome: object }[] = [
    { answered: '\r\n+CMS ERROR: 500\r\n', outcome: rejected(500, 'transient', '+CMS ERROR: 500') },
    { answered: '\r\n+CMS ERROR: 304\r\n', outcome: rejected(304, 'message', '+CMS ERROR: 304') },
    { answered: ERROR, outcome: rejected(null, 'transient', 'ERROR') },
    { answered: null, outcome: { kind: 'not-sent', text: 'no prompt' } },
    { answered: OK, outcome: { kind: 'not-sent', text: 'no prompt' } },
  ];
  for (const { answered, outcome } of beforeCtrlZ) {
    it(`answered ${JSON.stringify(answered)} instead of the prompt is ${JSON.stringify(outcome)}`, async () => {
      const { modem, line, settled } = await aReadyLine();
      modem.on(CMGS, answered);
      assert.deepEqual(await settled(line.submit(PDU)), outcome);
      assert.ok(!modem.heard.some((what) => what.endsWith('<^Z>')));
    });
  }

  it('is not sent when the cable goes before Ctrl-Z, and unknown after it', async () => {
    const { modem, line, clock, settled, until } = await aReadyLine();
    modem.on(CMGS, [null, PROMPT]);
    modem.on('payload', null);
    const before = line.submit(PDU);
    await clock.advance(100);
    modem.unplug();
    assert.deepEqual(await settled(before), { kind: 'not-sent', text: 'the line was lost' });
    modem.plugIn();
    await until(() => line.health().state === 'ready');
    const after = line.submit(PDU);
    const waiting = line.submit(PDU);
    await clock.advance(100);
    modem.unplug();
    assert.deepEqual(await settled(after), { kind: 'unknown', text: 'the line was lost' });
    assert.equal((await settled(waiting)).kind, 'not-sent');
    assert.equal(modem.heard.filter((what) => what.endsWith('<^Z>')).length, 1);
  });

  it('is unknown when the modem starts anew after Ctrl-Z', async () => {
    const { modem, line, clock, settled } = await aReadyLine();
    modem.on(CMGS, PROMPT);
    modem.on('payload', null);
    const sending = line.submit(PDU);
    await clock.advance(100);
    modem.say('\r\nRDY\r\n');
    assert.deepEqual(await settled(sending), { kind: 'unknown', text: 'the modem started anew' });
  });

  it('gets its own reference after one whose answer came too late', async () => {
    const { modem, line, clock, settled } = await aReadyLine();
    modem.on(CMGS, PROMPT);
    modem.on('payload', [null, answer('+CMGS: 42')]);
    const first = line.submit(PDU);
    const second = line.submit(PDU);
    assert.deepEqual(await settled(first), { kind: 'unknown', text: 'no answer' });
    await clock.advance(10);
    modem.say(answer('+CMGS: 41'));
    assert.deepEqual(await settled(second), { kind: 'accepted', reference: 42 });
  });

  it('is refused at once while the line is not ready', async () => {
    const { line } = startLine(createScriptedModem({ plugged: false }).openPort);
    assert.equal((await line.submit(PDU)).kind, 'not-sent');
  });

  it('adds no time to what the modem takes, and no command between submits', async () => {
    const { modem, line, clock } = await aReadyLine();
    await clock.advance(2_000);
    modem.on(CMGS, () => {
      clock.after(100, () => modem.say(PROMPT));
      return null;
    });
    modem.on('payload', () => {
      clock.after(150, () => modem.say(answer('+CMGS: 1')));
      return null;
    });
    const heard = modem.heard.length;
    const done: SubmitOutcome[] = [];
    for (let sent = 0; sent < 20; sent += 1) void line.submit(PDU).then((outcome) => done.push(outcome));
    await clock.advance(20 * 250);
    assert.equal(done.filter(({ kind }) => kind === 'accepted').length, 20);
    assert.equal(modem.heard.length - heard, 40);
  });

  it('lets a sweep go first when a message has come, however long the outbox is', async () => {
    const { modem, line, clock } = await aReadyLine();
    await clock.advance(2_000);
    modem.on(CMGS, PROMPT);
    modem.on('payload', () => {
      clock.after(250, () => modem.say(answer('+CMGS: 1')));
      return null;
    });
    for (let sent = 0; sent < 100; sent += 1) void line.submit(PDU);
    await clock.advance(10);
    const from = modem.heard.length;
    modem.say('\r\n+CMTI: "SM",0\r\n');
    await clock.advance(800);
    const since = modem.heard.slice(from);
    assert.ok(since.includes('AT+CMGL=4'));
    assert.ok(since.filter((what) => what.endsWith('<^Z>')).length <= 3);
  });

  it('is never starved by a stream of announcements', async () => {
    const { modem, line, clock } = await aReadyLine();
    modem.on(CMGS, PROMPT);
    modem.on('payload', answer('+CMGS: 1'));
    modem.on('AT+CMGL=4', () => {
      modem.say('\r\n+CMTI: "SM",0\r\n');
      clock.after(400, () => modem.say(OK));
      return null;
    });
    let accepted = 0;
    for (let sent = 0; sent < 5; sent += 1) void line.submit(PDU).then(() => (accepted += 1));
    await clock.advance(6_000);
    assert.equal(accepted, 5);
  });
});
