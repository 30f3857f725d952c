import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startLine } from '../support/line-bench.ts';
import { answer, createScriptedModem, ERROR, OK, PROMPT } from '../support/scripted-port.ts';
import { createScriptedStorages, HELLO } from '../support/scripted-sim.ts';

const PDU = { hex: '0001000B916407214365F7000005E8329BFD06', length: 18 };

describe('setting a modem up', () => {
  it('tells who it is, which SIM it has and how it stands', async () => {
    const { modem, storages } = createScriptedStorages();
    storages.SM?.set(1, { hex: HELLO, stat: 3 });
    modem.on('AT+CGMI', answer('Quectel'));
    modem.on('AT+CGMM', answer('+CGMM: "EC25"'));
    modem.on('AT+CIMI', answer('240990000000017'));
    modem.on('AT+CSCA?', answer('+CSCA: "+46705008999",145'));
    modem.on('AT+COPS?', answer('+COPS: 0,0,"Tele2",7'));
    modem.on('AT+CNUM', answer('+CNUM: "","46700000100",145'));
    const { line, owner, until, clock } = startLine(modem.openPort);
    assert.equal(line.health().state, 'starting');
    await until(() => line.health().storage.length > 0);
    assert.deepEqual(line.health(), {
      state: 'ready',
      problem: null,
      pinTriesLeft: null,
      operator: 'Tele2',
      signal: 17,
      manufacturer: 'Quectel',
      model: 'EC25',
      imei: '490154203237518',
      ownNumber: '+46700000100',
      smsc: '+46705008999',
      storage: [
        { memory: 'SM', used: 1, total: 25 },
        { memory: 'ME', used: 0, total: 25 },
      ],
      lastHeardAt: clock.now(),
    });
    assert.deepEqual(owner.sims, [
      {
        key: '8946070000000000017',
        iccid: '8946070000000000017',
        imsi: '240990000000017',
        imei: '490154203237518',
      },
    ]);
    assert.ok(modem.heard.includes('AT+CPMS="ME","ME","ME"'));
  });

  it('does with a modem that can do little more than send', async () => {
    const modem = createScriptedModem({ otherwise: ERROR });
    const { storages } = createScriptedStorages(['SM'], modem);
    for (const command of ['AT+CREG?', 'AT+CSQ', 'AT+CGSN', 'AT+CCID', 'AT+CMGL=4']) modem.on(command, ERROR);
    for (const command of ['AT', 'AT+CMGF=0']) modem.on(command, OK);
    modem.on('AT+CMGS=18', PROMPT);
    modem.on('payload', answer('+CMGS: 1'));
    storages.SM?.set(1, { hex: HELLO });
    const { line, owner, until, settled } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.equal(line.health().state, 'ready');
    assert.equal(owner.pdus.length, 1);
    assert.equal((await settled(line.submit(PDU))).kind, 'accepted');
  });

  it('does without AT+CPMS too', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    modem.on(/^AT\+CPMS/, ERROR);
    storages.SM?.set(0, { hex: HELLO });
    const { owner, until } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.equal(owner.pdus.length, 1);
  });

  it('waits for a SIM that is still starting', async () => {
    const { modem } = createScriptedStorages();
    const busy = '\r\n+CME ERROR: 14\r\n';
    modem.on('AT+CPIN?', [busy, busy, busy, answer('+CPIN: READY')]);
    modem.on('AT+CSCA?', [busy, answer('+CSCA: "+46705008999",145')]);
    const { line, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready', 10_000);
    assert.equal(line.health().smsc, '+46705008999');
  });

  const sims: { says: string; state: string; problem: string }[] = [
    { says: '\r\n+CME ERROR: 10\r\n', state: 'no-sim', problem: 'sim-missing' },
    { says: '\r\n+CME ERROR: 13\r\n', state: 'no-sim', problem: 'sim-failed' },
    { says: answer('+CPIN: SIM PUK'), state: 'locked', problem: 'puk-needed' },
  ];
  for (const { says, state, problem } of sims) {
    it(`shows ${problem}, and goes on when the SIM is ready`, async () => {
      const { modem } = createScriptedStorages();
      modem.on('AT+CPIN?', says);
      const { line, until, clock } = startLine(modem.openPort);
      await until(() => line.health().state === state);
      assert.equal(line.health().problem, problem);
      await clock.advance(60_000);
      assert.equal(line.health().state, state);
      modem.on('AT+CPIN?', answer('+CPIN:READY'));
      await until(() => line.health().state === 'ready', 10_000);
    });
  }

  it('reads AT+CPIN? without an OK, and quoted', async () => {
    const { modem } = createScriptedStorages();
    modem.on('AT+CPIN?', '\r\n+CPIN: "READY"\r\n');
    const { line, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready', 20_000);
  });

  it('takes the first announcement that the modem takes, offered or not', async () => {
    const { modem } = createScriptedStorages();
    modem.on('AT+CNMI=?', answer('+CNMI: (0-3),(0,1),(0,2),(0,2),(1)'));
    modem.on(/^AT\+CNMI=\d/, ERROR);
    modem.on('AT+CNMI=2,1,0,2,0', OK);
    const { line, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    const tried = modem.heard.filter((command) => /^AT\+CNMI=\d/.test(command));
    assert.equal(tried[0], 'AT+CNMI=2,1,0,2,1', 'what it offers goes first');
    assert.equal(tried.at(-1), 'AT+CNMI=2,1,0,2,0');
  });

  it('prefers the SIM where the modem itself has few slots, and fewer memories where it refuses three', async () => {
    const { modem } = createScriptedStorages();
    modem.on('AT+CPMS="ME","ME","ME"', ERROR);
    modem.on('AT+CPMS="ME","ME"', answer('+CPMS: 0,5,0,5'));
    const { line, until } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    const chosen = modem.heard.filter((command) => command.startsWith('AT+CPMS="'));
    assert.deepEqual(chosen.slice(0, 3), ['AT+CPMS="ME","ME","ME"', 'AT+CPMS="ME","ME"', 'AT+CPMS="SM","SM","SM"']);
  });

  const registrations: [string, string, string, boolean][] = [
    ['home', '+CREG: 2,1', '+CEREG: 2,0', true],
    ['roaming', '+CREG: 2,5,"00A1","0001"', '+CEREG: 2,0', true],
    ['for SMS only', '+CREG: 2,6', '+CEREG: 2,0', true],
    ['on LTE only', '+CREG: 2,0', '+CEREG: 2,1', true],
    ['searching', '+CREG: 2,2', '+CEREG: 2,2', false],
    ['refused', '+CREG: 2,3', '+CEREG: 2,0', false],
  ];
  for (const [name, creg, cereg, ready] of registrations) {
    it(`counts ${name} as ${ready ? 'a network' : 'none'}`, async () => {
      const { modem } = createScriptedStorages();
      modem.on('AT+CREG?', answer(creg));
      modem.on('AT+CEREG?', answer(cereg));
      const { line, until, owner } = startLine(modem.openPort);
      await until(() => owner.told.includes('swept 0'));
      const { state, problem } = line.health();
      assert.deepEqual([state, problem], ready ? ['ready', null] : ['no-network', 'not-registered']);
    });
  }

  it('tells of a missing service centre and of a full storage', async () => {
    const { modem, storages } = createScriptedStorages(['SM']);
    modem.on('AT+CSCA?', answer('+CSCA: "",129'));
    const { line, until, owner, clock } = startLine(modem.openPort);
    await until(() => owner.told.includes('swept 0'));
    assert.deepEqual([line.health().problem, line.health().smsc], ['no-smsc', null]);
    for (let index = 0; index < 24; index += 1) storages.SM?.set(index, { hex: HELLO, stat: 2 });
    modem.say('\r\n^SMMEMFULL:"SM"\r\n');
    await clock.advance(1_000);
    assert.equal(line.health().problem, 'storage-full');
  });

  it('turns a radio on that is off, and leaves one that is on', async () => {
    const { modem } = createScriptedStorages();
    modem.on('AT+CFUN?', answer('+CFUN: 4'));
    const off = startLine(modem.openPort);
    await off.until(() => off.line.health().state === 'ready');
    assert.ok(modem.heard.includes('AT+CFUN=1'));
    const { modem: on } = createScriptedStorages();
    on.on('AT+CFUN?', answer('+CFUN: 1'));
    const bench = startLine(on.openPort);
    await bench.until(() => bench.line.health().state === 'ready');
    assert.ok(!on.heard.includes('AT+CFUN=1'));
  });

  it('sends nothing that resets, scans, writes flash or ends a prompt by sending', async () => {
    const { modem } = createScriptedStorages();
    const { line, until, clock } = startLine(modem.openPort);
    await until(() => line.health().state === 'ready');
    await clock.advance(120_000);
    assert.equal(modem.heard[0], '<ESC>');
    assert.ok(!modem.heard.some((command) => /\^Z|ATZ|AT&|CFUN=1,1|COPS=\?|COPS=0|CMGD=\d+,/.test(command)));
  });
});
