import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Input } from '../../electron/contract/index.ts';
import { recordEvent } from '../../electron/log/events.ts';
import { logHandlers } from '../../electron/log/handlers.ts';
import { writeSetting } from '../../electron/settings/settings-store.ts';
import { aSending } from '../support/sending.ts';
import { aTextingClub, type TextingClub } from '../support/texting-club.ts';

const ANNA = '+46701740629';
const BO = '+46701740631';
const HOUR = 3_600_000;

describe('the log', () => {
  let club: TextingClub;
  let handlers: ReturnType<typeof logHandlers>;
  beforeEach(async () => {
    club = await aTextingClub();
    handlers = logHandlers(club.core);
    await club.begin();
  });
  afterEach(() => {
    club.inbound.stop();
    club.close();
  });
  const list = (input: Partial<Input<'log.list'>> = {}) => {
    const answer = handlers['log.list']({ limit: 50, ...input }, club.caller);
    assert.ok(Array.isArray(answer));
    return answer;
  };
  const kinds = (input?: Partial<Input<'log.list'>>) => list(input).map(({ kind }) => kind);

  it('comes newest first, with who it was and the words', () => {
    club.text(ANNA, 'START');
    club.text(ANNA, 'STOPP');
    const [left, ...rest] = list({ bookId: club.bookId, kind: 'left' });
    assert.deepEqual(rest, []);
    assert.deepEqual([left?.address, left?.text, left?.bookId], [ANNA, 'STOPP', club.bookId]);
    const ids = list().map(({ id }) => id);
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => b - a),
    );
    const all = kinds({ bookId: club.bookId });
    assert.ok(all.indexOf('left') < all.indexOf('joined'), all.join(' '));
  });

  it('is asked for by book and by kind', async () => {
    const other = await club.call('books.create', { name: 'Kören' });
    club.text(ANNA, 'START');
    await club.addMember({ name: 'Bo', phone: BO });
    assert.deepEqual(kinds({ bookId: other.id }), ['book-created']);
    assert.deepEqual(kinds({ kind: 'joined' }), ['joined']);
    assert.deepEqual(kinds({ kind: 'added', bookId: other.id }), []);
    assert.deepEqual(kinds({ kind: 'no-such-kind' }), []);
    assert.equal(list({ kind: 'added' })[0]?.address, BO);
  });

  it('is paged through without losing or repeating anything, also while more is written', () => {
    for (let nth = 0; nth < 25; nth += 1) club.text(`+467017406${String(10 + nth)}`, 'START');
    const whole = list({ limit: 5000 }).map(({ id }) => id);
    const paged: number[] = [];
    while (paged.length < 2 * whole.length) {
      const before = paged.at(-1);
      const page = list({ limit: 7, ...(before === undefined ? {} : { before }) });
      if (page.length === 0) break;
      paged.push(...page.map(({ id }) => id));
      club.database.write([], (db) => recordEvent(db, { at: club.clock.now(), kind: 'paused' }));
    }
    assert.deepEqual(paged, whole);
    assert.equal(list({ limit: 3 }).length, 3);
  });

  it('has no name, number or text in its rows: erasing a person leaves nothing there', async () => {
    const name = 'Åsa Örnsköld';
    const id = await club.addMember({ name, phone: BO, email: 'asa@example.se' });
    await club.call('members.update', { id, patch: { name: 'Åsa Ek' } });
    club.text(ANNA, 'START');
    club.text(ANNA, 'Kan någon köra mig på lördag?');
    club.text(ANNA, 'STOPP');
    const sending = aSending(club);
    sending.send({ text: 'Samling kl 17.45' });
    await sending.run(60_000);
    const rows = JSON.stringify(club.database.read.prepare('SELECT * FROM event').all());
    for (const word of [name, 'Åsa', 'Ek', 'asa@', '7017406', 'lördag', 'Samling', 'STOPP']) {
      assert.ok(!rows.includes(word), `${word} in ${rows}`);
    }
    await sending.worker.stop(0);
  });

  it('can neither be rewritten nor thinned out', () => {
    assert.throws(
      () => club.database.write([], (db) => db.prepare("UPDATE event SET reason = 'x'").run()),
      /event-kept/,
    );
    assert.throws(() => club.database.write([], (db) => db.prepare('DELETE FROM event').run()), /event-kept/);
  });

  it('tells what was done by a user with their name, and how many it touched', async () => {
    await club.call('members.import', { bookId: club.bookId, csv: `Namn;Mobil\nAnna;${ANNA}\nBo;${BO}\n` });
    const [imported] = list({ kind: 'imported' });
    assert.equal(imported?.count, 2);
    const { id } = await club.call('books.create', { name: 'Kören' });
    assert.equal(list({ bookId: id, kind: 'book-created' })[0]?.name, 'Sekreteraren');
  });
});

describe('what happened while the computer was off', () => {
  let club: TextingClub;
  beforeEach(async () => {
    club = await aTextingClub();
    await club.begin();
  });
  afterEach(() => {
    club.inbound.stop();
    club.close();
  });
  const ask = () => logHandlers(club.core)['log.whileAway']({ bookId: club.bookId }, club.caller);

  it('is nothing where it was never off', () => {
    assert.equal(ask(), null);
  });

  it('counts what was sent meanwhile by what became of it', async () => {
    club.text(BO, 'START');
    const from = club.clock.now();
    await club.clock.advance(2 * HOUR);
    const to = club.clock.now();
    club.database.write([], (db) => {
      writeSetting(db, 'awayFrom', from);
      writeSetting(db, 'awayTo', to);
    });
    club.text(ANNA, 'START', { sentAt: from + HOUR });
    club.text(ANNA, 'Är det träning?', { sentAt: from + HOUR + 1000 });
    club.text(BO, 'STOPP', { sentAt: from + HOUR + 2000 });
    await club.clock.advance(1000);
    club.text('+46701740640', 'START');
    assert.deepEqual(ask(), { from, to, joined: 1, pending: 0, left: 1, forwarded: 1, held: 0 });
  });
});
