import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broadcastById } from '../../electron/broadcasts/broadcasts-store.ts';
import { holdBroadcast } from '../../electron/broadcasts/held.ts';
import { aTextingClub, type TextingClub } from '../support/texting-club.ts';

const ANNA = '+46701740601';
const BO = '+46701740602';
const WRITER = '+46701740686';
const SECOND = '+46701740687';
const CHAIR = '+46701740640';
const CLERK = '+46701740641';
const STRANGER = '+46701740629';
const MINUTE = 60_000;
const HOUR = 3_600_000;

async function club(options: Parameters<typeof aTextingClub>[0] = {}): Promise<TextingClub> {
  const texting = await aTextingClub(options);
  for (const [role, address] of [
    ['writer', WRITER],
    ['functionary', CHAIR],
  ] as const)
    await texting.call('roles.add', { bookId: texting.bookId, role, address });
  await texting.begin();
  return texting;
}

async function clubWithMembers(options: Parameters<typeof aTextingClub>[0] = {}): Promise<TextingClub> {
  const texting = await club(options);
  await texting.addMember({ name: 'Anna Åkesson', phone: ANNA });
  await texting.addMember({ name: 'Bo Ek', phone: BO });
  return texting;
}

const broadcastsTo = (texting: TextingClub, address: string) =>
  texting.to(address).filter((line) => line.startsWith('broadcast'));

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

test('any text as a sign-up: the stranger joins and the text is handed on, marked', async () => {
  const texting = await club({ book: { signUp: 'anyText' } });
  texting.text(STRANGER, 'Anna Berg, lag P12');
  assert.deepEqual(texting.sql('SELECT status FROM member'), ['active']);
  assert.deepEqual(texting.to(CHAIR), [
    `notice: Scoutkåren: ${STRANGER} har gått med.`,
    `forward: Scoutkåren: Meddelande ej skickat. Från ${STRANGER}:\nAnna Berg, lag P12`,
  ]);
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

test('a functionary who writes, and was just handed a text, is asked first; the forward says so', async () => {
  const texting = await clubWithMembers();
  await texting.call('roles.add', { bookId: texting.bookId, role: 'writer', address: CHAIR });
  texting.text(STRANGER, 'Är det träning i dag?');
  assert.match(texting.to(CHAIR)[0] ?? '', /frågar vi om först/);
  assert.equal(texting.decisionOf(texting.text(CHAIR, 'Ja, kl 18')), 'held functionary');
  await texting.clock.advance(HOUR + 1);
  assert.equal(texting.decisionOf(texting.text(CHAIR, 'Träning kl 18')), 'broadcast writer');
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

test('what fails halfway leaves nothing behind, and the next start does it once', async () => {
  const texting = await clubWithMembers();
  texting.database.write([], (db) => db.prepare('ALTER TABLE notice RENAME TO elsewhere').run());
  texting.text(STRANGER, 'START');
  assert.deepEqual(texting.sql('SELECT state FROM message_in'), ['waiting']);
  assert.equal(texting.rows().length, 0);
  assert.equal(texting.sql('SELECT count(*) FROM member')[0], 2);
  texting.database.write([], (db) => db.prepare('ALTER TABLE elsewhere RENAME TO notice').run());
  texting.inbound.stop();
  await texting.begin();
  assert.equal(texting.sql('SELECT count(*) FROM member')[0], 3);
  assert.equal(texting.to(STRANGER).length, 1);
});

test('the log tells every text with its decision and reason, and who joined and left, by id alone', async () => {
  const texting = await clubWithMembers();
  texting.text(ANNA, 'STOPP');
  texting.text(STRANGER, 'START');
  texting.text(STRANGER, 'Hemligt');
  const events = texting.sql(
    "SELECT kind || ' ' || coalesce(member_id, '-') || ' ' || reason || ' ' || coalesce(detail ->> '$.decision', '-') FROM event WHERE message_id IS NOT NULL ORDER BY id",
  );
  assert.deepEqual(events, [
    'received 1 stop left',
    'left 1 sms -',
    'received - start joined',
    'joined 3 start -',
    'received 3 not-writer forwarded',
  ]);
  assert.doesNotMatch(texting.sql('SELECT json_group_array(detail) FROM event').join(), /Hemligt|\+46/);
});

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

test('a text on a line without a book waits, and is judged when the line has one', async () => {
  const texting = await club();
  const lineId = texting.addLine();
  texting.text(STRANGER, 'START', { lineId });
  assert.deepEqual(texting.sql('SELECT state FROM message_in'), ['waiting']);
  assert.equal(texting.rows().length, 0);
  const { id } = await texting.call('books.create', { name: 'Andra boken', lineId });
  assert.deepEqual(texting.sql('SELECT book_id FROM message_in'), [id]);
  assert.deepEqual(texting.sql('SELECT book_id FROM member'), [id]);
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
