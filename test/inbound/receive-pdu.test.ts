import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceivedPdu } from '../../electron/modem/line.ts';
import { encodeDeliver, encodeStatusReport, encodeSubmit } from '../../electron/modem/pdu/encode.ts';
import { aTextingClub, lying, pdusOf, type TextingClub } from '../support/texting-club.ts';

const WRITER = '+46701740686';
const ANNA = '+46701740601';
const STRANGER = '+46701740629';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONG =
  'Bussen till lägret går från Storgatan klockan sju på lördag morgon. Ta med matsäck, regnkläder, sovsäck och en mugg. '.repeat(
    3,
  );

async function club(book = {}): Promise<TextingClub> {
  const texting = await aTextingClub({ book });
  await texting.call('roles.add', { bookId: texting.bookId, role: 'writer', address: WRITER });
  await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: '+46701740640' });
  await texting.addMember({ phone: ANNA });
  await texting.begin();
  return texting;
}

/** The part with that number, counted from 0. */
function part(parts: readonly ReceivedPdu[], index: number): ReceivedPdu {
  const found = parts[index];
  assert.ok(found);
  return found;
}

const messages = (texting: TextingClub) => texting.sql("SELECT state || ' ' || text FROM message_in ORDER BY id");
const broadcasts = (texting: TextingClub) => texting.sql('SELECT text FROM broadcast ORDER BY id');

test('a text that lies in the SIM for many sweeps is one text, and its copies are counted', async () => {
  const texting = await club();
  const [pdu] = pdusOf(WRITER, 'Träning', texting.clock.now());
  assert.ok(pdu);
  for (let sweep = 0; sweep < 3; sweep++)
    assert.deepEqual(texting.inbound.received(texting.lineId, pdu), { deletable: true });
  assert.deepEqual(broadcasts(texting), ['Träning']);
  assert.deepEqual(texting.sql('SELECT copies FROM part_in'), [3]);
});

test('handed over again by the network within seven days it is the same text; later it is another', async () => {
  const texting = await club();
  const sentAt = texting.clock.now();
  const [pdu] = pdusOf(WRITER, 'Träning', sentAt);
  assert.ok(pdu);
  texting.hand(pdu);
  await texting.clock.advance(7 * DAY - 1);
  texting.hand(pdu);
  assert.equal(messages(texting).length, 1);
  await texting.clock.advance(2);
  texting.hand(pdu);
  assert.equal(messages(texting).length, 2);
  assert.deepEqual(broadcasts(texting).length, 2);
  assert.equal(texting.sql("SELECT count(*) FROM broadcast WHERE status = 'held'")[0], 1, 'old by then');
});

test('the same words sent a second later are another text', async () => {
  const texting = await club();
  texting.text(STRANGER, 'ok', { sentAt: texting.clock.now() });
  texting.text(STRANGER, 'ok', { sentAt: texting.clock.now() + 1000 });
  assert.equal(messages(texting).length, 2);
});

test('with a broken stamp a text is a duplicate only while the other copy lies in the SIM too', async () => {
  const texting = await club();
  const [pdu] = pdusOf(STRANGER, 'ok', texting.clock.now());
  assert.ok(pdu);
  // The seven octets of the stamp, after the centre (none), the first octet, sender, PID and DCS.
  const broken: ReceivedPdu = { ...pdu, hex: `${pdu.hex.slice(0, 24)}${'F'.repeat(14)}${pdu.hex.slice(38)}` };
  texting.inbound.received(texting.lineId, broken);
  texting.inbound.received(texting.lineId, broken);
  assert.deepEqual(texting.sql('SELECT sent_at FROM message_in'), [null]);
  texting.inbound.deleted(texting.lineId, broken);
  texting.inbound.received(texting.lineId, broken);
  assert.deepEqual(messages(texting), ['decided ok', 'decided ok']);
});

test('the parts of a long text are joined in any order, and only then judged', async () => {
  const texting = await club();
  const parts = pdusOf(WRITER, LONG, texting.clock.now());
  assert.equal(parts.length, 3);
  for (const index of [2, 0, 2]) texting.hand(part(parts, index));
  assert.deepEqual(texting.sql('SELECT state FROM message_in'), ['incomplete']);
  assert.deepEqual(broadcasts(texting), []);
  texting.hand(part(parts, 1));
  assert.deepEqual(broadcasts(texting), [LONG]);
  texting.hand(part(parts, 1));
  texting.inbound.received(texting.lineId, part(parts, 0));
  assert.equal(messages(texting).length, 1);
});

test('an emoji cut between two parts is whole again', async () => {
  const texting = await club();
  const emoji = `${'å'.repeat(66)}🎉${'ö'.repeat(20)}`;
  const octets = [...Buffer.from(emoji, 'utf16le').swap16()];
  const cut = [octets.slice(0, 134), octets.slice(134)];
  const hexOf = (part: number[], sequence: number) => {
    const whole = encodeDeliver({
      from: STRANGER,
      sentAt: texting.clock.now(),
      tzQuarters: 4,
      part: { text: 'x', encoding: 'ucs2', concat: { reference: 9, bits: 8, total: 2, sequence } },
    });
    const head = whole.hex.slice(0, -18);
    const data = `050003090${2}0${sequence}${Buffer.from(part).toString('hex')}`;
    const hex = `${head}${(data.length / 2).toString(16).padStart(2, '0')}${data}`.toUpperCase();
    return lying({ hex, length: hex.length / 2 - 1 });
  };
  texting.hand(hexOf(cut[1] ?? [], 2));
  texting.hand(hexOf(cut[0] ?? [], 1));
  assert.deepEqual(messages(texting), [`decided ${emoji}`]);
});

test('two senders, two references or two hours apart are never one text', async () => {
  const texting = await club();
  const now = texting.clock.now();
  texting.hand(part(pdusOf(WRITER, LONG, now), 0));
  texting.hand(part(pdusOf(ANNA, LONG, now), 1));
  texting.hand(part(pdusOf(WRITER, LONG, now, 8), 1));
  texting.hand(part(pdusOf(WRITER, LONG, now + 2 * HOUR), 1));
  assert.equal(texting.sql("SELECT count(*) FROM message_in WHERE state = 'incomplete'")[0], 4);
});

test('the same reference with other words begins a new text', async () => {
  const texting = await club();
  const now = texting.clock.now();
  const one = pdusOf(WRITER, LONG, now);
  const two = pdusOf(WRITER, LONG.replaceAll('lördag', 'söndag'), now + 60_000);
  texting.hand(part(one, 0));
  texting.hand(part(two, 0));
  for (const pdu of [...two.slice(1), ...one.slice(1)]) texting.hand(pdu);
  assert.equal(messages(texting).length, 2);
  assert.deepEqual(broadcasts(texting).toSorted(), [LONG, LONG.replaceAll('lördag', 'söndag')]);
});

test('what is not whole is shown after fifteen minutes, told after a day, and completed all the same', async () => {
  const texting = await club();
  const parts = pdusOf(STRANGER, LONG, texting.clock.now());
  texting.hand(part(parts, 0));
  texting.hand(part(parts, 2));
  const shown = () => texting.ask('inbound.list', { bookId: texting.bookId, all: false, limit: 10 });
  assert.equal(shown().length, 0);
  await texting.clock.advance(15 * 60_000);
  assert.deepEqual(
    shown().map(({ state, partsHere, partsTotal }) => [state, partsHere, partsTotal]),
    [['incomplete', 2, 3]],
  );
  assert.match(shown()[0]?.text ?? '', / \[\.\.\.\] /);
  assert.equal(texting.rows().length, 0);
  await texting.clock.advance(DAY);
  assert.match(texting.to('+46701740640').join(), /Meddelande ej skickat\. Från .*\(delar saknas\)/);
  await texting.clock.advance(DAY);
  assert.equal(texting.rows().length, 1);
  texting.hand(part(parts, 1));
  assert.deepEqual(messages(texting), [`decided ${LONG}`]);
});

test('a line that is no PDU is kept and shown, and the good text behind it is read', async () => {
  const texting = await club();
  for (const hex of ['', '0', 'XYZ', '07916407058099F9040B91', '00FF'])
    assert.deepEqual(texting.hand({ hex, declaredLength: 30, slot: { memory: 'SM', index: 1 }, stat: 0 }), {
      deletable: true,
    });
  texting.text(STRANGER, 'START');
  assert.equal(texting.sql("SELECT count(*) FROM message_in WHERE state = 'unreadable'")[0], 5);
  assert.equal(texting.todos().filter((kind) => kind === 'unreadable').length, 5);
  assert.deepEqual(texting.sql('SELECT hex FROM part_in WHERE id = 3'), ['XYZ']);
  assert.equal(texting.sql('SELECT count(*) FROM member')[0], 2);
});

test('drafts in the SIM stay there and are not read', async () => {
  const texting = await club();
  const draft = encodeSubmit({
    to: ANNA,
    part: { text: 'STOPP', encoding: 'gsm7', concat: null },
    validity: null,
    statusReport: false,
  });
  for (const stat of [2, 3]) assert.deepEqual(texting.hand({ ...lying(draft), stat }), { deletable: false });
  assert.deepEqual(messages(texting), []);
});

test('a status report is told to the outbox and is no text', async () => {
  const texting = await club();
  const report = encodeStatusReport({
    reference: 3,
    recipient: ANNA,
    sentAt: texting.clock.now(),
    dischargedAt: texting.clock.now(),
    tzQuarters: 4,
    status: 0,
  });
  texting.text(ANNA, 'START');
  const [reply] = texting.rows(ANNA);
  texting.sendAll();
  texting.database.write([], (db) =>
    db
      .prepare(
        "INSERT INTO part_out (outbox_id, sequence, line_id, state, reference, submitted_at) VALUES (?, 1, ?, 'sent', 3, ?)",
      )
      .run(reply?.id, texting.lineId, texting.clock.now()),
  );
  texting.hand({ hex: report.hex, declaredLength: report.length, slot: null, stat: null });
  assert.equal(texting.rows(ANNA)[0]?.state, 'delivered');
  assert.equal(messages(texting).length, 1);
  assert.deepEqual(texting.sql("SELECT count(*) FROM part_in WHERE state = 'loose'"), [0]);
});

test('a number that the network gives nationally is the same person', async () => {
  const texting = await club();
  texting.text('0701740601', 'STOPP');
  assert.deepEqual(texting.sql('SELECT sender FROM message_in'), [ANNA]);
  assert.deepEqual(texting.sql('SELECT status FROM member'), ['unsubscribed']);
});

test('killed between storing and judging, the next start takes it up, once', async () => {
  const texting = await club();
  texting.inbound.stop();
  const parts = [...pdusOf(WRITER, 'Träning', texting.clock.now()), ...pdusOf(WRITER, LONG, texting.clock.now())];
  for (const pdu of parts) texting.hand(pdu);
  assert.deepEqual(broadcasts(texting), []);
  // As if it had been killed right after the commit of the raw PDUs.
  texting.database.write([], (db) => {
    db.prepare("UPDATE part_in SET state = 'loose', message_id = NULL").run();
    db.prepare('DELETE FROM message_in').run();
  });
  await texting.begin();
  assert.deepEqual(broadcasts(texting), ['Träning', LONG]);
  texting.inbound.stop();
  await texting.begin();
  assert.equal(broadcasts(texting).length, 2);
});
