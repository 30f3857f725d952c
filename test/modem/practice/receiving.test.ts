import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePdu } from '../../../electron/modem/pdu/decode.ts';
import { textOf } from '../../../electron/modem/pdu/text.ts';
import { aPracticeModem } from '../../support/typed-client.ts';

const ANNA = '+46701234567';

/** The texts in an answer of +CMGL or +CMGR, read as a client reads them. */
function textsIn(answer: string): string[] {
  return [...answer.matchAll(/,(\d+)\r\n([0-9A-F]+)\r\n/g)].map(([, length, hex]) => {
    const decoded = decodePdu(hex ?? '', Number(length));
    assert.ok(decoded.ok && decoded.tpdu.kind === 'deliver');
    return textOf([decoded.tpdu.userData]);
  });
}

test('a text is stored, announced, listed, read and deleted', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CNMI=2,1,0,1,0');
  modem.network.telephone(ANNA).send('Hej på dig');
  assert.equal(await client.read(), '\r\n+CMTI: "SM",0\r\n');

  const listed = await client.at('AT+CMGL=4');
  assert.match(listed, /^\r\n\+CMGL: 0,0,,\d+\r\n[0-9A-F]+\r\n\r\nOK\r\n$/);
  assert.deepEqual(textsIn(listed), ['Hej på dig']);
  assert.match(await client.at('AT+CMGR=0'), /^\r\n\+CMGR: 1,,\d+\r\n/, 'it counts as read from now on');
  assert.equal(await client.at('AT+CMGL=0'), '\r\nOK\r\n');

  assert.equal(await client.at('AT+CMGD=0'), '\r\nOK\r\n');
  assert.equal(await client.at('AT+CPMS?'), '\r\n+CPMS: "SM",0,20,"SM",0,20,"SM",0,20\r\n\r\nOK\r\n');
});

const ANNOUNCED: [cnmi: string, said: RegExp, stored: number][] = [
  ['0,0,0,0,0', /^$/, 1],
  ['2,0,0,0,0', /^$/, 1],
  ['0,1,0,0,0', /^$/, 1],
  ['1,1,0,0,0', /^\r\n\+CMTI: "SM",0\r\n$/, 1],
  ['2,2,0,0,0', /^\r\n\+CMT: ,\d+\r\n[0-9A-F]+\r\n$/, 0],
];
for (const [cnmi, said, stored] of ANNOUNCED) {
  test(`+CNMI=${cnmi} decides where a text goes and what is said`, async () => {
    const { modem, client } = await aPracticeModem();
    await client.at(`AT+CNMI=${cnmi}`);
    modem.network.telephone(ANNA).send('Hej');
    assert.match(await client.read(), said);
    assert.equal(modem.storage().SM?.used(), stored);
  });
}

test('texts lie where <mem3> says and are listed where <mem1> says', async () => {
  const { modem, client } = await aPracticeModem({ profile: { firstIndex: 1 } });
  await client.at('AT+CNMI=2,1');
  await client.at('AT+CPMS="SM","SM","ME"');
  modem.network.telephone(ANNA).send('Hej');
  assert.equal(await client.read(), '\r\n+CMTI: "ME",1\r\n');
  assert.equal(await client.at('AT+CMGL=4'), '\r\nOK\r\n');
  await client.at('AT+CPMS="ME"');
  assert.deepEqual(textsIn(await client.at('AT+CMGL=4')), ['Hej']);
});

test('a full SIM keeps texts in the network, and each freed slot lets the next in by its turn', async () => {
  const { modem, client } = await aPracticeModem({ profile: { simSlots: 2 } });
  const anna = modem.network.telephone(ANNA);
  for (const text of ['ett', 'två', 'tre', 'fyra']) anna.send(text);
  assert.deepEqual(textsIn(await client.at('AT+CMGL=4')), ['ett', 'två']);
  assert.equal(modem.network.waiting(), 2);
  await client.at('AT+CMGD=0');
  assert.equal(modem.network.waiting(), 1);
  assert.deepEqual(textsIn(await client.at('AT+CMGL=4')), ['tre', 'två']);
  await client.at('AT+CMGD=0,4');
  assert.deepEqual(textsIn(await client.at('AT+CMGL=4')), ['fyra']);
});

test('a long text comes in the parts and the order that were asked for', async () => {
  const { modem, client } = await aPracticeModem();
  const sent = modem.network.telephone(ANNA).send('å'.repeat(400), { order: [3, 1, 3], reference: 7 });
  assert.equal(sent.parts, 3);
  const sequences = async () =>
    [...(await client.at('AT+CMGL=4')).matchAll(/,(\d+)\r\n([0-9A-F]+)\r\n/g)].map(([, length, hex]) => {
      const decoded = decodePdu(hex ?? '', Number(length));
      return decoded.ok && decoded.tpdu.kind === 'deliver' ? decoded.tpdu.userData.header?.concat : null;
    });
  const part = (sequence: number) => ({ reference: 7, bits: 8, total: 3, sequence });
  assert.deepEqual(await sequences(), [part(3), part(1), part(3)]);
  sent.sendPart(2);
  assert.deepEqual(await sequences(), [part(3), part(1), part(3), part(2)]);
});

test('a telephone that cuts an emoji in two sends its halves in two parts', async () => {
  const { modem } = await aPracticeModem();
  modem.network.telephone(ANNA).send(`${'ж'.repeat(66)}😀${'ж'.repeat(10)}`, { cutsPairs: true });
  const parts = modem
    .storage()
    .SM?.slots()
    .map(({ hex, length }) => decodePdu(hex, length));
  const userData = parts?.map((part) => (part.ok && part.tpdu.kind === 'deliver' ? part.tpdu.userData : null));
  assert.deepEqual(
    userData?.map((each) =>
      Buffer.from(each?.units ?? [])
        .toString('hex')
        .slice(-4),
    ),
    ['d83d', '0436'],
  );
  assert.equal(textOf(userData?.filter((each) => each !== null) ?? []), `${'ж'.repeat(66)}😀${'ж'.repeat(10)}`);
});

test('an announcement waits while a text is typed, and breaks in where the modem is so minded', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CNMI=2,1');
  assert.equal(await client.at('AT+CMGS=19'), '\r\n> ');
  modem.network.telephone(ANNA).send('Hej');
  assert.equal(await client.read(), '');
  assert.equal(await client.type('\x1b'), '\r\nOK\r\n\r\n+CMTI: "SM",0\r\n');

  modem.habits.interrupts = true;
  await client.at('AT+CMGS=19');
  modem.network.telephone(ANNA).send('Hej');
  assert.equal(await client.read(), '\r\n+CMTI: "SM",1\r\n');
});

test('texts wait for a modem that is unplugged, has its radio off or wants its PIN', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CFUN=4');
  modem.network.telephone(ANNA).send('Hej');
  assert.equal(modem.storage().SM?.used(), 0);
  await client.at('AT+CFUN=1');
  assert.equal(modem.storage().SM?.used(), 1);

  modem.unplug();
  modem.network.telephone(ANNA).send('Hej igen');
  assert.equal(modem.network.waiting(), 1);
  modem.plugIn();
  assert.equal(modem.storage().SM?.used(), 2);
});

test('under +CSMS=1 a routed text keeps the next one waiting until +CNMA', async () => {
  const { modem, client } = await aPracticeModem();
  await client.at('AT+CSMS=1;+CNMI=2,2,0,1,0');
  modem.network.telephone(ANNA).send('ett');
  modem.network.telephone(ANNA).send('två');
  assert.match(await client.read(), /^\r\n\+CMT: ,\d+\r\n[0-9A-F]+\r\n$/);
  assert.match(await client.at('AT+CNMA'), /^\r\nOK\r\n\r\n\+CMT: /);
});

test('octets of any kind can be planted in a slot or sent through the network', async () => {
  const { modem, client } = await aPracticeModem();
  modem.storage().SM?.plant({ index: 3, stat: 1, hex: '0791640705', length: 30 });
  modem.network.sendRaw({ kind: 'deliver', hex: 'FFFF', length: 1 });
  assert.equal(await client.at('AT+CMGL=4'), '\r\n+CMGL: 0,0,,1\r\nFFFF\r\n+CMGL: 3,1,,30\r\n0791640705\r\n\r\nOK\r\n');
});
