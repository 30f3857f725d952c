import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ANNA,
  broadcastsTo,
  CHAIR,
  clubWithMembers,
  HOUR,
  MINUTE,
  SECOND,
  STRANGER,
  WRITER,
} from '../support/peopled-club.ts';

test('an old text of a writer is held and asked about; JA sends it, NEJ throws the next away', async () => {
  const texting = await clubWithMembers();
  const id = texting.text(WRITER, 'Bussen går kl 7', { sentAt: texting.clock.now() - 7 * HOUR });
  assert.equal(texting.decisionOf(id), 'held stale');
  assert.deepEqual(texting.to(WRITER), [
    'confirmation: Skicka till 2? Svara JA. Texten kom fram sent. "Bussen går kl 7"',
  ]);
  assert.deepEqual(texting.todos(), ['held']);
  const early = texting.text(WRITER, 'JA');
  assert.equal(texting.decisionOf(early), 'nothing-to-answer nothing-asked', 'nobody has read the question yet');
  texting.sendAll();
  const yes = texting.text(WRITER, 'Ja!', { sentAt: texting.clock.now() + 1000 });
  assert.equal(texting.decisionOf(yes), 'answered yes');
  assert.deepEqual(broadcastsTo(texting, ANNA), ['broadcast: *Scoutkåren* Bussen går kl 7\nSvara STOPP för att lämna']);
  assert.match(texting.to(WRITER).at(-1) ?? '', /^receipt: Skickas nu till 2/);
  assert.match(texting.to(CHAIR).at(-1) ?? '', /skickade till 2:\nBussen går kl 7$/);
  assert.deepEqual(texting.todos(), []);

  await texting.clock.advance(2 * MINUTE);
  texting.text(WRITER, 'START bilen hemma', { sentAt: texting.clock.now() });
  texting.sendAll();
  texting.text(WRITER, 'nej');
  assert.match(texting.to(WRITER).at(-1) ?? '', /^receipt: Texten kastades/);
  assert.equal(broadcastsTo(texting, ANNA).length, 1);
  assert.deepEqual(texting.sql('SELECT status FROM broadcast ORDER BY id'), ['sending', 'cancelled']);
});

test('a question is open for six hours and only for the number that was asked', async () => {
  const texting = await clubWithMembers();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'writer', address: SECOND });
  texting.text(WRITER, 'Start klockan nio');
  texting.sendAll();
  assert.equal(texting.decisionOf(texting.text(SECOND, 'JA')), 'nothing-to-answer nothing-asked');
  await texting.clock.advance(6 * HOUR);
  assert.equal(texting.decisionOf(texting.text(WRITER, 'JA')), 'nothing-to-answer nothing-asked');
  assert.equal(broadcastsTo(texting, ANNA).length, 0);
});

test('the same words again within a day are held each time and asked about once a minute at most', async () => {
  const texting = await clubWithMembers();
  texting.text(WRITER, 'Jag är på semester');
  for (let again = 0; again < 4; again++) {
    await texting.clock.advance(20_000);
    const id = texting.text(WRITER, 'Jag är på semester ');
    assert.equal(texting.decisionOf(id), 'held same-text');
  }
  assert.equal(texting.to(WRITER).filter((line) => line.startsWith('confirmation')).length, 2);
  assert.equal(broadcastsTo(texting, ANNA).length, 1);
  assert.deepEqual(texting.todos(), ['held', 'held', 'held', 'held']);
  await texting.clock.advance(25 * HOUR);
  assert.equal(texting.decisionOf(texting.text(WRITER, 'Jag är på semester')), 'broadcast writer');
});

test('a functionary who writes, and was just handed a text, is asked first; the forward says so', async () => {
  const texting = await clubWithMembers();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'writer', address: CHAIR });
  texting.text(STRANGER, 'Är det träning i dag?');
  assert.match(texting.to(CHAIR)[0] ?? '', /frågar vi om först/);
  assert.equal(texting.decisionOf(texting.text(CHAIR, 'Ja, kl 18')), 'held functionary');
  await texting.clock.advance(HOUR + 1);
  assert.equal(texting.decisionOf(texting.text(CHAIR, 'Träning kl 18')), 'broadcast writer');
});

test('almost STOPP from a writer is held and asked about', async () => {
  const texting = await clubWithMembers();
  texting.text(WRITER, 'Stoppp');
  assert.match(
    texting.to(WRITER)[0] ?? '',
    /^confirmation: Skicka till 2\? Svara JA\. Vill du lämna\? Svara STOPP\. "Stoppp"$/,
  );
  assert.equal(broadcastsTo(texting, ANNA).length, 0);
});

test('JA with nothing asked is answered, and a machine that says JA for ever is not', async () => {
  const texting = await clubWithMembers();
  for (let count = 0; count < 10; count++) texting.text(WRITER, 'JA', { sentAt: texting.clock.now() + count * 1000 });
  assert.deepEqual(texting.to(WRITER), Array(3).fill('receipt: Inget väntar på svar.'));
});
