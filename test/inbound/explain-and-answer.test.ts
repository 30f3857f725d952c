import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNA, CHAIR, clubWithMembers, STRANGER, WRITER } from '../support/peopled-club.ts';

test('explain says what happens, and stores nothing', async () => {
  const senders = [ANNA, WRITER, CHAIR, STRANGER, 'Trustly', '72456', '+46701740699'];
  const texts = ['START', 'STOPP', 'JA', 'Träning kl 18', 'START nu', 'stoppp', 'X: Meddelande ej skickat.'];
  for (const from of senders) {
    for (const text of texts) {
      const texting = await clubWithMembers({ book: { signUp: 'anyText' } });
      const before = texting.sql('SELECT total_changes()');
      const said = texting.ask('inbound.explain', { bookId: texting.bookId, from, text });
      assert.deepEqual(texting.sql('SELECT total_changes()'), before);
      assert.equal(texting.decisionOf(texting.text(from, text)), `${said.decision} ${said.reason}`, `${from} ${text}`);
      texting.close();
    }
  }
});

test('a private answer goes to one person, never to one who has left', async () => {
  const texting = await clubWithMembers();
  texting.ask('inbound.answer', { bookId: texting.bookId, to: '070-174 06 01', text: 'Hej Anna' });
  assert.deepEqual(texting.to(ANNA), ['receipt: Hej Anna']);
  texting.text(ANNA, 'STOPP');
  assert.throws(
    () => texting.ask('inbound.answer', { bookId: texting.bookId, to: ANNA, text: 'Hej Anna' }),
    /member-has-left/,
  );
  const talk = texting.ask('inbound.conversation', { bookId: texting.bookId, address: ANNA, limit: 50 });
  assert.deepEqual(talk.map(({ direction }) => direction).toSorted(), ['in', 'out', 'out']);
});
