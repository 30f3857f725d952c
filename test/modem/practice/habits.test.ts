import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubmitFault } from '../../../electron/modem/practice/habits.ts';
import { aPracticeModem, NUMBERING, openClient, type TypedClient } from '../../support/typed-client.ts';

const HELLO = '0011000B916407214365F70000FF05E8329BFD06';

async function submit(client: TypedClient, ms = 40): Promise<string> {
  await client.at('AT+CMGS=19');
  return client.type(`${HELLO}\x1a`, ms);
}

const SUBMIT_FAULTS: [name: string, effect: SubmitFault['effect'], said: string, copies: number][] = [
  ['an error code', { kind: 'error', end: { cms: 38 } }, '\r\n+CMS ERROR: 38\r\n', 0],
  ['an error though it went', { kind: 'error', end: { cms: 500 }, accepted: true }, '\r\n+CMS ERROR: 500\r\n', 1],
  ['a lost answer', { kind: 'answer-lost', accepted: true }, '', 1],
  ['a swallowed text', { kind: 'answer-lost', accepted: false }, '', 0],
  ['no reference', { kind: 'no-reference' }, '\r\nOK\r\n', 1],
  ['a slow network', { kind: 'slow', ms: 60_000 }, '', 0],
  ['a pulled cable, accepted', { kind: 'unplug', accepted: true }, '', 1],
  ['a pulled cable, not accepted', { kind: 'unplug', accepted: false }, '', 0],
];
for (const [name, effect, said, copies] of SUBMIT_FAULTS) {
  test(`the second submit meets ${name}, the first none`, async () => {
    const { modem, client } = await aPracticeModem({ habits: { submitFaults: [{ nth: [2], effect }] } });
    assert.equal(await submit(client), '\r\n+CMGS: 1\r\n\r\nOK\r\n');
    assert.equal(await submit(client), said);
    assert.equal(modem.network.submits.length, 1 + copies);
    assert.equal(client.closed() !== null, effect.kind === 'unplug');
  });
}

test('a fault of one recipient leaves the others alone', async () => {
  const effect = { kind: 'error', end: { cms: 1 } } as const;
  const { client } = await aPracticeModem({ habits: { submitFaults: [{ to: '+46709999999', effect }] } });
  assert.match(await submit(client), /OK/);
});

test('after a lost answer the modem goes on with the next command', async () => {
  const effect = { kind: 'answer-lost', accepted: true } as const;
  const { client } = await aPracticeModem({ habits: { submitFaults: [{ effect }] } });
  await submit(client);
  assert.equal(await client.at('AT'), '\r\nOK\r\n');
});

test('a command can fail, be ignored, lose its answer or be slow', async () => {
  const { modem, client } = await aPracticeModem();
  modem.network.telephone('+46701234567').send('Hej');
  modem.habits.faults = [
    { command: '+CMGD', nth: [1], effect: { kind: 'error', end: 'error' } },
    { command: '+CMGD', nth: [2], effect: { kind: 'silent' } },
    { command: '+CMGD', nth: [3], effect: { kind: 'slow', ms: 2000 } },
    { command: '+CREG', form: 'read', effect: { kind: 'error', end: { cms: 500 } } },
    { command: '+CMEE', form: 'set', effect: { kind: 'answer-lost' } },
  ];
  assert.equal(await client.at('AT+CMGD=0'), '\r\nERROR\r\n');
  assert.equal(await client.at('AT+CMGD=0'), '');
  assert.equal(modem.storage().SM?.used(), 1);
  assert.equal(await client.at('AT+CMGD=0', 1999), '');
  assert.equal(await client.type('', 1), '\r\nOK\r\n');
  assert.equal(modem.storage().SM?.used(), 0);
  assert.equal(await client.at('AT+CREG=2'), '\r\nOK\r\n');
  assert.equal(await client.at('AT+CREG?'), '\r\n+CMS ERROR: 500\r\n');
  assert.equal(await client.at('AT+CMEE=2'), '');
  assert.equal(await client.at('AT+CMEE?'), '\r\n+CMEE: 2\r\n\r\nOK\r\n');
});

test('the prompt can be slow and lack its space', async () => {
  const { client } = await aPracticeModem({ habits: { prompt: '\r\n>', promptMs: 3000 } });
  assert.equal(await client.at('AT+CMGS=19', 2999), '');
  assert.equal(await client.type('', 1), '\r\n>');
});

test('torn reads hand out every byte, in pieces that the seed decides', async () => {
  const torn = async (seed: number) => {
    const { client } = await aPracticeModem({ habits: { tornReads: { seed, longest: 3 } } });
    assert.equal(await client.at('AT+CGSN'), '\r\n490154203237518\r\n\r\nOK\r\n');
    return client.pieces;
  };
  const pieces = await torn(1);
  assert.ok(pieces.every((size) => size <= 3) && pieces.length > 7);
  assert.deepEqual(await torn(1), pieces);
  assert.notDeepEqual(await torn(2), pieces);
});

test('noise stands between the lines of an answer', async () => {
  const { modem, client } = await aPracticeModem();
  modem.habits.noise = { lines: ['^RSSI:19', '^BOOT:1'], every: 2 };
  const said = await client.at('ATI');
  assert.match(said, /\^RSSI:19/);
  assert.match(said, /\^BOOT:1/);
  assert.match(said, /IMEI: 490154203237518/);
  assert.match(said, /\r\nOK\r\n$/);
});

test('a pulled cable closes the line, forgets settings and keeps what is stored', async () => {
  const { clock, modem, client } = await aPracticeModem();
  modem.network.telephone('+46701234567').send('Hej');
  await client.at('AT+CMEE=1');
  modem.unplug(5000);
  await clock.advance(0);
  assert.match(client.closed()?.error?.message ?? '', /unplugged/);
  assert.throws(() => modem.open(), { name: 'PortError', code: 'missing' });
  await clock.advance(5000);
  const again = openClient(modem, clock);
  assert.equal(await again.at('AT+CMEE?'), 'AT+CMEE?\r\r\n+CMEE: 0\r\n\r\nOK\r\n');
  assert.equal(modem.storage().SM?.used(), 1);
});

test('a text on its way when the cable is pulled does not arrive', async () => {
  const { clock, modem, client } = await aPracticeModem();
  await submit(client, 39);
  modem.unplug();
  modem.plugIn();
  await clock.advance(1000);
  assert.equal(modem.network.submits.length, 0);
});

test('a client that leaves at the prompt finds the prompt when it comes back', async () => {
  const { clock, modem, client } = await aPracticeModem();
  await client.at('AT+CMGS=19');
  await client.port.close();
  const again = openClient(modem, clock);
  assert.equal(await again.at('AT+CSQ'), '', 'typed into the text');
  assert.equal(await again.type('\x1b'), '\r\nOK\r\n');
  assert.equal(await again.at('AT'), '\r\nOK\r\n');
});

test('a PIN opens the SIM; three wrong ones lock it until the PUK', async () => {
  const { modem, client } = await aPracticeModem({ numbering: { ...NUMBERING, pin: '1234', puk: '87654321' } });
  modem.habits.simBusyMs = 2000;
  modem.network.telephone('+46701234567').send('Hej');
  await client.at('AT+CMEE=1');
  assert.equal(await client.at('AT+CPIN?'), '\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n');
  assert.equal(await client.at('AT+CREG?'), '\r\n+CREG: 0,0\r\n\r\nOK\r\n');
  assert.equal(await client.at('AT+CIMI'), '\r\n+CME ERROR: 11\r\n');
  assert.equal(await client.at('AT+CCID'), '\r\n+CCID: 8946070000000000017\r\n\r\nOK\r\n');
  assert.equal(await client.at('AT+CMGL=4'), '\r\n+CMS ERROR: 311\r\n');
  assert.equal(await client.at('AT+CPIN="0000"'), '\r\n+CME ERROR: 16\r\n');
  assert.equal(await client.at('AT+CPINR'), '\r\n+CPINR: SIM PIN,2,3\r\n+CPINR: SIM PUK,10,10\r\n\r\nOK\r\n');
  assert.equal(await client.at('AT+CPIN="1234"'), '\r\nOK\r\n');
  assert.equal(await client.at('AT+CPIN?'), '\r\n+CME ERROR: 14\r\n', 'busy for a while');
  assert.equal(modem.storage().SM?.used(), 0);
  assert.equal(await client.type('', 2000), '');
  assert.equal(modem.storage().SM?.used(), 1);
  assert.equal(await client.at('AT+CLCK="SC",2'), '\r\n+CLCK: 1\r\n\r\nOK\r\n');

  await client.at('AT+CFUN=1,1');
  await client.at('ATE0;+CMEE=1');
  for (const _ of [1, 2]) assert.equal(await client.at('AT+CPIN="0000"'), '\r\n+CME ERROR: 16\r\n');
  assert.equal(await client.at('AT+CPIN="0000"'), '\r\n+CME ERROR: 12\r\n');
  assert.equal(await client.at('AT+CPIN?'), '\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n');
  assert.equal(await client.at('AT+CPIN="87654321","4321"'), '\r\nOK\r\n');
});

test('without a SIM there is nothing to read, and another SIM has its own numbers', async () => {
  const { modem, client } = await aPracticeModem();
  modem.changeSim(null);
  await client.at('ATE0;+CMEE=1');
  assert.equal(await client.at('AT+CPIN?'), '\r\n+CME ERROR: 10\r\n');
  assert.equal(await client.at('AT+CPMS?'), '\r\n+CMS ERROR: 310\r\n');
  modem.changeSim({ ownNumber: '+46700000200', iccid: '8946070000000000025', imsi: '240990000000025' });
  await client.at('ATE0');
  assert.equal(await client.at('AT+CIMI'), '\r\n240990000000025\r\n\r\nOK\r\n');
  assert.deepEqual(modem.commands.slice(-2), ['E0', '+CIMI']);
});
