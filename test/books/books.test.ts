import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineAppeared } from '../../electron/books/link-line.ts';
import { replyOf } from '../../electron/books/replies.ts';
import { aClub } from '../support/club.ts';

const PHONE = '+46701740601';

describe('a new book', () => {
  it('has the defaults, and whoever makes it has access and is its writer', async () => {
    const club = await aClub();
    const book = await club.call('books.get', { id: club.bookId });
    assert.equal(book.header, '*Scoutkåren* ');
    assert.equal(book.footer, '\nSvara STOPP för att lämna');
    assert.deepEqual(book.joinLinks, { sms: 'sms:+46701740699?body=START', mail: null });
    assert.deepEqual(
      [
        book.language,
        book.signUp,
        book.approval,
        book.membersMayWrite,
        book.quietHours,
        book.dailySmsLimit,
        book.staleAfterHours,
      ],
      ['sv', 'keyword', false, false, null, null, 6],
    );
    const roles = await club.call('roles.list', { bookId: club.bookId });
    assert.deepEqual(
      roles.map(({ role, userId }) => [role, userId]),
      [
        ['writer', club.caller.userId],
        ['access', club.caller.userId],
      ],
    );
  });

  it('takes the only line that has no book, and none where there is a choice', async () => {
    const linked: number[] = [];
    const club = await aClub({ linked: (lineId) => linked.push(lineId) });
    const line = club.addLine();
    const { id: second } = await club.call('books.create', { name: 'Styrelsen' });
    assert.equal((await club.call('books.get', { id: second })).lineId, line);
    club.addLine();
    club.addLine();
    const { id: third } = await club.call('books.create', { name: 'Festen' });
    assert.equal((await club.call('books.get', { id: third })).lineId, null);
    assert.deepEqual(linked, [club.lineId, line]);
    assert.equal(await club.refusal('books.update', { id: third, patch: { lineId: line } }), 'line-taken');
  });

  it('that never had a line takes one seen for the first time, unless there are two of them', async () => {
    const club = await aClub();
    const { id: second } = await club.call('books.create', { name: 'Styrelsen' });
    const appear = (line: number) => club.database.write([], (db) => lineAppeared(db, club.core, line, 1));
    await club.call('books.update', { id: club.bookId, patch: { lineId: null } });
    assert.equal(appear(club.lineId), null);
    const line = club.addLine();
    assert.equal(appear(line), second);
    assert.equal(appear(line), null);
    await club.call('books.create', { name: 'Tre', lineId: club.lineId });
    await club.call('books.update', { id: second, patch: { lineId: null } });
    assert.equal(appear(club.addLine()), null);
  });
});

describe('a book', () => {
  it('follows its name and language where nobody has written otherwise', async () => {
    const club = await aClub();
    const { bookId: id } = club;
    await club.call('books.update', { id, patch: { name: 'Kören', language: 'en' } });
    let book = await club.call('books.get', { id });
    assert.deepEqual([book.header, book.footer], ['*Kören* ', '\nReply STOP to leave']);
    assert.match(book.replies.left.text, /^You have left/);
    await club.call('books.update', { id, patch: { header: '', replies: { left: { on: false, text: 'Hej då' } } } });
    await club.call('books.update', { id, patch: { name: 'Bandet', language: 'sv', replies: { left: { on: true } } } });
    book = await club.call('books.get', { id });
    assert.deepEqual([book.header, book.replies.left], ['', { on: true, text: 'Hej då' }]);
    assert.match(book.replies.joined.text, /^Välkommen till \{bok\} \(\{förening\}\)!/);
  });

  it('names the club in its replies, unless that is its own name', () => {
    const book = { name: 'Kören', language: 'sv' as const, replies: {} };
    const welcome = (club: string) => replyOf(book, 'joined', club).text;
    assert.match(welcome('Sångsällskapet'), /^Välkommen till Kören \(Sångsällskapet\)! Du/);
    assert.match(welcome(' kören'), /^Välkommen till Kören! Du/);
    assert.match(welcome(''), /^Välkommen till Kören! Du/);
    assert.match(welcome('{bok}'), /^Välkommen till Kören \(\{bok\}\)! Du/);
  });

  it('has a mail address of its own', async () => {
    const club = await aClub();
    await club.call('books.update', { id: club.bookId, patch: { mailAddress: 'Koren+ny@Example.se' } });
    const book = await club.call('books.get', { id: club.bookId });
    assert.equal(book.joinLinks.mail, 'mailto:koren%2Bny@example.se?subject=START');
    const { id } = await club.call('books.create', { name: 'Två' });
    const taken = { id, patch: { mailAddress: 'koren+ny@example.se' } };
    assert.equal(await club.refusal('books.update', taken), 'mail-address-taken');
    assert.equal(await club.refusal('books.update', { id, patch: { mailAddress: 'nej' } }), 'invalid-email');
    assert.equal(await club.refusal('members.add', { bookId: id, email: 'koren+ny@example.se' }), 'own-address');
  });

  it('inherits who has left from the books that had its line', async () => {
    const club = await aClub();
    await club.addMember({ phone: PHONE });
    club.stopp(PHONE);
    club.stopp('+46701740609');
    const { id } = await club.call('books.create', { name: 'Styrelsen' });
    await club.call('members.add', { bookId: id, name: 'Anna', phone: PHONE, email: 'anna@example.se' });
    await club.call('books.update', { id: club.bookId, patch: { lineId: null } });
    await club.call('books.update', { id, patch: { lineId: club.lineId } });
    assert.equal((await club.call('books.get', { id })).counts.unsubscribed, 1);
    assert.equal(await club.refusal('members.add', { bookId: id, phone: '+46701740609' }), 'member-has-left');
    assert.equal(await club.refusal('members.add', { bookId: id, email: 'anna@example.se' }), 'member-has-left');
    // Whoever comes back to this book is back, also when the line goes to and fro.
    assert.equal(club.start('anna@example.se', id).returned, true);
    await club.call('books.update', { id, patch: { lineId: null } });
    await club.call('books.update', { id: club.bookId, patch: { lineId: club.lineId } });
    await club.call('books.update', { id: club.bookId, patch: { lineId: null } });
    await club.call('books.update', { id, patch: { lineId: club.lineId } });
    assert.equal((await club.call('books.get', { id })).counts.active, 1);
    assert.equal(await club.refusal('members.add', { bookId: club.bookId, phone: PHONE }), 'member-has-left');
  });

  it('goes with its members; its departures stay and are inherited', async () => {
    const club = await aClub({ book: { approval: true } });
    await club.addMember({ phone: PHONE });
    club.stopp(PHONE);
    const waiting = club.start('+46701740602').memberId;
    await club.call('members.approve', { ids: [waiting] });
    await club.call('books.remove', { id: club.bookId });
    assert.equal(await club.refusal('books.get', { id: club.bookId }), 'not-found');
    assert.equal(await club.refusal('members.list', { bookId: club.bookId, limit: 1, offset: 0 }), 'not-found');
    assert.deepEqual(club.sql('SELECT state FROM outbox'), ['cancelled']);
    assert.deepEqual(club.sql('SELECT id FROM member'), []);
    const { id } = await club.call('books.create', { name: 'Nya' });
    assert.equal((await club.call('books.get', { id })).lineId, club.lineId);
    assert.equal(await club.refusal('members.add', { bookId: id, phone: PHONE }), 'member-has-left');
  });

  it('counts who joined and left by month', async () => {
    const club = await aClub();
    await club.addMember({ phone: PHONE });
    await club.clock.advance(31 * 86_400_000);
    await club.addMember({ phone: '+46701740602' });
    club.stopp(PHONE);
    club.stopp('+46701740609');
    const months = await club.call('books.movements', { id: club.bookId, months: 3 });
    assert.deepEqual(months, [
      { month: '2026-05', joined: 0, left: 0 },
      { month: '2026-06', joined: 1, left: 0 },
      { month: '2026-07', joined: 1, left: 1 },
    ]);
  });
});

describe('roles and users', () => {
  it('go to numbers, mail addresses and users, once each', async () => {
    const club = await aClub();
    const { bookId } = club;
    const { id } = await club.call('roles.add', { bookId, role: 'functionary', address: '070-174 06 01' });
    await club.call('roles.mute', { id, muted: ['joined', 'joined'] });
    const [role] = await club.call('roles.list', { bookId });
    assert.deepEqual([role?.address, role?.muted], [PHONE, ['joined']]);
    assert.equal((await club.call('books.get', { id: bookId })).hasFunctionary, true);
    const again = { bookId, role: 'functionary' as const, address: PHONE };
    assert.equal(await club.refusal('roles.add', again), 'role-exists');
    const own = { bookId, role: 'writer' as const, address: club.number };
    assert.equal(await club.refusal('roles.add', own), 'own-address');
    assert.equal(await club.refusal('roles.add', { bookId, role: 'access', address: PHONE }), 'invalid-input');
    assert.equal(await club.refusal('roles.add', { bookId, role: 'writer' }), 'no-address');
    await club.call('roles.remove', { id });
    assert.equal((await club.call('books.get', { id: bookId })).hasFunctionary, false);
  });

  it('are the local user and those added, and whoever sits here stays', async () => {
    const club = await aClub();
    const { id } = await club.call('users.add', { name: 'Bo' });
    assert.equal(await club.refusal('users.add', { name: 'bo' }), 'name-taken');
    await club.call('roles.add', { bookId: club.bookId, role: 'access', userId: id });
    assert.deepEqual(
      (await club.call('users.list', {})).map(({ name, isMe }) => [name, isMe]),
      [
        ['Bo', false],
        ['Sekreteraren', true],
      ],
    );
    assert.equal(await club.refusal('users.remove', { id: club.caller.userId }), 'forbidden');
    await club.call('users.remove', { id });
    assert.equal((await club.call('roles.list', { bookId: club.bookId })).length, 2);
    assert.equal(await club.refusal('users.update', { id, patch: { name: 'X' } }), 'not-found');
  });
});
