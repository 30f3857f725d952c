import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startLine } from '../support/line-bench.ts';
import { answer, ERROR, OK } from '../support/scripted-port.ts';
import { createScriptedStorages, HELLO, HELLO_LENGTH } from '../support/scripted-sim.ts';

const OTHER = HELLO.replace('E8329BFD06', 'E8329BFD07');
/** Cut short on its way, as a modem printed it. */
const DAMAGED = HELLO.slice(0, -6);

function sweptCount(told: readonly string[]): number {
  return told.filter((line) => line.startsWith('swept')).length;
}

describe('a sweep', () => {
  it('hands over what lies in the SIM and in the modem, index 0 too, and empties each slot after that', async () => {
    const { modem, storages } = createScriptedStorages();
    storages.SM?.set(0, { hex: HELLO });
    storages.ME?.set(3, { hex: OTHER, stat: 1 });
    const { owner, until } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.deepEqual(owner.told, [
      `received SM 0 ${HELLO}`,
      'deleted SM 0',
      `received ME 3 ${OTHER}`,
      'deleted ME 3',
      'swept 2',
      'swept 0',
    ]);
    assert.deepEqual([storages.SM?.size, storages.ME?.size], [0, 0]);
    assert.deepEqual(owner.pdus[0], {
      hex: HELLO,
      declaredLength: HELLO_LENGTH,
      slot: { memory: 'SM', index: 0 },
      stat: 0,
    });
  });

  it('begins with PDU mode, for another program may have left text mode', async () => {
    const { modem } = createScriptedStorages();
    const { owner, until } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 1);
    const from = modem.heard.lastIndexOf('AT+CMGF=0');
    assert.ok(from < modem.heard.indexOf('AT+CMGL=4'));
    assert.equal(modem.heard.filter((command) => command === 'AT+CMGF=0').length, 2);
  });

  it('follows +CMTI by itself, once for several, and comes round without one', async () => {
    const { modem, storages } = createScriptedStorages();
    const { owner, until, clock } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 1);
    await clock.advance(1_000);
    storages.SM?.set(4, { hex: HELLO });
    modem.say('\r\n+CMTI: "ME",9\r\n\r\n+CMTI: "SM",4\r\n');
    await clock.advance(199);
    assert.equal(sweptCount(owner.told), 1);
    await clock.advance(302);
    assert.equal(owner.told.at(-1), 'swept 1');
    storages.ME?.set(1, { hex: OTHER });
    await clock.advance(60_000);
    assert.ok(owner.told.includes(`received ME 1 ${OTHER}`));
  });

  it('does not hand over again what could not be deleted, and deletes it when that works', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(1, { hex: HELLO });
    let failing = true;
    modem.on('AT+CMGD=1', () => {
      if (failing) return '\r\n+CMS ERROR: 500\r\n';
      storages.SM?.clear();
      return OK;
    });
    const { owner, until, clock, line } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 2);
    assert.deepEqual(owner.told, [`received SM 1 ${HELLO}`, 'swept 1', 'swept 0']);
    failing = false;
    const heard = modem.heard.length;
    line.sweepSoon();
    await clock.advance(10);
    assert.deepEqual(owner.told.slice(3), ['deleted SM 1', 'swept 0']);
    const since = modem.heard.slice(heard);
    assert.ok(since.indexOf('AT+CMGR=1') < since.indexOf('AT+CMGD=1'), 'compared before the late delete');
  });

  it('leaves a slot whose message was exchanged before the late delete', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(1, { hex: HELLO });
    modem.on('AT+CMGD=1', ERROR);
    const { owner, until, clock, line } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 2);
    modem.on('AT+CMGR=1', answer(`+CMGR: 0,,${HELLO_LENGTH}`, OTHER));
    const tries = () => modem.heard.filter((command) => command === 'AT+CMGD=1').length;
    const before = tries();
    line.sweepSoon();
    await clock.advance(10);
    assert.equal(tries(), before);
    storages.SM?.set(1, { hex: OTHER });
    line.sweepSoon();
    await clock.advance(10);
    assert.ok(owner.told.includes(`received SM 1 ${OTHER}`));
  });

  it('keeps a damaged record as it is, and the good one behind it', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(0, { hex: DAMAGED });
    storages.SM?.set(1, { hex: HELLO });
    const { owner, until } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.deepEqual(owner.told, [
      `received SM 0 ${DAMAGED}`,
      'deleted SM 0',
      `received SM 1 ${HELLO}`,
      'deleted SM 1',
      'swept 2',
      'swept 0',
    ]);
    assert.equal(modem.heard.filter((command) => command === 'AT+CMGR=0').length, 1);
  });

  it('takes the second reading where only the first was damaged', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(0, { hex: HELLO });
    modem.on('AT+CMGL=4', [answer(`+CMGL: 0,0,,${HELLO_LENGTH}`, DAMAGED), answer()]);
    const { owner, until } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.equal(owner.told[0], `received SM 0 ${HELLO}`);
  });

  it('deletes nothing, and calls nothing read, on two damaged readings that differ', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(0, { hex: HELLO });
    modem.on('AT+CMGL=4', [answer(`+CMGL: 0,0,,${HELLO_LENGTH}`, DAMAGED)]);
    modem.on('AT+CMGR=0', answer(`+CMGR: 0,,${HELLO_LENGTH}`, HELLO.slice(0, -2)));
    const { owner, clock } = startLine(modem.openPort);
    await clock.advance(10_000);
    assert.deepEqual(owner.told, []);
    assert.equal(storages.SM?.size, 1);
  });

  it('leaves a slot alone when the owner could not keep its message', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(0, { hex: HELLO });
    storages.SM?.set(1, { hex: OTHER });
    const bench = startLine(modem.openPort);
    const { received } = bench.owner;
    let full = true;
    Object.assign(bench.owner, {
      received: (pdu: Parameters<typeof received>[0]) => {
        if (full && pdu.hex === HELLO) throw new Error('disk full');
        return received(pdu);
      },
    });
    await bench.clock.advance(3_000);
    assert.deepEqual(bench.owner.told, [`received SM 1 ${OTHER}`, 'deleted SM 1']);
    full = false;
    await bench.until(() => bench.owner.told.includes(`received SM 0 ${HELLO}`), 6_000);
  });

  it('leaves drafts, and counts them once', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(2, { hex: HELLO, stat: 2 });
    const { owner, until } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 2);
    assert.deepEqual(owner.told, [`received SM 2 ${HELLO}`, 'swept 1', 'swept 0']);
    assert.equal(storages.SM?.size, 1);
  });

  const lists: [string, string | null][] = [
    ['refuses the list', ERROR],
    ['never comes back from the list', null],
  ];
  for (const [name, list] of lists) {
    it(`reads slot by slot a modem that ${name}`, async () => {
      const { modem, storages } = createScriptedStorages(['SM']);
      storages.SM?.set(0, { hex: HELLO });
      storages.SM?.set(5, { hex: OTHER });
      modem.on('AT+CMGL=4', list);
      const { owner, until } = startLine(modem.openPort);
      await until(() => owner.told.includes('swept 0'), 120_000);
      assert.deepEqual(
        owner.pdus.map(({ hex }) => hex),
        [HELLO, OTHER],
      );
      assert.equal(storages.SM?.size, 0);
    });
  }

  it('reads past unasked lines among the records', async () => {
    const { modem } = createScriptedStorages(['SM']);
    modem.on('AT+CMGL=4', [
      answer(
        `+CMGL: 1,1,,${HELLO_LENGTH}`,
        '^RSSI:12',
        HELLO,
        `+CDS: ${HELLO_LENGTH}`,
        OTHER,
        'RING',
        `+CMGL: 2,1,,${HELLO_LENGTH}`,
        OTHER,
      ),
      answer(),
    ]);
    const { owner, until } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.deepEqual(
      owner.told.filter((line) => line.startsWith('received')),
      [`received routed ${OTHER}`, `received SM 1 ${HELLO}`, `received SM 2 ${OTHER}`],
    );
  });

  it('sets the announcements again when they have vanished', async () => {
    const { modem } = createScriptedStorages(['SM']);
    modem.on('AT+CNMI?', answer('+CNMI: 0,0,0,0,0'));
    const { owner, until } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 1);
    assert.equal(modem.heard.filter((command) => command === 'AT+CNMI=2,1,0,1,0').length, 2);
  });
});

describe('a message that is handed over unasked', () => {
  it('is kept, and acknowledged where the modem stays in phase 2+', async () => {
    const { modem } = createScriptedStorages();
    modem.on('AT+CSMS?', answer('+CSMS: 1,1,1,1'));
    modem.on('AT+CSMS=0', ERROR);
    const { owner, until, clock } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 1);
    modem.say(`\r\n+CMT: ,${HELLO_LENGTH}\r\n${HELLO}\r\n`);
    await clock.advance(10);
    assert.equal(owner.told.at(-1), `received routed ${HELLO}`);
    assert.deepEqual(owner.pdus.at(-1), { hex: HELLO, declaredLength: HELLO_LENGTH, slot: null, stat: null });
    assert.equal(modem.heard.at(-1), 'AT+CNMA');
  });

  it('is not acknowledged in phase 2', async () => {
    const { modem } = createScriptedStorages();
    const { owner, until, clock } = startLine(modem.openPort);
    await until(() => sweptCount(owner.told) === 1);
    modem.say(`\r\n+CDS: ${HELLO_LENGTH}\r\n${HELLO}\r\n`);
    await clock.advance(10);
    assert.equal(owner.told.at(-1), `received routed ${HELLO}`);
    assert.ok(!modem.heard.includes('AT+CNMA'));
  });

  it('waits until the SIM is known', async () => {
    const { modem } = createScriptedStorages();
    modem.on('AT+CPIN?', ['\r\n+CME ERROR: 14\r\n', answer('+CPIN: READY')]);
    const { owner, until } = startLine(modem.openPort);
    await until(() => modem.heard.includes('AT+CPIN?'));
    modem.say(`\r\n+CMT: ,${HELLO_LENGTH}\r\n${HELLO}\r\n`);
    assert.deepEqual(owner.told, []);
    await until(() => owner.told.length > 0);
    assert.deepEqual([owner.sims.length, owner.told[0]], [1, `received routed ${HELLO}`]);
  });
});
