import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aClub, type Club } from '../support/club.ts';

const PHONE = '+46701740601';
const MAIL = 'anna@example.se';

/** A member of each status, by the way one becomes it. */
const kinds = {
  async pending(club: Club) {
    return club.start(PHONE).memberId;
  },
  async active(club: Club) {
    return club.addMember({ name: 'Anna', phone: PHONE, email: MAIL, labels: ['kör'] });
  },
  async unsubscribed(club: Club) {
    const id = await kinds.active(club);
    club.stopp(PHONE);
    return id;
  },
  async blocked(club: Club) {
    const id = await kinds.active(club);
    await club.call('members.block', { ids: [id] });
    return id;
  },
};
type Kind = keyof typeof kinds;
type Verb = 'approve' | 'decline' | 'remove' | 'block' | 'unblock';

/** The table of the administrator: what becomes of one, or the refusal. */
const table: Record<Verb, Record<Kind, string>> = {
  approve: { pending: 'active', active: 'not-pending', unsubscribed: 'member-has-left', blocked: 'not-pending' },
  decline: { pending: 'gone', active: 'not-pending', unsubscribed: 'member-has-left', blocked: 'not-pending' },
  remove: { pending: 'gone', active: 'gone', unsubscribed: 'unsubscribed', blocked: 'gone' },
  block: { pending: 'blocked', active: 'blocked', unsubscribed: 'blocked', blocked: 'blocked' },
  unblock: { pending: 'pending', active: 'active', unsubscribed: 'unsubscribed', blocked: 'active' },
};

const statusOf = (club: Club, id: number) => club.sql('SELECT status FROM member WHERE id = ?', id)[0] ?? 'gone';

describe('the administrator', () => {
  for (const [verb, row] of Object.entries(table) as [Verb, Record<Kind, string>][]) {
    for (const [kind, outcome] of Object.entries(row) as [Kind, string][]) {
      it(`${verb}s one who is ${kind}: ${outcome}`, async () => {
        const club = await aClub({ book: { approval: true } });
        const id = await kinds[kind](club);
        const before = statusOf(club, id);
        if (outcome.includes('-')) {
          assert.equal(await club.refusal(`members.${verb}`, { ids: [id] }), outcome);
          assert.equal(statusOf(club, id), before);
        } else {
          await club.call(`members.${verb}`, { ids: [id] });
          assert.equal(statusOf(club, id), outcome);
        }
      });
    }
  }

  for (const kind of ['pending', 'active', 'unsubscribed'] as const) {
    it(`gives back ${kind} when a block is lifted`, async () => {
      const club = await aClub({ book: { approval: true } });
      const id = await kinds[kind](club);
      await club.call('members.block', { ids: [id] });
      await club.call('members.unblock', { ids: [id] });
      assert.equal(statusOf(club, id), kind);
    });
  }

  it('lifts a block to unsubscribed where the person left meanwhile', async () => {
    const club = await aClub();
    const id = await kinds.blocked(club);
    assert.deepEqual(club.stopp(MAIL), { memberId: id, first: true, cancelled: 0 });
    assert.equal(statusOf(club, id), 'blocked');
    await club.call('members.unblock', { ids: [id] });
    assert.equal(statusOf(club, id), 'unsubscribed');
  });

  it('does all or nothing', async () => {
    const club = await aClub({ book: { approval: true } });
    const waiting = club.start('+46701740602').memberId;
    const left = await kinds.unsubscribed(club);
    assert.equal(await club.refusal('members.approve', { ids: [waiting, left] }), 'member-has-left');
    assert.equal(statusOf(club, waiting), 'pending');
    assert.equal(await club.refusal('members.remove', { ids: [waiting, 999] }), 'not-found');
    assert.equal(statusOf(club, waiting), 'pending');
  });

  it('tells the approved, and sends the declined nothing', async () => {
    const club = await aClub({ book: { approval: true } });
    await club.call('members.approve', { ids: [club.start(PHONE).memberId] });
    await club.call('members.decline', { ids: [club.start('+46701740602').memberId] });
    assert.deepEqual(club.sql(`SELECT recipient || ' ' || text FROM outbox`), [
      `${PHONE} Du är nu medlem i Scoutkåren. Svara STOPP för att lämna.`,
    ]);
  });

  it('keeps the departure of one removed, who then asks again', async () => {
    const club = await aClub({ book: { approval: true } });
    const id = await kinds.unsubscribed(club);
    await club.call('members.remove', { ids: [id] });
    const shown = await club.call('members.get', { id });
    assert.deepEqual([shown.name, shown.labels, shown.status], ['', [], 'unsubscribed']);
    assert.equal(await club.refusal('members.add', { bookId: club.bookId, phone: PHONE }), 'member-has-left');
    assert.deepEqual(club.start(PHONE), { memberId: id, returned: true });
    assert.equal(statusOf(club, id), 'pending');
  });

  it('keeps the block of one removed', async () => {
    const club = await aClub();
    await club.call('members.remove', { ids: [await kinds.blocked(club)] });
    const blocks = await club.call('members.blocks', { bookId: club.bookId });
    assert.deepEqual(blocks.map(({ address }) => address).sort(), [PHONE, MAIL]);
    const again = await club.call('members.add', { bookId: club.bookId, phone: '070-174 06 01' });
    assert.equal(again.status, 'blocked');
  });

  it('blocks a number that is nobody’s, and lets it go again', async () => {
    const club = await aClub();
    const nuisance = { bookId: club.bookId, address: '070-174 06 09' };
    await club.call('members.block', nuisance);
    assert.equal((await club.call('members.blocks', { bookId: club.bookId }))[0]?.address, '+46701740609');
    await club.call('members.unblock', nuisance);
    assert.deepEqual(await club.call('members.blocks', { bookId: club.bookId }), []);
  });
});

describe('the person', () => {
  it('leaves with every address and comes back with all by any of them', async () => {
    const club = await aClub({ book: { approval: true } });
    const id = await kinds.unsubscribed(club);
    for (const typed of [{ phone: '0701740601' }, { email: 'Anna@Example.se' }, { email: 'ａnna@ｅxample.se' }])
      assert.equal(await club.refusal('members.add', { bookId: club.bookId, ...typed }), 'member-has-left');
    assert.deepEqual(club.start(MAIL), { memberId: id, returned: true });
    const back = await club.call('members.get', { id });
    assert.deepEqual([back.status, back.phone, back.email, back.joinedBy], ['active', PHONE, MAIL, 'mail']);
    assert.deepEqual(back.consent, { at: club.clock.now(), by: 'mail', words: 'START', from: MAIL });
  });

  it('comes back although the address is erased', async () => {
    const club = await aClub();
    const id = await kinds.unsubscribed(club);
    club.database.write([], (db) => {
      db.prepare('UPDATE departure_address SET address = NULL').run();
      db.prepare('DELETE FROM member_label').run();
      db.prepare('DELETE FROM member WHERE id = ?').run(id);
    });
    assert.equal(await club.refusal('members.add', { bookId: club.bookId, phone: PHONE }), 'member-has-left');
    assert.deepEqual(club.stopp(PHONE).first, false);
    assert.equal(club.start(PHONE).returned, true);
    assert.deepEqual(club.sql('SELECT status FROM member'), ['active']);
  });

  it('leaves once; saying it again changes nothing', async () => {
    const club = await aClub();
    await kinds.active(club);
    assert.equal(club.stopp(PHONE).first, true);
    assert.equal(club.stopp(PHONE).first, false);
    assert.equal(club.stopp(MAIL).first, false);
    assert.deepEqual(club.sql('SELECT count(*) FROM departure'), [1]);
  });

  it('can leave without ever having been a member, and asks again where approval is on', async () => {
    const club = await aClub({ book: { approval: true } });
    assert.deepEqual(club.stopp(PHONE), { memberId: null, first: true, cancelled: 0 });
    assert.equal(await club.refusal('members.add', { bookId: club.bookId, phone: PHONE }), 'member-has-left');
    assert.equal(statusOf(club, club.start(PHONE).memberId), 'pending');
  });

  it('is back by a START that was sent later and read first', async () => {
    const club = await aClub();
    const id = await kinds.active(club);
    const start = club.storeText({ from: PHONE, text: 'START', decision: 'joined', sentAt: 2000 });
    const stopp = club.storeText({ from: PHONE, text: 'STOPP', decision: 'left', sentAt: 1000 });
    club.depart({ address: PHONE, messageId: stopp });
    club.returnBy({ address: PHONE, messageId: start });
    assert.equal(statusOf(club, id), 'active');
  });

  it('is not back by a START that was sent earlier', async () => {
    const club = await aClub();
    const id = await kinds.active(club);
    const start = club.storeText({ from: PHONE, text: 'START', decision: 'joined', sentAt: 1000 });
    const stopp = club.storeText({ from: PHONE, text: 'STOPP', decision: 'left', sentAt: 2000 });
    club.depart({ address: PHONE, messageId: stopp });
    assert.throws(() => club.returnBy({ address: PHONE, messageId: start }), /departure-kept/);
    assert.equal(statusOf(club, id), 'unsubscribed');
  });
});
