import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNA, CHAIR, CLERK, club, clubWithMembers, HOUR, MINUTE, STRANGER, WRITER } from '../support/peopled-club.ts';

test('a stranger’s words reach the functionaries alone, marked', async () => {
  const texting = await clubWithMembers();
  const id = texting.text(STRANGER, 'Köp klockor');
  assert.equal(texting.decisionOf(id), 'forwarded unknown-number');
  assert.deepEqual(texting.to(CHAIR), [`forward: Scoutkåren: Meddelande ej skickat. Från ${STRANGER}:\nKöp klockor`]);
  assert.equal(texting.rows().length, 1);
});

test('a text of endless parts is handed on by its beginning', async () => {
  const texting = await club();
  texting.text(STRANGER, 'Köp klockor nu. '.repeat(600));
  const [forward] = texting.to(CHAIR);
  assert.ok(forward && forward.length < 1600 && forward.endsWith(' [...]'));
  const [kept] = texting.ask('inbound.list', { bookId: texting.bookId, all: false, limit: 1 });
  assert.equal(kept?.text.length, 600 * 16);
});

test('letters, short numbers and hidden numbers are told of and never answered; own numbers are only stored', async () => {
  const texting = await club({ book: { signUp: 'anyText' } });
  for (const sender of ['Trustly', '72456', '']) texting.text(sender, 'STOPP');
  texting.text(texting.number, 'START');
  assert.deepEqual(texting.sql('SELECT count(*) FROM departure UNION ALL SELECT count(*) FROM member'), [0, 0]);
  assert.deepEqual([...new Set(texting.rows().map(({ recipient }) => recipient))], [CHAIR]);
  assert.deepEqual(texting.sql('SELECT reason FROM message_in'), ['no-phone', 'no-phone', 'no-phone', 'own-number']);
  assert.match(texting.to(CHAIR)[2] ?? '', /Från okänd avsändare:/);
});

test('one number gets five replies in an hour; the sixth is dropped and shown, a real departure is confirmed all the same', async () => {
  const texting = await clubWithMembers();
  for (let count = 0; count < 7; count++) texting.text(ANNA, 'START', { sentAt: texting.clock.now() + 1000 * count });
  assert.equal(texting.to(ANNA).length, 5);
  assert.deepEqual(texting.sql("SELECT reason FROM event WHERE kind = 'reply-dropped'"), ['already', 'already']);
  texting.sendAll();
  texting.text(ANNA, 'STOPP');
  assert.match(texting.to(ANNA).at(-1) ?? '', /Du har lämnat/);
  texting.text(ANNA, 'START', { sentAt: texting.clock.now() + 20_000 });
  assert.equal(texting.to(ANNA).length, 6, 'joined is the sixth that counts');
  await texting.clock.advance(HOUR + 1);
  texting.text(ANNA, 'START');
  assert.equal(texting.to(ANNA).length, 7);
});

test('forwards: five of one sender and twenty of a book in an hour, the rest in one digest and in the inbox', async () => {
  const texting = await club();
  for (let count = 1; count <= 8; count++) texting.text(STRANGER, `Text ${count}`);
  assert.equal(texting.to(CHAIR).length, 5);
  await texting.clock.advance(HOUR + 2 * MINUTE);
  assert.match(texting.to(CHAIR).at(-1) ?? '', /^forward: Scoutkåren: Meddelande ej skickat: 3 texter till/);
  assert.equal(texting.to(CHAIR).length, 6);
  await texting.clock.advance(3 * HOUR);
  assert.equal(texting.to(CHAIR).length, 6, 'told once');
  assert.equal(texting.ask('inbound.list', { bookId: texting.bookId, all: false, limit: 50 }).length, 8);
});

test('twenty forwarded texts of a book in an hour, counted once however many functionaries there are', async () => {
  const texting = await club();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: CLERK });
  for (let count = 0; count < 25; count++) texting.text(`+467017406${String(10 + count)}`, 'hej');
  for (const address of [CHAIR, CLERK]) assert.equal(texting.to(address).length, 20);
  await texting.clock.advance(HOUR + 2 * MINUTE);
  for (const address of [CHAIR, CLERK]) assert.match(texting.to(address).at(-1) ?? '', /5 texter till/);
});

test('ten notices of a kind in an hour, then one digest; a muted kind is not told', async () => {
  const texting = await club();
  const { id } = await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: CLERK });
  await texting.call('roles.mute', { id, muted: ['joined'] });
  for (let count = 0; count < 14; count++) texting.text(`+467017406${String(10 + count)}`, 'START');
  assert.equal(texting.to(CHAIR).length, 10);
  assert.equal(texting.to(CLERK).length, 0);
  await texting.clock.advance(HOUR + 2 * MINUTE);
  assert.match(texting.to(CHAIR).at(-1) ?? '', /^notice: Scoutkåren: 4 till har gått med/);
});

test('two machines that answer each other come to rest', async () => {
  for (const role of ['writer', 'functionary', 'member'] as const) {
    const texting = await clubWithMembers({ book: { signUp: 'anyText', membersMayWrite: role === 'member' } });
    const machine = role === 'writer' ? WRITER : role === 'functionary' ? CHAIR : STRANGER;
    texting.text(machine, 'Autosvar: jag är ledig');
    let answered = 0;
    for (let seconds = 0; seconds < 3600; seconds += 70) {
      await texting.clock.advance(70_000);
      texting.sendAll();
      const arrived = texting.to(machine).length;
      if (arrived > answered) texting.text(machine, 'Autosvar: jag är ledig');
      answered = arrived;
    }
    assert.ok(answered <= 20, `${role}: ${answered} texts to a machine in an hour`);
    const rest = texting.rows().length;
    await texting.clock.advance(10 * MINUTE);
    assert.equal(texting.rows().length, rest, role);
  }
});
