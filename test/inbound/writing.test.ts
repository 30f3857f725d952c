import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broadcastById } from '../../electron/broadcasts/broadcasts-store.ts';
import { holdBroadcast } from '../../electron/broadcasts/held.ts';
import {
  ANNA,
  BO,
  broadcastsTo,
  CHAIR,
  CLERK,
  clubWithMembers,
  MINUTE,
  STRANGER,
  WRITER,
} from '../support/peopled-club.ts';

test('a writer’s text goes to every active member but the writer, with a receipt; the functionary hears who wrote what', async () => {
  const texting = await clubWithMembers();
  await texting.addMember({ name: 'Peter Ström', phone: WRITER });
  await texting.addMember({ name: 'Kerstin', phone: CHAIR });
  await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: CLERK });
  const id = texting.text(WRITER, 'Träning kl 18');
  assert.equal(texting.decisionOf(id), 'broadcast writer');
  for (const member of [ANNA, BO, CHAIR]) assert.equal(broadcastsTo(texting, member).length, 1);
  assert.deepEqual(texting.to(WRITER), ['receipt: Skickas nu till 3: 3 SMS']);
  assert.equal(texting.to(CHAIR).length, 1, 'who gets the broadcast is not told of it too');
  assert.deepEqual(texting.to(CLERK), [`notice: Scoutkåren: Peter Ström ${WRITER} skickade till 3:\nTräning kl 18`]);
});

test('a receipt in the quiet hours says when it goes', async () => {
  const texting = await clubWithMembers({ book: { quietHours: { from: '00:00', to: '23:59' } } });
  texting.text(WRITER, 'Träning kl 18');
  assert.deepEqual(texting.to(WRITER), ['receipt: Skickas kl 23:59 till 2: 2 SMS']);
});

test('a send-out that came to a halt is asked about, and JA sends the rest without telling of it again', async () => {
  const texting = await clubWithMembers();
  texting.text(WRITER, 'Träning kl 18');
  const told = texting.to(CHAIR).length;
  const broadcast = broadcastById(texting.database.read, Number(texting.sql('SELECT id FROM broadcast')[0]));
  assert.ok(broadcast);
  texting.database.write([], (db) => holdBroadcast(db, broadcast, 'stood-still', texting.clock.now()));
  await texting.clock.advance(2 * MINUTE);
  const question = 'confirmation: Skicka till 2? Svara JA. Resten av utskicket blev stående. "Träning kl 18"';
  assert.deepEqual(texting.to(WRITER).slice(1), [question]);
  texting.sendAll();
  assert.equal(texting.decisionOf(texting.text(WRITER, 'JA')), 'answered yes');
  assert.deepEqual(texting.sql('SELECT status FROM broadcast'), ['sending']);
  assert.equal(texting.to(CHAIR).length, told);
  await texting.clock.advance(5 * MINUTE);
  assert.equal(texting.to(WRITER).filter((line) => line === question).length, 1);
});

test('the writer who is a functionary hears nothing of the own send-out', async () => {
  const texting = await clubWithMembers();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: WRITER });
  texting.text(WRITER, 'Träning kl 18');
  assert.deepEqual(texting.to(WRITER), ['receipt: Skickas nu till 2: 2 SMS']);
});

test('where all members may write, a member’s text goes out and a pending one’s does not', async () => {
  const texting = await clubWithMembers({ book: { membersMayWrite: true, approval: true } });
  texting.text(ANNA, 'Vem har bollarna?');
  assert.equal(broadcastsTo(texting, BO).length, 1);
  assert.equal(broadcastsTo(texting, ANNA).length, 0);
  texting.text(STRANGER, 'START');
  texting.text(STRANGER, 'Jag har bollarna');
  assert.equal(broadcastsTo(texting, BO).length, 1);
});

test('the sixth send-out of one phone in ten minutes is held, and ten minutes later one goes again', async () => {
  const texting = await clubWithMembers();
  const decisions = [];
  for (let count = 1; count <= 6; count++) decisions.push(texting.decisionOf(texting.text(WRITER, `Text ${count}`)));
  assert.deepEqual(decisions, [...Array(5).fill('broadcast writer'), 'held sender-limit']);
  await texting.clock.advance(10 * MINUTE + 1);
  assert.equal(texting.decisionOf(texting.text(WRITER, 'Text 7')), 'broadcast writer');
});

test('the twentieth send-out of a book in ten minutes is held, whoever writes it', async () => {
  const texting = await clubWithMembers({ book: { membersMayWrite: true, bookLimit: 3 } });
  const decisions = [ANNA, BO, WRITER, ANNA].map((from, index) =>
    texting.decisionOf(texting.text(from, `Text ${index}`)),
  );
  assert.equal(decisions.at(-1), 'held book-limit');
  assert.equal(decisions.filter((decision) => decision.startsWith('broadcast')).length, 3);
});

test('a functionary’s own text goes to the other functionaries and never comes back', async () => {
  const texting = await clubWithMembers();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: CLERK });
  texting.text(CHAIR, 'Vem tar nycklarna?');
  assert.deepEqual(texting.to(CHAIR), []);
  assert.equal(texting.to(CLERK).length, 1);
});

test('a text that carries our own mark goes nowhere', async () => {
  const texting = await clubWithMembers({ book: { signUp: 'anyText' } });
  texting.text(STRANGER, 'Andra Boken: Meddelande ej skickat. Från +46701740611:\nhej');
  texting.text(WRITER, 'Other: Message not sent. From +46701740611:\nhi');
  assert.equal(texting.to(CHAIR).length, 0);
  assert.equal(texting.rows().filter(({ kind }) => kind === 'broadcast').length, 0);
  assert.deepEqual(texting.sql('SELECT count(*) FROM member'), [2]);
});
