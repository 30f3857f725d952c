import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import type { CallName, Input, Output } from '../electron/contract/index.ts';
import { Problem } from '../electron/contract/problems.ts';
import type { Side } from '../electron/hosts/side.ts';
import { createSides, type RunningSides } from '../electron/sides.ts';
import { createManualClock, type ManualClock } from './support/manual-clock.ts';
import { aRackOfModems, aSim } from './support/plugged-samband.ts';

const PORT = '/dev/ttyUSB0';
const NOBODY = '+46701740699';

describe('practice beside what is real', () => {
  let dataDir: string;
  let clock: ManualClock;
  let rack: ReturnType<typeof aRackOfModems>;
  let sides: RunningSides | null;
  let errors: string[];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'samband-sides-'));
    clock = createManualClock();
    rack = aRackOfModems(clock);
    sides = null;
    errors = [];
  });
  afterEach(async () => {
    await end();
    rmSync(dataDir, { recursive: true, force: true });
    assert.deepEqual(errors, []);
  });

  function make(modem: string): RunningSides {
    return createSides({
      dataDir,
      clock,
      log: { info() {}, warn() {}, error: (text, cause) => errors.push(`${text} ${String(cause)}`) },
      modem,
      openPort: rack.openPort,
      listPorts: rack.listPorts,
    });
  }
  function begin(modem = 'none'): RunningSides {
    sides = make(modem);
    sides.start();
    return sides;
  }
  async function end(): Promise<void> {
    const ending = sides?.stop(0).then(() => true);
    sides = null;
    while (ending && !(await Promise.race([ending, clock.advance(50).then(() => false)])));
  }
  const reply = (side: Side, name: CallName, input: object = {}) => side.dispatch(name, input, side.localUser);
  async function ask<Name extends CallName>(side: Side, name: Name, input: Input<Name>): Promise<Output<Name>> {
    const answer = await reply(side, name, input);
    assert.ok(answer.ok, `${name}: ${JSON.stringify(answer)}`);
    // The contract's own test holds the answers to their shapes.
    return answer.value as Output<Name>;
  }
  const code = async (side: Side, name: CallName, input: object = {}) => {
    const answer = await reply(side, name, input);
    return answer.ok ? 'ok' : answer.code;
  };
  async function until<T>(what: string, read: () => Promise<T | null>): Promise<T> {
    for (let step = 0; step < 2000; step += 1) {
      const value = await read();
      if (value !== null) return value;
      await clock.advance(50);
    }
    throw new Error(`It did not happen: ${what}`);
  }
  const membersOf = async (side: Side) => {
    const [book] = await ask(side, 'books.list', {});
    assert.ok(book);
    return (await ask(side, 'members.list', { bookId: book.id, limit: 500, offset: 0 })).items;
  };
  /** Every value of every table of the real folder, in one string. */
  function realContent(): string {
    const file = new SQLite(join(dataDir, 'samband.sqlite'), { readonly: true });
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    const content = tables.map((table) => JSON.stringify(file.prepare(`SELECT * FROM "${String(table)}"`).all()));
    file.close();
    return content.join('\n');
  }

  it('is no concern of the real folder: nothing practised reaches its database', async () => {
    const { real, practice } = begin();
    const { id } = await ask(real, 'books.create', { name: 'Rödd IF' });
    await ask(real, 'members.add', { bookId: id, name: 'Anna', phone: '+46701234567' });
    const before = realContent();

    const side = await practice();
    const [book] = await ask(side, 'books.list', {});
    assert.ok(book);
    await until('the practice modem is ready', async () =>
      (await ask(side, 'lines.list', {})).some(({ state }) => state === 'ready') ? true : null,
    );
    await ask(side, 'practice.sms', { from: NOBODY.replace('99', '98'), text: 'START' });
    await until('who texted is a member', async () =>
      (await membersOf(side)).some(({ joinedBy }) => joinedBy === 'sms') ? true : null,
    );
    const sent = await ask(side, 'broadcasts.send', { bookId: book.id, text: 'Övning, övning' });
    const done = await until('the send-out is done', async () => {
      const now = await ask(side, 'broadcasts.get', { id: sent.id });
      return now.status === 'done' ? now : null;
    });
    assert.ok(done.counts.sent + done.counts.delivered > 5);
    const phones = await ask(side, 'practice.phones', {});
    assert.ok(phones.some(({ received }) => received.some(({ text }) => text.includes('Övning'))));

    assert.equal(realContent(), before);
    assert.deepEqual(
      (await membersOf(real)).map(({ name }) => name),
      ['Anna'],
    );
    assert.deepEqual(await ask(real, 'lines.list', {}), []);
    assert.notDeepEqual(
      readFileSync(join(dataDir, 'practice', 'address.key')),
      readFileSync(join(dataDir, 'address.key')),
    );
  });

  it('has the rules of the real book, people who do not exist and nobody of the real ones', async () => {
    const { real, practice } = begin();
    await ask(real, 'settings.update', { patch: { club: 'Rödd IF', language: 'en' } });
    const { id } = await ask(real, 'books.create', { name: 'Kören', language: 'en' });
    await ask(real, 'books.update', { id, patch: { approval: true, footer: 'Reply STOP' } });
    await ask(real, 'members.add', { bookId: id, name: 'Anna', phone: '+46701234567' });
    const side = await practice();
    const [book] = await ask(side, 'books.list', {});
    assert.deepEqual([book?.name, book?.language, book?.approval, book?.footer], ['Kören', 'en', true, 'Reply STOP']);
    const people = await membersOf(side);
    assert.ok(people.length > 5);
    for (const { phone } of people) assert.match(phone ?? '', /^\+467017406\d\d$/);
    assert.deepEqual(await ask(side, 'settings.get', {}), {
      ...(await ask(real, 'settings.get', {})),
      practice: true,
    });
  });

  it('begins afresh when it is told to, and listeners hear of it', async () => {
    const { practice } = begin();
    const side = await practice();
    const heard = new Set<string>();
    side.events.subscribe((topics) => {
      for (const topic of topics) heard.add(topic);
    });
    const [book] = await ask(side, 'books.list', {});
    assert.ok(book);
    await ask(side, 'books.update', { id: book.id, patch: { name: 'Allt är trasigt' } });
    await ask(side, 'members.remove', { ids: (await membersOf(side)).map(({ id }) => id) });
    await clock.advance(100);
    heard.clear();

    // Two press the button at once, and a screen asks meanwhile: all of them get the fresh one.
    const [, , asked] = await Promise.all([
      ask(side, 'practice.reset', {}),
      ask(side, 'practice.reset', {}),
      ask(side, 'books.list', {}),
      clock.advance(10_000),
    ]);
    assert.deepEqual(
      asked.map(({ name }) => name),
      ['Rödd IF'],
    );
    await clock.advance(100);
    const books = await ask(side, 'books.list', {});
    assert.deepEqual(
      books.map(({ name }) => name),
      ['Rödd IF'],
    );
    assert.ok((await membersOf(side)).length > 5);
    for (const topic of ['books', 'members', 'outbox', 'practice']) assert.ok(heard.has(topic), topic);
    heard.clear();
    const late = NOBODY.replace('99', '97');
    await ask(side, 'members.add', { bookId: books[0]?.id ?? 0, phone: late });
    await clock.advance(100);
    assert.ok(heard.has('members'));
    await end();
    assert.ok((await membersOf(await begin().practice())).some(({ phone }) => phone === late));
  });

  it('is there again after a restart as it was left', async () => {
    const first = await begin().practice();
    const [book] = await ask(first, 'books.list', {});
    await ask(first, 'books.update', { id: book?.id ?? 0, patch: { name: 'Övningsboken' } });
    await end();
    const second = await begin().practice();
    assert.deepEqual(
      (await ask(second, 'books.list', {})).map(({ name }) => name),
      ['Övningsboken'],
    );
  });

  it('is not made before anybody asks for it', async () => {
    begin();
    await clock.advance(1000);
    assert.equal(existsSync(join(dataDir, 'practice')), false);
  });

  it('is what one begins with while there is neither a book nor a modem', async () => {
    const here = begin(PORT);
    assert.equal(here.beginsWithPractice(), true);
    rack.plug(PORT, aSim(1));
    await until('the SIM is known', async () => (here.beginsWithPractice() ? null : true));
    await end();
    assert.equal(begin('none').beginsWithPractice(), false);
  });

  it('answers what only practice has, and the real side answers that it has not', async () => {
    const { real, practice } = begin();
    const side = await practice();
    const calls: [CallName, object][] = [
      ['practice.sms', { from: NOBODY, text: 'Hej' }],
      ['practice.phones', {}],
      ['practice.addPhone', {}],
      ['practice.unplug', { unplugged: true }],
      ['practice.reset', {}],
    ];
    for (const [name, input] of calls) assert.equal(await code(real, name, input), 'not-practice', name);
    for (const [name, input] of calls.filter(([name]) => name !== 'practice.reset'))
      assert.equal(await code(side, name, input), 'ok', name);
    assert.equal(await code(side, 'lines.use', { port: PORT }), 'practice-only');
  });

  describe('under the practice modem alone', () => {
    const refusal = (modem: string): string => {
      try {
        sides = make(modem);
      } catch (error) {
        if (error instanceof Problem) return error.code;
        throw error;
      }
      return 'ok';
    };

    it('is the only side, in a folder that stays practice for ever', async () => {
      const here = begin('demo');
      assert.equal(await here.practice(), here.real);
      await ask(here.real, 'books.create', { name: 'Rödd IF' });
      assert.equal((await ask(here.real, 'settings.get', {})).practice, true);
      assert.equal(here.beginsWithPractice(), true);
      assert.equal(existsSync(join(dataDir, 'practice')), false);
      await end();
      for (const modem of [PORT, 'auto']) assert.equal(refusal(modem), 'practice-only', modem);
      // To look at it without any modem does no harm; what it holds is still practice.
      const looked = begin('none');
      assert.equal(await code(looked.real, 'lines.use', { port: PORT }), 'practice-only');
      await end();
      assert.equal(refusal('demo'), 'ok');
    });

    it('takes no folder with a real book', async () => {
      await ask(begin().real, 'books.create', { name: 'Rödd IF' });
      await end();
      assert.equal(refusal('demo'), 'not-practice');
      assert.deepEqual(
        (await ask(begin().real, 'books.list', {})).map(({ name }) => name),
        ['Rödd IF'],
      );
    });

    it('takes no folder with a real line', async () => {
      rack.plug(PORT, aSim(1));
      const here = begin(PORT);
      await until('the SIM is known', async () => (here.beginsWithPractice() ? null : true));
      await end();
      assert.equal(refusal('demo'), 'not-practice');
    });

    it('is not begun afresh: the folder is its user’s own', async () => {
      const here = begin('demo');
      await ask(here.real, 'books.create', { name: 'Rödd IF' });
      assert.equal(await code(here.real, 'practice.reset'), 'forbidden');
    });
  });
});
