import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNA, CHAIR, club, clubWithMembers, HOUR, MINUTE, STRANGER } from '../support/peopled-club.ts';

test('a stranger joins by START, is welcomed, and the functionary hears of it', async () => {
  const texting = await club();
  const id = texting.text(STRANGER, 'Start!');
  assert.equal(texting.decisionOf(id), 'joined start');
  assert.deepEqual(texting.to(STRANGER), [
    'reply: Välkommen till Scoutkåren! Du får nu våra meddelanden. Svara STOPP för att lämna.',
  ]);
  assert.deepEqual(texting.to(CHAIR), [`notice: Scoutkåren: ${STRANGER} har gått med.`]);
  assert.deepEqual(texting.sql('SELECT status FROM member'), ['active']);
});

test('an English book answers in English', async () => {
  const texting = await club({ book: { language: 'en' } });
  texting.text(STRANGER, 'START');
  texting.text(STRANGER, 'hello there');
  assert.match(texting.to(STRANGER)[0] ?? '', /^reply: Welcome to Scoutkåren!/);
  assert.match(texting.to(CHAIR)[0] ?? '', /has joined\.$/);
  assert.match(texting.to(CHAIR)[1] ?? '', /Message not sent\. From \+46701740629:\nhello there$/);
});

test('with approval a stranger waits, and asking again within a day is no second notice', async () => {
  const texting = await club({ book: { approval: true } });
  texting.text(STRANGER, 'START');
  const [member] = texting.sql('SELECT id FROM member');
  await texting.call('members.decline', { ids: [Number(member)] });
  texting.text(STRANGER, 'START ');
  assert.equal(texting.to(STRANGER).length, 2);
  assert.deepEqual(texting.to(CHAIR), [
    `notice: Scoutkåren: ${STRANGER} vill gå med. Godkänn eller avböj i Verktygslådan.`,
  ]);
  await texting.call('members.decline', { ids: [Number(texting.sql('SELECT id FROM member')[0])] });
  await texting.clock.advance(25 * HOUR);
  texting.text(STRANGER, 'START');
  assert.equal(texting.to(CHAIR).length, 2);
});

test('who left comes back by START, with everything that left together', async () => {
  const texting = await club({ book: { approval: true, signUp: 'off' } });
  await texting.addMember({ name: 'Anna', phone: ANNA, email: 'anna@example.se' });
  texting.text(ANNA, 'STOPP');
  const back = texting.text(ANNA, 'START');
  assert.equal(texting.decisionOf(back), 'joined came-back');
  assert.deepEqual(texting.sql("SELECT status || ' ' || phone || ' ' || email FROM member"), [
    `active ${ANNA} anna@example.se`,
  ]);
});

test('any text as a sign-up: the stranger joins and the text is handed on, marked', async () => {
  const texting = await club({ book: { signUp: 'anyText' } });
  texting.text(STRANGER, 'Anna Berg, lag P12');
  assert.deepEqual(texting.sql('SELECT status FROM member'), ['active']);
  assert.deepEqual(texting.to(CHAIR), [
    `notice: Scoutkåren: ${STRANGER} har gått med.`,
    `forward: Scoutkåren: Meddelande ej skickat. Från ${STRANGER}:\nAnna Berg, lag P12`,
  ]);
});

test('a START that the network delivers late does not undo the STOPP that was sent after it', async () => {
  const texting = await clubWithMembers();
  const now = texting.clock.now();
  texting.text(ANNA, 'STOPP', { sentAt: now });
  assert.equal(texting.decisionOf(texting.text(ANNA, 'START', { sentAt: now - MINUTE })), 'forwarded older-than-stop');
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['unsubscribed']);
  texting.text(ANNA, 'START', { sentAt: now + MINUTE });
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['active']);
});

test('a START between two STOPPs that the network delivers last undoes neither', async () => {
  const texting = await clubWithMembers();
  const now = texting.clock.now();
  texting.text(ANNA, 'STOPP', { sentAt: now - 5 * MINUTE });
  texting.text(ANNA, 'STOPP', { sentAt: now - MINUTE });
  const late = texting.text(ANNA, 'START', { sentAt: now - 3 * MINUTE });
  assert.equal(texting.decisionOf(late), 'forwarded older-than-stop');
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['unsubscribed']);
});

test('a welcome that still waits is not sent to one who has left meanwhile', async () => {
  const texting = await clubWithMembers();
  texting.text(STRANGER, 'START');
  texting.text(STRANGER, 'STOPP');
  assert.deepEqual(
    texting.rows(STRANGER).map(({ text, state }) => [text.slice(0, 2), state]),
    [
      ['Vä', 'cancelled'],
      ['Du', 'queued'],
    ],
  );
});
