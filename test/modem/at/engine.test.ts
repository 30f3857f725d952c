import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AtEngine, createAtEngine } from '../../../electron/modem/at/engine.ts';
import type { AtRequest } from '../../../electron/modem/at/request.ts';
import type { Urc } from '../../../electron/modem/at/urc.ts';
import { passUntil } from '../../support/line-bench.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { answer, createScriptedModem, OK, PROMPT, type ScriptedModem } from '../../support/scripted-port.ts';

const PDU = '0001000B916407214365F7000005E8329BFD06';

async function bench(modem: ScriptedModem = createScriptedModem()) {
  const clock = createManualClock();
  const urcs: Urc[] = [];
  const trace: string[] = [];
  const lost: string[] = [];
  const engine: AtEngine = createAtEngine({
    port: await modem.openPort('/dev/modem'),
    clock,
    onUrc: (urc) => urcs.push(urc),
    onHeard: () => {},
    onLost: (why) => lost.push(why),
    trace: (direction, line) => trace.push(`${direction} ${line}`),
  });
  const run = async (request: AtRequest) => {
    let done = false;
    const answered = engine.run(request).finally(() => {
      done = true;
    });
    await passUntil(clock, () => done, 300_000);
    return answered;
  };
  const submit = () =>
    run({
      command: 'AT+CMGS=18',
      timeoutMs: 180_000,
      enough: { prefix: '+CMGS:', afterMs: 5_000 },
      payload: { text: PDU, promptMs: 10_000 },
    });
  return { modem, engine, clock, urcs, trace, lost, run, submit };
}

describe('createAtEngine', () => {
  it('takes echo and unasked lines out of an answer, torn byte by byte', async () => {
    const { modem, run, urcs } = await bench(createScriptedModem({ tear: 1 }));
    modem.on(
      'AT+CMGL=4',
      `AT+CMGL=4\r\r\n+CMGL: 0,1,,18\r\n^RSSI:17\r\n${PDU}\r\n+CMTI: "SM",3\r\n+CMT: ,18\r\nAABB\r\n+CMGL: 2,1,,18\r\n${PDU}\r\n${OK}`,
    );
    const { kind, lines } = await run({ command: 'AT+CMGL=4', timeoutMs: 5_000 });
    assert.equal(kind, 'ok');
    assert.deepEqual(lines, ['+CMGL: 0,1,,18', PDU, '+CMGL: 2,1,,18', PDU]);
    assert.deepEqual(urcs, [
      { kind: 'other' },
      { kind: 'stored' },
      { kind: 'routed', name: '+CMT', header: '+CMT: ,18', pdu: 'AABB' },
    ]);
  });

  it('writes the next command when the answer to the one before has come, and not sooner', async () => {
    const { modem, engine, clock } = await bench();
    modem.on('AT+ONE', null);
    const one = engine.run({ command: 'AT+ONE', timeoutMs: 5_000 });
    const two = engine.run({ command: 'AT+TWO', timeoutMs: 5_000 });
    await clock.advance(1_000);
    assert.deepEqual(modem.heard, ['AT+ONE']);
    modem.say(OK);
    assert.equal((await one).kind, 'ok');
    assert.equal((await two).kind, 'ok');
    assert.equal(clock.now(), createManualClock().now() + 1_000, 'no wait of ours between them');
  });

  it('reads errors by number and by text', async () => {
    const { modem, run } = await bench();
    modem.on('AT+CPIN?', ['\r\n+CME ERROR: 14\r\n', '\r\n+CME ERROR: SIM busy\r\n', '\r\nCOMMAND NOT SUPPORT\r\n']);
    const seen: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      const given = await run({ command: 'AT+CPIN?', timeoutMs: 5_000 });
      seen.push(given.kind === 'error' ? [given.error.family, given.error.code] : given.kind);
    }
    assert.deepEqual(seen, [
      ['CME', 14],
      ['CME', 14],
      [null, null],
    ]);
  });

  it('waits longer while an answer flows, and not for noise', async () => {
    const { modem, engine, clock } = await bench();
    modem.on('AT+CMGL=4', null);
    const listing = engine.run({ command: 'AT+CMGL=4', timeoutMs: 5_000, extendMs: 4_000 });
    for (let index = 0; index < 5; index += 1) {
      await clock.advance(3_000);
      modem.say(`\r\n+CMGL: ${index},1,,18\r\n${PDU}\r\n`);
    }
    modem.say('^RSSI:3\r\n');
    await clock.advance(3_999);
    modem.say('^RSSI:4\r\n');
    await clock.advance(1);
    const { kind, lines } = await listing;
    assert.deepEqual([kind, lines.length], ['timeout', 10]);
  });

  it('after a lost answer drains, finds its modem again, and gives no answer to the wrong command', async () => {
    const { modem, engine, clock, run } = await bench();
    engine.identifyBy({ command: 'AT+CGSN', word: '490154203237518' });
    modem.on('AT+CGSN', ['\r\nOK\r\n', answer('490154203237518')]);
    modem.on('AT+SLOW', null);
    modem.on('AT+CSQ', answer('+CSQ: 20,99'));
    assert.equal((await run({ command: 'AT+SLOW', timeoutMs: 1_000 })).kind, 'timeout');
    const next = engine.run({ command: 'AT+CSQ', timeoutMs: 5_000 });
    await clock.advance(100);
    modem.say('\r\n+SLOW: 1\r\n\r\nOK\r\n');
    await clock.advance(10_000);
    assert.deepEqual((await next).lines, ['+CSQ: 20,99']);
    assert.deepEqual(modem.heard, ['AT+SLOW', '<ESC>', 'AT', 'AT+CGSN', '<ESC>', 'AT', 'AT+CGSN', 'AT+CSQ']);
  });

  it('gives the line up when the modem cannot be brought into step', async () => {
    const { modem, run, lost } = await bench(createScriptedModem({ otherwise: null }));
    assert.equal((await run({ command: 'AT+CSQ', timeoutMs: 5_000 })).kind, 'timeout');
    assert.equal((await run({ command: 'AT+CSQ', timeoutMs: 5_000 })).kind, 'closed');
    assert.deepEqual(lost, ['silent']);
    assert.deepEqual(modem.heard, ['AT+CSQ', '<ESC>', 'AT', '<ESC>', 'AT']);
  });

  it('ends what is running when the modem starts anew, and what waits', async () => {
    const { modem, engine, clock } = await bench();
    modem.on('AT+ONE', null);
    const both = [
      engine.run({ command: 'AT+ONE', timeoutMs: 5_000 }),
      engine.run({ command: 'AT+TWO', timeoutMs: 5_000 }),
    ];
    await clock.advance(10);
    engine.abandon();
    assert.deepEqual(
      (await Promise.all(both)).map(({ kind }) => kind),
      ['reset', 'reset'],
    );
  });

  it('keeps PDUs, PINs and numbers out of the trace', async () => {
    const { modem, run, submit, trace } = await bench();
    modem.on('AT+CMGS=18', PROMPT);
    modem.on('payload', answer('+CMGS: 1'));
    await run({ command: 'AT+CPIN="1234"', timeoutMs: 1_000 });
    await submit();
    modem.say('\r\n+CLIP: "+46701234567",145\r\n');
    const text = trace.join('\n');
    assert.doesNotMatch(text, /1234"|701234567|E8329BFD06/);
    assert.match(text, /out <19 octets>/);
    assert.match(text, /…4567/);
  });
});

describe('the CMGS dialogue', () => {
  const prompts: [string, string][] = [
    ['with a space', PROMPT],
    ['without one', '\r\n>'],
    ['after the echo', 'AT+CMGS=18\r\r\n> '],
    ['on a line of its own', '\r\n>\r\n'],
    ['after a report', '\r\n+CDS: 3\r\n001122\r\n\r\n> '],
  ];
  for (const [name, prompt] of prompts) {
    it(`writes the PDU at a prompt ${name}`, async () => {
      const { modem, submit } = await bench(createScriptedModem({ tear: 1 }));
      modem.on('AT+CMGS=18', prompt);
      modem.on('payload', `${PDU}\x1a\r\n${answer('^RSSI:9', '+CMGS: 7')}`);
      const given = await submit();
      assert.deepEqual([given.kind, given.handedOver, given.lines], ['ok', true, ['+CMGS: 7']]);
      assert.deepEqual(modem.heard, ['AT+CMGS=18', `${PDU}<^Z>`]);
    });
  }

  it('waits for a prompt that comes after nine seconds', async () => {
    const { modem, engine, clock } = await bench();
    modem.on('AT+CMGS=18', null);
    const sending = engine.run({ command: 'AT+CMGS=18', timeoutMs: 1, payload: { text: PDU, promptMs: 10_000 } });
    await clock.advance(9_000);
    assert.deepEqual(modem.heard, ['AT+CMGS=18']);
    modem.say(PROMPT);
    assert.equal((await sending).handedOver, true);
  });

  it('leaves by ESC when no prompt comes, and writes no PDU at a late one', async () => {
    const { modem, submit, run } = await bench();
    modem.on('AT+CMGS=18', null);
    modem.on('<ESC>', [PROMPT, OK]);
    const given = await submit();
    assert.deepEqual([given.kind, given.handedOver], ['timeout', false]);
    assert.deepEqual(modem.heard, ['AT+CMGS=18', '<ESC>']);
    assert.equal((await run({ command: 'AT+CSQ', timeoutMs: 1_000 })).kind, 'ok');
    assert.deepEqual(modem.heard, ['AT+CMGS=18', '<ESC>', '<ESC>', 'AT', 'AT+CSQ']);
  });

  it('takes an error before the prompt as the answer, with nothing handed over', async () => {
    const { modem, submit } = await bench();
    modem.on('AT+CMGS=18', '\r\n+CMS ERROR: 331\r\n');
    const given = await submit();
    assert.deepEqual([given.kind, given.handedOver], ['error', false]);
    assert.deepEqual(modem.heard, ['AT+CMGS=18']);
  });

  it('does without the OK after +CMGS', async () => {
    const { modem, submit, clock } = await bench();
    modem.on('AT+CMGS=18', PROMPT);
    modem.on('payload', '\r\n+CMGS: 9\r\n');
    const before = clock.now();
    assert.deepEqual((await submit()).lines, ['+CMGS: 9']);
    assert.ok(clock.now() - before < 10_000);
  });

  it('never takes a late +CMGS for the answer to the next command', async () => {
    const { modem, submit, engine, clock } = await bench();
    modem.on('AT+CMGS=18', PROMPT);
    modem.on('payload', [null, answer('+CMGS: 42')]);
    assert.deepEqual([(await submit()).kind], ['timeout']);
    const second = engine.run({
      command: 'AT+CMGS=18',
      timeoutMs: 180_000,
      payload: { text: PDU, promptMs: 10_000 },
    });
    await clock.advance(100);
    modem.say(answer('+CMGS: 41'));
    await clock.advance(5_000);
    assert.deepEqual((await second).lines, ['+CMGS: 42']);
  });
});
