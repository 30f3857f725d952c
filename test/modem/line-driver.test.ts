import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PortError, type PortProblem } from '../../electron/modem/port.ts';
import { startLine } from '../support/line-bench.ts';
import { answer, createScriptedModem, OK } from '../support/scripted-port.ts';
import { createScriptedStorages, HELLO } from '../support/scripted-sim.ts';

describe('a line', () => {
  it('waits for its port, for ever, and sweeps when it is there', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    storages.SM?.set(0, { hex: HELLO });
    modem.unplug();
    let tries = 0;
    const { line, owner, clock, until } = startLine((path) => {
      tries += 1;
      return modem.openPort(path);
    });
    await clock.advance(3_600_000);
    assert.deepEqual([line.health().state, line.health().problem], ['unplugged', 'port-missing']);
    assert.equal(tries, 1_801);
    modem.plugIn();
    await until(() => owner.told.includes('swept 0'), 10_000);
    assert.equal(owner.pdus.length, 1);
    assert.equal(line.health().state, 'ready');
  });

  const problems: [PortProblem, string, string][] = [
    ['busy', 'error', 'port-busy'],
    ['not-permitted', 'error', 'port-not-permitted'],
    ['failed', 'error', 'port-failed'],
  ];
  for (const [code, state, problem] of problems) {
    it(`shows ${problem}, tries less and less often, and works when it may`, async () => {
      const { modem } = createScriptedStorages();
      let wrong = true;
      let tries = 0;
      const { line, clock, until } = startLine((path) => {
        tries += 1;
        return wrong ? Promise.reject(new PortError(code, 'no')) : modem.openPort(path);
      });
      await clock.advance(60_000);
      assert.deepEqual([line.health().state, line.health().problem], [state, problem]);
      // After 0, 1, 3, 7, 15, 25, 35, 45 and 55 s.
      assert.equal(tries, 9);
      wrong = false;
      await until(() => line.health().state === 'ready', 15_000);
    });
  }

  it('comes back after the cable was pulled, and sweeps at once', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    const { line, owner, clock, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    await clock.advance(1_000);
    modem.unplug();
    await clock.advance(10);
    assert.deepEqual([line.health().state, line.health().problem], ['unplugged', 'port-missing']);
    await clock.advance(30_000);
    storages.SM?.set(2, { hex: HELLO });
    modem.plugIn();
    await until(() => owner.told.includes('deleted SM 2'), 5_000);
    assert.equal(line.health().state, 'ready');
  });

  for (let nth = 1; nth <= 37; nth += 1) {
    it(`lives through a cable pulled at its write number ${nth}`, async () => {
      const { modem, storages } = createScriptedStorages(['SM']);
      storages.SM?.set(0, { hex: HELLO });
      let writes = 0;
      const { line, owner, until, clock } = startLine(async (path) => {
        const port = await modem.openPort(path);
        return {
          ...port,
          write(bytes) {
            writes += 1;
            if (writes === nth) modem.unplug();
            return port.write(bytes);
          },
        };
      });
      await until(() => line.health().state === 'unplugged');
      await clock.advance(5_000);
      modem.plugIn();
      await until(() => owner.told.at(-1) === 'swept 0', 20_000);
      assert.equal(line.health().state, 'ready');
      assert.equal(storages.SM?.size, 0);
      assert.deepEqual(new Set(owner.pdus.map(({ hex }) => hex)), new Set([HELLO]));
    });
  }

  it('notices by its heartbeat that the modem has gone silent, and opens the port anew', async () => {
    const { modem } = createScriptedStorages();
    let opened = 0;
    let silent = false;
    const { line, until, clock } = startLine(async (path) => {
      opened += 1;
      const port = await modem.openPort(path);
      return { ...port, write: (bytes) => (silent ? Promise.resolve() : port.write(bytes)) };
    });
    await until(() => line.health().state === 'ready');
    silent = true;
    await until(() => line.health().problem === 'no-answer', 70_000);
    assert.ok(opened >= 1);
    silent = false;
    await until(() => line.health().state === 'ready', 60_000);
    assert.ok(opened >= 2);
    await clock.advance(120_000);
    assert.equal(line.health().state, 'ready');
  });

  it('tells a silent device from one that is no modem', async () => {
    const silent = startLine(createScriptedModem({ otherwise: null }).openPort);
    await silent.until(() => silent.line.health().problem === 'no-answer');
    const gps = startLine(createScriptedModem({ otherwise: '$GPGGA,120000,5919.7,N*47\r\n' }).openPort);
    await gps.until(() => gps.line.health().problem === 'not-a-modem');
  });

  it('sets the modem up again when it starts anew, on the same port', async () => {
    const { modem } = createScriptedStorages();
    let opened = 0;
    const { line, until, clock } = startLine((path) => {
      opened += 1;
      return modem.openPort(path);
    });
    await until(() => line.health().state === 'ready');
    const settings = () => modem.heard.filter((command) => command === 'AT+CMEE=1').length;
    modem.say('\r\n+CPIN: READY\r\n');
    await clock.advance(5_000);
    assert.equal(settings(), 1, 'so soon it belongs to the start before');
    await clock.advance(30_000);
    modem.say('\r\nRDY\r\n\r\n+CPIN: READY\r\n');
    await until(() => settings() === 2 && line.health().state === 'ready', 10_000);
    assert.equal(opened, 1);
  });

  it('follows the network as it comes and goes', async () => {
    const { modem } = createScriptedStorages();
    const { line, until, clock } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    modem.on('AT+CREG?', answer('+CREG: 2,2'));
    modem.say('\r\n+CREG: 2\r\n');
    await clock.advance(10);
    assert.equal(line.health().state, 'no-network');
    modem.say('\r\n+CREG: 1,"00A1","00B2"\r\n');
    await clock.advance(10);
    assert.equal(line.health().state, 'ready');
    modem.on('AT+CSQ', answer('+CSQ: 99,99'));
    modem.on('AT+CREG?', answer('+CREG: 2,5'));
    await clock.advance(31_000);
    assert.deepEqual([line.health().state, line.health().signal], ['ready', null]);
  });

  it('asks anew who it is when the SIM has been taken out and another put in', async () => {
    const { modem } = createScriptedStorages();
    const { line, owner, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    modem.on('AT+CPIN?', '\r\n+CME ERROR: 10\r\n');
    await until(() => line.health().state === 'no-sim');
    modem.on('AT+CCID', answer('+CCID: 8946070000000000025'));
    modem.on('AT+CPIN?', answer('+CPIN: READY'));
    await until(() => line.health().state === 'ready');
    assert.deepEqual(
      owner.sims.map(({ key }) => key),
      ['8946070000000000017', '8946070000000000025'],
    );
  });

  it('stops after the command in flight, and writes nothing more', async () => {
    const { modem } = createScriptedStorages();
    const { line, until, clock } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    await clock.advance(1_000);
    modem.on('AT+CMGS=18', '\r\n> ');
    modem.on('payload', () => {
      clock.after(2_000, () => modem.say(answer('+CMGS: 5')));
      return null;
    });
    const pdu = { hex: '0001000B916407214365F7000005E8329BFD06', length: 18 };
    const [first, second] = [line.submit(pdu), line.submit(pdu)];
    await clock.advance(10);
    let stopped = false;
    void line.stop(4_000).then(() => {
      stopped = true;
    });
    await clock.advance(1_900);
    assert.equal(stopped, false);
    await clock.advance(200);
    assert.equal(stopped, true);
    assert.deepEqual(await first, { kind: 'accepted', reference: 5 });
    assert.equal((await second).kind, 'not-sent');
    const heard = modem.heard.length;
    await clock.advance(120_000);
    assert.equal(modem.heard.length, heard);
  });

  it('leaves a submit unknown that is not answered within the grace of a stop', async () => {
    const { modem } = createScriptedStorages();
    const { line, until, clock } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    modem.on('AT+CMGS=18', '\r\n> ');
    modem.on('payload', null);
    const sending = line.submit({ hex: '0001000B916407214365F7000005E8329BFD06', length: 18 });
    await clock.advance(10);
    void line.stop(4_000);
    await clock.advance(7_000);
    assert.equal((await sending).kind, 'unknown');
  });

  it('goes on when its owner fails', async () => {
    const { modem } = createScriptedStorages();
    const bench = startLine(modem.openPort);
    Object.assign(bench.owner, {
      healthChanged() {
        throw new Error('the screen is gone');
      },
    });
    await bench.until(() => bench.line.health().state === 'ready');
    assert.ok(bench.logged.some((what) => what.includes('the screen is gone')));
  });

  it('works on bytes torn one by one, with echo and numeric answers at first', async () => {
    const torn = createScriptedModem({ tear: 1 });
    const { modem, storages } = createScriptedStorages(['SM'], torn);
    modem.on('AT', ['AT\r0\r', OK]);
    modem.on('ATE0', 'ATE0\r0\r');
    storages.SM?.set(0, { hex: HELLO });
    const { owner, until } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.equal(owner.pdus[0]?.hex, HELLO);
    assert.ok(modem.heard.includes('ATV1'));
  });
});
