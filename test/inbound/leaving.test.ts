import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ANNA,
  BO,
  broadcastsTo,
  CHAIR,
  club,
  clubWithMembers,
  HOUR,
  STRANGER,
  WRITER,
} from '../support/peopled-club.ts';

test('STOPP: out at once, queued broadcasts cancelled, confirmed, told; the second within the hour is not answered', async () => {
  const texting = await clubWithMembers();
  texting.text(WRITER, 'Träning kl 18');
  const left = texting.text(ANNA, '”STOPP!”');
  assert.equal(texting.decisionOf(left), 'left stop');
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['unsubscribed']);
  assert.deepEqual(texting.sql("SELECT state FROM outbox WHERE kind = 'broadcast' AND recipient = ?", ANNA), [
    'cancelled',
  ]);
  assert.match(texting.to(ANNA).at(-1) ?? '', /^reply: Du har lämnat Scoutkåren/);
  assert.match(texting.to(CHAIR).at(-1) ?? '', /Anna Åkesson \+46701740601 har lämnat\.$/);
  const told = texting.rows().length;
  const again = texting.text(ANNA, 'stop', { sentAt: texting.clock.now() + 1000 });
  assert.equal(texting.decisionOf(again), 'left-again stop-again');
  assert.equal(texting.rows().length, told);
  await texting.clock.advance(HOUR + 1);
  texting.text(ANNA, 'stopp');
  assert.equal(texting.rows().length, told + 1);
});

test('a stranger’s STOPP is recorded and confirmed, and an administrator cannot add the number', async () => {
  const texting = await club({ book: { signUp: 'off' } });
  texting.text(STRANGER, 'STOPP');
  assert.match(texting.to(STRANGER)[0] ?? '', /Du har lämnat/);
  assert.equal(await texting.refusal('members.add', { bookId: texting.bookId, phone: STRANGER }), 'member-has-left');
});

test('a blocked number: START does not join and is told of, other texts stay in the inbox, STOPP departs', async () => {
  const texting = await clubWithMembers();
  await texting.call('members.block', { bookId: texting.bookId, address: ANNA });
  texting.text(ANNA, 'START');
  texting.text(ANNA, 'Släpp in mig');
  assert.match(texting.to(CHAIR).join(), /är spärrad och skrev START/);
  assert.equal(texting.to(CHAIR).length, 1);
  assert.equal(texting.to(ANNA).length, 0);
  texting.text(ANNA, 'STOPP');
  await texting.call('members.unblock', { bookId: texting.bookId, address: ANNA });
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['unsubscribed']);
});

test('a writer and functionary who leaves keeps the roles: the reply says so, and it is a to-do', async () => {
  const texting = await clubWithMembers();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'functionary', address: WRITER });
  await texting.addMember({ phone: WRITER });
  texting.text(WRITER, 'STOPP');
  assert.match(
    texting.to(WRITER).join(),
    /START om du vill komma tillbaka\. Du är fortfarande skribent och funktionär\.$/,
  );
  assert.deepEqual(texting.todos().toSorted(), ['functionary-left', 'writer-left']);
  texting.text(WRITER, 'Jag skriver än');
  assert.equal(broadcastsTo(texting, ANNA).length, 1);
  texting.text(STRANGER, 'hej');
  assert.match(texting.to(WRITER).at(-1) ?? '', /^forward/);
});

test('almost STOPP: to the functionaries, a to-do, and broadcasts to the number wait', async () => {
  const texting = await clubWithMembers({ book: { signUp: 'anyText' } });
  const id = texting.text(ANNA, 'Stpop');
  assert.equal(texting.decisionOf(id), 'near-stop near-stop');
  assert.match(texting.to(CHAIR).join(), /Meddelande ej skickat. Från Anna Åkesson/);
  texting.text(ANNA, 'Sluta nu!');
  assert.deepEqual(texting.todos(), ['near-stop'], 'asked once');
  texting.text(STRANGER, 'stoppp');
  assert.deepEqual(texting.sql('SELECT count(*) FROM member'), [2]);
  assert.equal(texting.rows().filter(({ kind }) => kind === 'broadcast').length, 0);

  const [todo] = texting.ask('todos.list', {}).filter(({ address }) => address === ANNA);
  texting.ask('todos.answer', { id: todo?.id ?? '', answer: 'leaves' });
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['unsubscribed']);
  assert.match(texting.to(ANNA).at(-1) ?? '', /Du har lämnat/);
  texting.text(ANNA, 'START');
  assert.deepEqual(texting.sql('SELECT status FROM member WHERE phone = ?', ANNA), ['active']);
});

test('almost STOPP is answered by the person, too: STOPP or START settles it', async () => {
  const texting = await clubWithMembers();
  texting.text(ANNA, 'stoppp');
  texting.text(BO, 'stoppp');
  texting.text(ANNA, 'STOPP');
  texting.text(BO, 'START');
  assert.deepEqual(texting.todos(), []);
  assert.deepEqual(texting.sql('SELECT answer FROM todo ORDER BY id'), ['leaves', 'stays']);
});
