import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aTextingClub, pdusOf, type TextingClub } from '../support/texting-club.ts';

const WRITER = '+46701740686';
const SECOND = '+46701740687';
const ANNA = '+46701740601';
const BO = '+46701740602';
const MINUTE = 60_000;

async function closedLaptop(): Promise<TextingClub> {
  const texting = await aTextingClub();
  for (const address of [WRITER, SECOND])
    await texting.call('roles.add', { bookId: texting.bookId, role: 'writer', address });
  await texting.addMember({ phone: ANNA });
  await texting.addMember({ phone: BO });
  await texting.clock.advance(60 * MINUTE);
  return texting;
}

/** It lay in the SIM, sent so many minutes ago. */
function waited(texting: TextingClub, from: string, text: string, minutesAgo: number): void {
  for (const pdu of pdusOf(from, text, texting.clock.now() - minutesAgo * MINUTE)) texting.hand(pdu);
}

const decisions = (texting: TextingClub) =>
  texting.sql("SELECT text || ': ' || coalesce(decision, state) FROM message_in ORDER BY decided_at IS NULL, id");
const order = (texting: TextingClub) =>
  texting.sql(
    "SELECT message_in.text FROM event JOIN message_in ON message_in.id = event.message_id WHERE kind = 'received' ORDER BY event.id",
  );

test('nothing is judged and nothing may be sent until a sweep finds nothing new', async () => {
  const texting = await closedLaptop();
  texting.inbound.start();
  await texting.clock.advance(0);
  assert.equal(texting.inbound.caughtUp(), false);
  waited(texting, WRITER, 'Träning kl 18', 30);
  texting.inbound.swept(texting.lineId, 1);
  waited(texting, ANNA, 'STOPP', 20);
  texting.inbound.swept(texting.lineId, 1);
  assert.deepEqual(decisions(texting), ['Träning kl 18: waiting', 'STOPP: waiting']);
  assert.equal(texting.inbound.caughtUp(), false);
  texting.inbound.swept(texting.lineId, 0);
  assert.equal(texting.inbound.caughtUp(), true);
  assert.deepEqual(order(texting), ['STOPP', 'Träning kl 18']);
  assert.deepEqual(texting.sql("SELECT recipient FROM outbox WHERE kind = 'broadcast'"), [BO]);
});

test('what lies there already, drafts and undeletable texts among it, does not keep it waiting', async () => {
  const texting = await closedLaptop();
  texting.inbound.start();
  const [pdu] = pdusOf(ANNA, 'hej', texting.clock.now());
  assert.ok(pdu);
  for (let sweep = 0; sweep < 2; sweep++) {
    texting.inbound.received(texting.lineId, pdu);
    texting.inbound.received(texting.lineId, { ...pdu, stat: 2 });
    texting.inbound.swept(texting.lineId, 2);
  }
  await texting.clock.advance(0);
  assert.equal(texting.inbound.caughtUp(), true);
});

test('for one sender the order sent holds, whatever the slots; a last STOPP goes before all others', async () => {
  const texting = await closedLaptop();
  texting.inbound.start();
  waited(texting, ANNA, 'START', 5);
  waited(texting, WRITER, 'Två', 8);
  waited(texting, BO, 'STOPP', 2);
  waited(texting, ANNA, 'Stopp', 40);
  waited(texting, WRITER, 'Ett', 9);
  waited(texting, BO, 'START', 30);
  texting.inbound.swept(texting.lineId, 6);
  texting.inbound.swept(texting.lineId, 0);
  assert.deepEqual(order(texting), ['START', 'STOPP', 'Stopp', 'Ett', 'Två', 'START']);
  assert.deepEqual(texting.sql('SELECT status FROM member ORDER BY phone'), ['active', 'unsubscribed']);
});

test('a line that does not answer is waited for a minute', async () => {
  const texting = await closedLaptop();
  texting.inbound.start();
  waited(texting, ANNA, 'STOPP', 2);
  await texting.clock.advance(MINUTE - 1);
  assert.equal(texting.inbound.caughtUp(), false);
  await texting.clock.advance(1);
  assert.equal(texting.inbound.caughtUp(), true);
  assert.deepEqual(decisions(texting), ['STOPP: left']);
});

test('a line that was given up and answers at last is read to its end before anything of it is judged', async () => {
  const texting = await closedLaptop();
  texting.inbound.start();
  await texting.clock.advance(5 * MINUTE);
  waited(texting, WRITER, 'Träning kl 18', 30);
  assert.equal(texting.inbound.caughtUp(), false);
  waited(texting, ANNA, 'STOPP', 20);
  texting.inbound.swept(texting.lineId, 2);
  texting.inbound.swept(texting.lineId, 0);
  assert.deepEqual(order(texting), ['STOPP', 'Träning kl 18']);
});

test('a line that comes later is caught up with the same way, and so is everything after a sleep', async () => {
  const texting = await closedLaptop();
  await texting.begin();
  assert.equal(texting.inbound.caughtUp(), true);
  const wake = [() => texting.inbound.lineExpected(texting.lineId), () => texting.inbound.resumedAfter()];
  for (const [index, again] of wake.entries()) {
    again();
    assert.equal(texting.inbound.caughtUp(), false);
    waited(texting, WRITER, `Text ${index}`, 3);
    waited(texting, index === 0 ? ANNA : BO, 'STOPP', 1);
    texting.inbound.swept(texting.lineId, 2);
    texting.inbound.swept(texting.lineId, 0);
    assert.equal(texting.inbound.caughtUp(), true);
  }
  assert.deepEqual(order(texting), ['STOPP', 'Text 0', 'STOPP', 'Text 1']);
});

test('a text that comes live is judged at once', async () => {
  const texting = await closedLaptop();
  await texting.begin();
  assert.equal(texting.decisionOf(texting.text(ANNA, 'STOPP')), 'left stop');
});

test('a JA that was written before the question could be read answers nothing', async () => {
  const texting = await closedLaptop();
  texting.inbound.start();
  waited(texting, WRITER, 'Bussen går nu', 7 * 60);
  waited(texting, WRITER, 'JA', 6 * 60);
  texting.inbound.swept(texting.lineId, 2);
  texting.inbound.swept(texting.lineId, 0);
  assert.deepEqual(decisions(texting), ['Bussen går nu: held', 'JA: nothing-to-answer']);
  assert.equal(texting.sql("SELECT count(*) FROM outbox WHERE kind = 'broadcast'")[0], 0);
});

test('with no line at all what waited is judged as soon as the program runs', async () => {
  const texting = await closedLaptop();
  waited(texting, ANNA, 'STOPP', 5);
  await texting.call('books.update', { id: texting.bookId, patch: { lineId: null } });
  texting.inbound.start();
  await texting.clock.advance(0);
  assert.equal(texting.inbound.caughtUp(), true);
  assert.deepEqual(decisions(texting), ['STOPP: waiting']);
  await texting.call('books.update', { id: texting.bookId, patch: { lineId: texting.lineId } });
  assert.deepEqual(decisions(texting), ['STOPP: left']);
});
