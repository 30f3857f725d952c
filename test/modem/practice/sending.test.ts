import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePdu } from '../../../electron/modem/pdu/decode.ts';
import { encodeSubmit } from '../../../electron/modem/pdu/encode.ts';
import { planText } from '../../../electron/modem/pdu/plan.ts';
import { aPracticeModem, OWN_NUMBER, type TypedClient } from '../../support/typed-client.ts';

const ANNA = '+46701234567';
/** "hello" to +46701234567, written out by hand from 3GPP TS 23.040 §9.2.2.2. */
const HELLO = { hex: '0011000B916407214365F70000FF05E8329BFD06', length: 19 };

async function submit(client: TypedClient, { hex, length } = HELLO, ms = 40): Promise<string> {
  assert.equal(await client.at(`AT+CMGS=${length}`), '\r\n> ');
  return client.type(`${hex}\x1a`, ms);
}

/** Sends a text as our own program does, part by part. */
async function sendText(client: TypedClient, to: string, text: string, statusReport = false): Promise<string[]> {
  const { parts, encoding } = planText(text);
  const answers: string[] = [];
  for (const [place, part] of parts.entries()) {
    const concat =
      parts.length === 1 ? null : { reference: 5, bits: 8 as const, total: parts.length, sequence: place + 1 };
    const pdu = encodeSubmit({ to, part: { text: part, encoding, concat }, validity: null, statusReport });
    answers.push(await submit(client, pdu));
  }
  return answers;
}

test('Ctrl-Z hands the text to the telephone after the time a submit takes', async () => {
  const { clock, modem, client } = await aPracticeModem({ habits: { submitMs: 250 } });
  const started = clock.now();
  assert.equal(await submit(client, HELLO, 249), '');
  assert.deepEqual(modem.network.telephone(ANNA).inbox(), []);
  assert.equal(await client.type('', 1), '\r\n+CMGS: 1\r\n\r\nOK\r\n');
  assert.deepEqual(modem.network.telephone(ANNA).inbox(), [{ from: OWN_NUMBER, text: 'hello', at: started + 250 }]);
});

test('ESC takes the text back', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CMGS=19');
  assert.equal(await client.type(`${HELLO.hex}\x1b`, 1000), '\r\nOK\r\n');
  assert.equal(modem.network.submits.length, 0);
});

test('a long text is joined on the telephone, and not shown before it is whole', async () => {
  const { modem, client } = await aPracticeModem();
  const text = 'Räksmörgås 😀 '.repeat(20);
  await sendText(client, ANNA, text);
  const anna = modem.network.telephone(ANNA);
  assert.deepEqual(
    anna.inbox().map((shown) => shown.text),
    [text],
  );
  assert.equal(anna.incomplete(), 0);
  assert.ok(modem.network.submits.length > 1);
});

const REFUSED: [name: string, hex: string, length: number, error: string][] = [
  ['not hex', '0011ZZ', 2, 'not-hex'],
  ['cut short', HELLO.hex.slice(0, -2), HELLO.length, 'wrong-length'],
  ['another length than declared', HELLO.hex, 18, 'wrong-length'],
  ['an octet too many', `${HELLO.hex}00`, 20, 'damaged'],
  ['less user data than it says', HELLO.hex.slice(0, -2), 18, 'damaged'],
  ['no submit', '0004', 1, 'unsupported-type'],
  ['nothing', '', 19, 'too-short'],
];
for (const [name, hex, length, error] of REFUSED) {
  test(`a PDU with ${name} is refused and remembered`, async () => {
    const { modem, client } = await aPracticeModem();
    assert.equal(await submit(client, { hex, length }), '\r\n+CMS ERROR: 304\r\n');
    assert.deepEqual(
      modem.network.malformed.map((each) => [each.hex, each.error]),
      [[hex, error]],
    );
    assert.equal(modem.network.submits.length, 0);
  });
}

test('without a network, or without a service centre, nothing goes out', async () => {
  const { modem, client } = await aPracticeModem();
  modem.habits.registration = 2;
  assert.equal(await submit(client), '\r\n+CMS ERROR: 331\r\n');
  modem.habits.registration = 5;
  await client.at('AT+CSCA=""');
  assert.equal(await submit(client), '\r\n+CMS ERROR: 330\r\n');
  await client.at('AT+CSCA="+46705008999",145');
  assert.equal(await submit(client), '\r\n+CMGS: 1\r\n\r\nOK\r\n');
});

test('references count up and wrap', async () => {
  const { client } = await aPracticeModem({ habits: { submitMs: 0 } });
  let last = '';
  for (let count = 0; count < 256; count++) last = await submit(client);
  assert.equal(last, '\r\n+CMGS: 0\r\n\r\nOK\r\n');
});

test('a report asked for comes back as +CDS, or stored with +CDSI', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CNMI=2,1,0,1,0');
  const [answer = ''] = await sendText(client, ANNA, 'hello', true);
  const [, length, hex = ''] = /^\r\n\+CMGS: 1\r\n\r\nOK\r\n\r\n\+CDS: (\d+)\r\n([0-9A-F]+)\r\n$/.exec(answer) ?? [];
  const decoded = decodePdu(hex, Number(length));
  assert.ok(decoded.ok && decoded.tpdu.kind === 'status-report');
  const { reference, status, recipient } = decoded.tpdu;
  assert.deepEqual([reference, status, recipient.value], [1, 0, ANNA]);

  await client.at('AT+CNMI=2,1,0,2,0');
  modem.network.telephone(ANNA).change({ reportStatus: 0x41, reportMs: 5000 });
  await sendText(client, ANNA, 'hello', true);
  assert.equal(await client.type('', 5000), '\r\n+CDSI: "SM",0\r\n');
  assert.equal(modem.storage().SM?.used(), 1);
});

test('a telephone that is off gets its texts, and reports them, when it is on again', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CNMI=2,1,0,1,0');
  const anna = modem.network.telephone(ANNA);
  anna.change({ on: false });
  assert.deepEqual(await sendText(client, ANNA, 'hello', true), ['\r\n+CMGS: 1\r\n\r\nOK\r\n']);
  assert.deepEqual(anna.inbox(), []);
  anna.change({ on: true });
  assert.match(await client.read(), /^\r\n\+CDS: /);
  assert.equal(anna.inbox().length, 1);
});

test('a national number and an international one are the same telephone', async () => {
  const { modem, client } = await aPracticeModem();
  await sendText(client, '0701234567', 'ett');
  await sendText(client, ANNA, 'två');
  assert.deepEqual(
    modem.network.telephones().map(({ number, inbox }) => [number, inbox().length]),
    [[ANNA, 2]],
  );
});

test('a stored draft is sent and marked as sent', async () => {
  const { modem, client } = await aPracticeModem();
  assert.equal(await client.at('AT+CMGW=19'), '\r\n> ');
  assert.equal(await client.type(`${HELLO.hex}\x1a`), '\r\n+CMGW: 0\r\n\r\nOK\r\n');
  assert.equal(modem.storage().SM?.slots()[0]?.stat, 2);
  assert.equal(await client.at('AT+CMSS=0', 40), '\r\n+CMSS: 1\r\n\r\nOK\r\n');
  assert.equal(modem.storage().SM?.slots()[0]?.stat, 3);
  assert.equal(modem.network.telephone(ANNA).inbox()[0]?.text, 'hello');
});

test('whoever watches the network is told of accepted, refused and received texts', async () => {
  const { modem, client } = await aPracticeModem();
  let told = 0;
  const end = modem.network.onChange(() => told++);
  await submit(client);
  await submit(client, { hex: '00', length: 1 });
  modem.network.telephone(ANNA).send('Hej');
  assert.equal(told, 3);
  end();
  await submit(client);
  assert.equal(told, 3);
});
