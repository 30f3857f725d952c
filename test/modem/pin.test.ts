import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRecordedOwner, startLine } from '../support/line-bench.ts';
import { answer, createScriptedModem, ERROR, OK } from '../support/scripted-port.ts';

/** A SIM that asks for 1234. `counter` is whether the modem tells how many tries are left; `wrong` what it says of a wrong PIN. */
function aLockedSim({ counter = true, wrong = '\r\n+CME ERROR: 16\r\n' as string | null } = {}) {
  const modem = createScriptedModem();
  let open = false;
  let left = 3;
  modem.on('AT+CPIN?', () => answer(`+CPIN: ${open ? 'READY' : left > 0 ? 'SIM PIN' : 'SIM PUK'}`));
  modem.on(/^AT\+CPIN="/, () => {
    if (modem.heard.at(-1) === 'AT+CPIN="1234"') {
      open = true;
      return OK;
    }
    left -= 1;
    return wrong;
  });
  modem.on('AT+CPINR="SIM PIN"', () => (counter ? answer(`+CPINR: SIM PIN,${left},3`) : ERROR));
  modem.on('AT^CPIN?', ERROR);
  modem.on('AT+CCID', answer('+CCID: 8946070000000000017'));
  modem.on('AT+CGSN', answer('490154203237518'));
  const given = () => modem.heard.filter((command) => command.startsWith('AT+CPIN="'));
  return { modem, given, left: () => left };
}

describe('the PIN', () => {
  it('that the SIM took before is given by itself, on record before it is written', async () => {
    const { modem, given } = aLockedSim();
    const owner = createRecordedOwner({ remembered: '1234' });
    let recordedBefore: string[] = [];
    modem.on('AT+CPIN="1234"', () => {
      recordedBefore = [...owner.pins.told];
      modem.on('AT+CPIN?', answer('+CPIN: READY'));
      return OK;
    });
    const { line, until } = startLine(modem.openPort, { owner });
    await until(() => line.health().state === 'ready');
    assert.deepEqual(recordedBefore, ['given 1234']);
    assert.deepEqual(owner.pins.told, ['given 1234', 'taken 1234']);
    assert.equal(given().length, 1);
    assert.equal(owner.sims[0]?.key, '8946070000000000017');
  });

  const wrongAnswers: [string, string | null][] = [
    ['error 16', '\r\n+CME ERROR: 16\r\n'],
    ['a plain error', ERROR],
    ['nothing', null],
  ];
  for (const [name, wrong] of wrongAnswers) {
    it(`is given once and never again when it is wrong and the modem answers ${name}`, async () => {
      const { modem, given, left } = aLockedSim({ wrong });
      const owner = createRecordedOwner({ remembered: '9999' });
      const { line, clock } = startLine(modem.openPort, { owner });
      await clock.advance(300_000);
      modem.unplug();
      await clock.advance(5_000);
      modem.plugIn();
      await clock.advance(300_000);
      assert.equal(given().length, 1);
      assert.equal(left(), 2);
      assert.equal(line.health().state, 'needs-pin');
      assert.equal(await line.enterPin('9999', true), 'tried-before');
    });
  }

  it('is asked of a human, and the right one opens the line', async () => {
    const { modem, given } = aLockedSim();
    const { line, owner, until } = startLine(modem.openPort);
    assert.equal(await line.enterPin('1234', false), 'not-asked');
    await until(() => line.health().state === 'needs-pin');
    assert.deepEqual([line.health().pinTriesLeft, line.health().problem], [3, null]);
    assert.equal(await line.enterPin('9999', false), 'given');
    await until(() => line.health().problem === 'pin-wrong');
    assert.equal(line.health().pinTriesLeft, 2);
    assert.equal(await line.enterPin('1234', false), 'given');
    await until(() => line.health().state === 'ready');
    assert.deepEqual(owner.pins.told, ['given 9999', 'refused 9999', 'given 1234', 'taken 1234']);
    assert.deepEqual(given(), ['AT+CPIN="9999"', 'AT+CPIN="1234"']);
    assert.equal(await line.enterPin('1234', false), 'not-asked');
  });

  for (const counter of [true, false]) {
    it(`keeps the last try for a second yes, ${counter ? 'counted by the modem' : 'reckoned by failures'}`, async () => {
      const { modem, left } = aLockedSim({ counter });
      const { line, until } = startLine(modem.openPort);
      await until(() => line.health().state === 'needs-pin');
      assert.equal(await line.enterPin('1111', false), 'given');
      await until(() => line.health().problem === 'pin-wrong');
      assert.equal(await line.enterPin('2222', false), 'given');
      await until(() => line.health().problem === 'pin-last-try');
      assert.equal(await line.enterPin('3333', false), 'last-try');
      assert.equal(left(), 1);
      assert.equal(await line.enterPin('3333', true), 'given');
      await until(() => line.health().state === 'locked');
      assert.equal(line.health().problem, 'puk-needed');
      assert.equal(await line.enterPin('1234', true), 'not-asked');
    });
  }

  it('is not given by itself when a try of it is missing already', async () => {
    const { modem, given } = aLockedSim();
    modem.on('AT+CPINR="SIM PIN"', answer('+CPINR: SIM PIN,2,3'));
    const { line, clock } = startLine(modem.openPort, { owner: createRecordedOwner({ remembered: '1234' }) });
    await clock.advance(60_000);
    assert.deepEqual([line.health().state, given()], ['needs-pin', []]);
  });

  for (const pin of ['', '123', '123456789', '12a4', '1234"\rAT+CFUN=0']) {
    it(`that no SIM has is never written: ${JSON.stringify(pin)}`, async () => {
      const { modem, given } = aLockedSim();
      const { line, until, clock } = startLine(modem.openPort);
      await until(() => line.health().state === 'needs-pin');
      assert.equal(await line.enterPin(pin, true), 'not-asked');
      await clock.advance(20_000);
      assert.deepEqual(given(), []);
    });
  }

  it('is remembered by the IMEI where the ICCID cannot be read before it', async () => {
    const { modem } = aLockedSim();
    for (const command of ['AT+CCID', 'AT+ICCID', 'AT^ICCID?', /^AT\+CRSM/]) modem.on(command, ERROR);
    const { line, owner, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'needs-pin');
    assert.deepEqual(owner.sims[0], { key: 'imei:490154203237518', iccid: null, imsi: null, imei: '490154203237518' });
    modem.on('AT+CCID', answer('+CCID: 8946070000000000017'));
    modem.on('AT+CIMI', answer('240990000000017'));
    await line.enterPin('1234', false);
    await until(() => line.health().state === 'ready');
    assert.deepEqual(owner.sims[1], {
      key: 'imei:490154203237518',
      iccid: '8946070000000000017',
      imsi: '240990000000017',
      imei: '490154203237518',
    });
  });
});
