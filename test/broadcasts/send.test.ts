process.env.TZ = 'Europe/Stockholm';

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startBroadcast } from '../../electron/broadcasts/start-broadcast.ts';
import { previewBroadcast } from '../../electron/contract/broadcasts.ts';
import { Problem, type ProblemCode } from '../../electron/contract/problems.ts';
import { aClub } from '../support/club.ts';
import { addMembers, aSending, phone, rejected, taken } from '../support/sending.ts';

const HOUR = 3_600_000;
const refused = (code: ProblemCode) => (error: unknown) => error instanceof Problem && error.code === code;

describe('sending from the toolbox', () => {
  it('puts the frame around, and goes to every active member', async () => {
    const club = await aClub();
    await addMembers(club, 3);
    club.stopp(phone(2));
    const sending = aSending(club);
    const sent = sending.send({ text: 'Träning kl 18' });
    assert.equal(sent.sentTo, 'members');
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ to, text }) => [to, text]),
      [
        [phone(1), '*Scoutkåren* Träning kl 18\nSvara STOPP för att lämna'],
        [phone(3), '*Scoutkåren* Träning kl 18\nSvara STOPP för att lämna'],
      ],
    );
    const { status, counts, origin } = sending.broadcast(sent.id);
    assert.deepEqual([status, counts.sent, origin], ['done', 2, 'toolbox']);
  });

  it('calls each by name where {namn} stands', async () => {
    const club = await aClub({ book: { header: '', footer: '' } });
    await club.addMember({ name: 'Anna', phone: phone(1) });
    await club.addMember({ phone: phone(2) });
    const sending = aSending(club);
    sending.send({ text: 'Hej {namn}!' });
    await sending.run();
    assert.deepEqual(sending.line.handed.map(({ text }) => text).sort(), ['Hej Anna!', 'Hej!']);
  });

  it('goes to a selection by label, search or single members', async () => {
    const club = await aClub();
    const ids = await addMembers(club, 4);
    await club.call('members.label', { ids: ids.slice(0, 2), add: ['Ungdom'], take: [] });
    const sending = aSending(club);
    const to = async (selection: { label?: string; search?: string; memberIds?: number[] }) => {
      sending.line.handed.length = 0;
      sending.send({ text: 'Hej', ...selection });
      await sending.run();
      return sending.line.handed.map((handed) => handed.to);
    };
    assert.deepEqual(await to({ label: 'Ungdom' }), [phone(1), phone(2)]);
    assert.deepEqual(await to({ search: 'medlem 3' }), [phone(3)]);
    assert.deepEqual(await to({ search: phone(4).slice(-6) }), [phone(4)]);
    assert.deepEqual(await to({ memberIds: ids.slice(3) }), [phone(4)]);
  });

  it('with the same requestId sends once, however often it is asked', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    const sending = aSending(club);
    const answers = [1, 2, 3].map(() => sending.send({ text: 'Hej', requestId: 'abc' }));
    await sending.run();
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    assert.equal(sending.line.handed.length, 2);
  });

  it('is refused without words, recipients or a line, for a book that is not there or a time that has passed', async () => {
    const club = await aClub();
    const sending = aSending(club);
    assert.throws(() => sending.send({ text: 'Hej' }), refused('no-recipients'));
    await addMembers(club, 1);
    assert.throws(() => sending.send({ text: ' \n' }), refused('empty-text'));
    assert.throws(() => sending.send({ text: '\u200b\u200d' }), refused('empty-text'));
    assert.throws(() => sending.send({ text: 'å'.repeat(40_000) }), refused('text-too-long'));
    assert.throws(() => sending.send({ text: 'Hej', bookId: 99 }), refused('not-found'));
    assert.throws(() => sending.send({ text: 'Hej', at: club.clock.now() - HOUR }), refused('time-passed'));
    await club.call('books.update', { id: club.bookId, patch: { lineId: null } });
    assert.throws(() => sending.send({ text: 'Hej' }), refused('no-line'));
    assert.deepEqual(club.sql('SELECT id FROM broadcast'), []);
  });

  it('by a user who is no writer goes to the functionaries, marked as not sent', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    await club.call('roles.add', { bookId: club.bookId, role: 'functionary', address: phone(80) });
    const { id: userId } = await club.call('users.add', { name: 'Kim' });
    const sending = aSending(club);
    const request = { bookId: club.bookId, text: 'Hej alla', requestId: 'once' };
    const sent = await sending.broadcasts['broadcasts.send'](request, { userId });
    assert.deepEqual(await sending.broadcasts['broadcasts.send'](request, { userId }), sent);
    await sending.run();
    assert.equal(sent.sentTo, 'functionaries');
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(80)],
    );
    assert.match(sending.line.handed[0]?.text ?? '', /Meddelande ej skickat/);
    assert.match(sending.line.handed[0]?.text ?? '', /Hej alla/);
  });

  it('tells the functionaries who do not get it as members', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    for (const address of [phone(1), phone(80)]) {
      await club.call('roles.add', { bookId: club.bookId, role: 'functionary', address });
    }
    const sending = aSending(club);
    sending.send({ text: 'Hej' });
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(80), phone(1)],
    );
  });
});

describe('undo', () => {
  it('keeps everything back for the seconds it lasts, and a cancel then lets nothing go', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    club.database.write([], (db) => db.prepare(`INSERT INTO setting VALUES ('undoSeconds', '30')`).run());
    const sending = aSending(club);
    const undone = sending.send({ text: 'Oj' });
    await sending.run(29_000);
    await sending.broadcasts['broadcasts.cancel']({ id: undone.id }, club.caller);
    const kept = sending.send({ text: 'Hej' });
    await sending.run(29_000);
    assert.equal(sending.line.handed.length, 0);
    await sending.run(1000);
    assert.equal(sending.line.handed.length, 2);
    assert.equal(sending.broadcast(undone.id).counts.cancelled, 2);
    assert.equal(sending.broadcast(kept.id).status, 'done');
  });
});

describe('what a writer texts', () => {
  it('with the same requestId makes one broadcast', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const start = () =>
      club.database.write([], (db) =>
        startBroadcast(db, club.core, { bookId: club.bookId, origin: 'sms', text: 'Hej', requestId: 'once' }),
      );
    assert.deepEqual(start(), start());
    assert.equal(club.sql('SELECT id FROM outbox').length, 1);
  });

  it('goes to all but the writer, on none of their addresses', async () => {
    const club = await aClub();
    await addMembers(club, 3);
    const sending = aSending(club);
    const started = club.database.write([], (db) =>
      startBroadcast(db, club.core, { bookId: club.bookId, origin: 'sms', authorAddress: phone(2), text: 'Hej' }),
    );
    await sending.run();
    assert.deepEqual([started.sms, started.mail, started.status], [2, 0, 'sending']);
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(1), phone(3)],
    );
    assert.equal(sending.broadcast(started.id).authorName, 'Medlem 2');
  });

  it('waits when it is held, says how many it would be, and is sent or thrown away once', async () => {
    const club = await aClub();
    await addMembers(club, 3);
    const sending = aSending(club);
    const hold = () =>
      club.database.write([], (db) =>
        startBroadcast(db, club.core, {
          bookId: club.bookId,
          origin: 'sms',
          authorAddress: phone(2),
          text: 'Hej',
          heldBecause: 'near-stop',
        }),
      );
    const [first, second] = [hold(), hold()];
    await sending.run(HOUR);
    assert.deepEqual([first.sms, first.status, sending.line.handed.length], [2, 'held', 0]);
    await sending.broadcasts['broadcasts.release']({ id: first.id }, club.caller);
    await sending.broadcasts['broadcasts.drop']({ id: second.id }, club.caller);
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(1), phone(3)],
    );
    assert.equal(sending.broadcast(second.id).status, 'cancelled');
    assert.throws(() => sending.broadcasts['broadcasts.release']({ id: first.id }, club.caller), refused('not-held'));
    assert.throws(() => sending.broadcasts['broadcasts.drop']({ id: second.id }, club.caller), refused('not-held'));
  });
});

describe('the preview', () => {
  async function preview(input: { text: string; label?: string; channel?: 'sms' | 'mail' | 'both'; at?: number }) {
    const club = await aClub({ book: { header: '', footer: '', dailySmsLimit: 100 } });
    await addMembers(club, 3);
    await club.addMember({ name: 'Mejl', email: 'm@example.se' });
    club.stopp(phone(3));
    const sending = aSending(club);
    const found = await sending.broadcasts['broadcasts.preview']({ bookId: club.bookId, ...input }, club.caller);
    return { club, found: previewBroadcast.output.parse(found) };
  }

  it('says who gets it by which way, and who does not and why', async () => {
    const { found } = await preview({ text: 'Hej' });
    assert.deepEqual([found.recipients, found.sms, found.mail, found.parts], [2, 2, 0, 2]);
    assert.deepEqual(found.leftOut.map(({ reason }) => reason).sort(), ['has-left', 'no-mail']);
    assert.equal(found.leftOut.find(({ reason }) => reason === 'no-mail')?.name, 'Mejl');
    assert.deepEqual([found.sentTo, found.allowanceLeft], ['members', 100]);
    const bySms = await preview({ text: 'Hej', channel: 'sms' });
    assert.deepEqual(bySms.found.leftOut.map(({ reason }) => reason).sort(), ['has-left', 'no-mobile']);
  });

  it('shows the parts as they arrive, the dear character, and what would be cheaper', async () => {
    const { found } = await preview({ text: `“Hej” ${'å'.repeat(100)}` });
    assert.deepEqual([found.encoding, found.partsEach, found.parts], ['ucs2', 2, 4]);
    assert.deepEqual(found.costly, ['“', '”']);
    assert.equal(found.cheaper?.partsEach, 1);
    assert.equal(found.cheaper?.text.startsWith('"Hej"'), true);
    assert.equal(found.partTexts.join(''), `“Hej” ${'å'.repeat(100)}`);
  });

  it('says when it will be done', async () => {
    const { club, found } = await preview({ text: 'Hej' });
    assert.equal(found.finishesAt, club.clock.now() + 2 * 5000);
    const later = await preview({ text: 'Hej', at: Date.UTC(2026, 6, 1) });
    assert.equal(later.found.finishesAt, Date.UTC(2026, 6, 1) + 2 * 5000);
  });
});

describe('trying a text on one number', () => {
  it('sends it as it will arrive and makes no broadcast of it', async () => {
    const club = await aClub();
    const sending = aSending(club);
    await sending.broadcasts['broadcasts.try']({ bookId: club.bookId, text: 'Prov', to: '070-174 06 90' }, club.caller);
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ to, text }) => [to, text]),
      [['+46701740690', '*Scoutkåren* Prov\nSvara STOPP för att lämna']],
    );
    assert.deepEqual(club.sql('SELECT id FROM broadcast'), []);
  });

  it('is refused for what is no number, the own one, and one who has left', async () => {
    const club = await aClub();
    const sending = aSending(club);
    const to = (number: string) => () =>
      sending.broadcasts['broadcasts.try']({ bookId: club.bookId, text: 'Prov', to: number }, club.caller);
    club.stopp(phone(1));
    assert.throws(to('hej'), refused('invalid-phone'));
    assert.throws(to(club.number), refused('own-address'));
    assert.throws(to(phone(1)), refused('member-has-left'));
  });
});

describe('the list', () => {
  it('comes newest first, each recipient counted once', async () => {
    const club = await aClub();
    await addMembers(club, 2);
    const sending = aSending(club);
    const ids = ['ETT', 'TVÅ', 'TRE'].map((text) => sending.send({ text }).id);
    await sending.run();
    const list = await sending.broadcasts['broadcasts.list']({ bookId: club.bookId, limit: 2 }, club.caller);
    assert.deepEqual(
      list.map(({ id, counts }) => [id, counts.sent]),
      [
        [ids[2], 2],
        [ids[1], 2],
      ],
    );
    const { total, items } = await sending.broadcasts['broadcasts.recipients'](
      { id: ids[0] ?? 0, limit: 1, offset: 1 },
      club.caller,
    );
    assert.deepEqual([total, items.map(({ name, state }) => [name, state])], [2, [['Medlem 2', 'sent']]]);
  });

  it('of the recipients has first what needs a person: the unknown, then what did not arrive', async () => {
    const club = await aClub();
    await addMembers(club, 4);
    const sending = aSending(club, {
      script: ({ to }) => {
        if (to === phone(4)) return { kind: 'unknown', text: 'no answer' };
        return to === phone(3) ? rejected('recipient', 1) : taken();
      },
    });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run();
    const { items } = await sending.broadcasts['broadcasts.recipients']({ id, limit: 50, offset: 0 }, club.caller);
    assert.deepEqual(
      items.map(({ state }) => state),
      ['unknown', 'failed', 'sent', 'sent'],
    );
  });
});
