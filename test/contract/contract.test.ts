import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../../electron/clock.ts';
import type { AnyEntry } from '../../electron/contract/define.ts';
import { type CallName, contract, type Output } from '../../electron/contract/index.ts';
import { problemCodes, type Reply } from '../../electron/contract/problems.ts';
import { serveWeb, type WebHost } from '../../electron/hosts/web.ts';
import { createSides, type RunningSides } from '../../electron/sides.ts';
import { eventually } from '../support/eventually.ts';

/** Scripts and other programs call these by name; more may come, none may go. */
const FIXED_NAMES = `
  books.create books.remove books.update books.get books.list
  members.add members.list members.get members.update members.approve members.decline members.remove members.block members.unblock members.import
  roles.add roles.remove roles.list users.list users.add
  broadcasts.preview broadcasts.send broadcasts.get broadcasts.list broadcasts.cancel broadcasts.release broadcasts.drop
  inbound.explain log.list outbox.list outbox.pause outbox.resume outbox.settle
  lines.list lines.use lines.enterPin lines.setNumber mail.configure mail.status settings.get settings.update
  practice.sms practice.phones`
  .trim()
  .split(/\s+/);

const TOKEN = 'the-token-of-this-start';
const WRITER = '+46701740686';
const FUNCTIONARY = '+46701740640';
const ANNA = '+46701740629';
const BO = '+46701740631';
const CILLA = '+46701740633';
const DAN = '+46701740644';
const STRANGER = '+46701740671';

const entries = new Map<string, AnyEntry>(contract.map((entry) => [entry.name, entry]));

describe('the contract', () => {
  it('has every fixed name, each once', () => {
    const names = contract.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      FIXED_NAMES.filter((name) => !entries.has(name)),
      [],
    );
  });

  it('takes no field that it does not know, in any call', () => {
    for (const { name, input } of contract) {
      const refused = input.safeParse({ 'no such field': 1 });
      assert.match(refused.error?.message ?? '', /unrecognized_keys/, name);
    }
  });
});

describe('a small club through every call', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'samband-contract-'));
  const errors: string[] = [];
  let sides: RunningSides;
  let host: WebHost;
  const answered = new Set<string>();
  const refused = new Set<string>();

  before(async () => {
    const log = {
      info() {},
      warn() {},
      error: (text: string, cause?: unknown) => errors.push(`${text} ${String(cause)}`),
    };
    sides = createSides({
      dataDir,
      clock: systemClock,
      log,
      modem: 'demo',
      openPort: () => Promise.reject(new Error('The practice modem needs no port')),
      listPorts: async () => [{ path: '/dev/ttyUSB0', vendorId: '12d1' }],
    });
    host = await serveWeb({ sides, token: TOKEN, port: 0, rendererDir: null, clock: systemClock, log });
    sides.start();
  });
  after(async () => {
    await host.close();
    await sides.stop(1000);
    rmSync(dataDir, { recursive: true, force: true });
    assert.deepEqual(errors, []);
  });

  async function post(name: string, input: object): Promise<Reply> {
    const response = await fetch(`${host.url}/api/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify(input),
    });
    assert.equal(response.status, 200, name);
    return JSON.parse(await response.text());
  }

  /** Its answer, which is exactly what the contract says: nothing missing, nothing besides. */
  async function ask<Name extends CallName>(name: Name, input: object = {}): Promise<Output<Name>> {
    const reply = await post(name, input);
    assert.ok(reply.ok, `${name} ${JSON.stringify(input)} answered ${JSON.stringify(reply)}`);
    const fitting = entries.get(name)?.output.safeParse(reply.value);
    assert.ok(fitting?.success, `${name} answered ${JSON.stringify(reply.value)}: ${fitting?.error}`);
    assert.deepEqual(reply.value, fitting.data, name);
    answered.add(name);
    return fitting.data as Output<Name>; // parsed by this very entry
  }

  async function refusal(name: CallName, input: object, code: string): Promise<void> {
    const reply = await post(name, input);
    assert.deepEqual([name, reply.ok, reply.ok ? null : reply.code], [name, false, code]);
    assert.ok(problemCodes.some((known) => known === code));
    refused.add(name);
  }

  let bookId: number;
  const sent = (id: number) =>
    eventually(async () => {
      const broadcast = await ask('broadcasts.get', { id });
      return broadcast.status === 'done' ? broadcast : null;
    });
  const heldOne = () =>
    eventually(async () => (await ask('broadcasts.list', { bookId })).find(({ status }) => status === 'held') ?? null);

  it('makes a book on the practice line, with its rules and its people', async () => {
    await ask('settings.update', { patch: { club: 'Idrottsföreningen Rödd', country: 'SE', language: 'sv' } });
    assert.deepEqual(await ask('settings.get'), {
      language: 'sv',
      country: 'SE',
      undoSeconds: 0,
      club: 'Idrottsföreningen Rödd',
      practice: true,
    });
    assert.deepEqual(await ask('books.list'), []);
    ({ id: bookId } = await ask('books.create', { name: 'Rödd IF' }));
    const [line] = await ask('lines.list');
    assert.equal(line?.bookId, bookId);
    const book = await ask('books.get', { id: String(bookId) });
    assert.deepEqual(
      [book.language, book.signUp, book.approval, book.membersMayWrite, book.quietHours, book.dailySmsLimit],
      ['sv', 'keyword', false, false, null, null],
    );
    assert.equal(book.staleAfterHours, 6);
    await ask('books.update', {
      id: bookId,
      patch: {
        name: 'Rödd IF',
        approval: true,
        quietHours: { from: '22:00', to: '07:00' },
        dailySmsLimit: 500,
        replies: { already: { on: true, text: 'Du är redan med.' } },
      },
    });
    await ask('books.update', { id: bookId, patch: { quietHours: null } });
    assert.equal((await ask('books.list'))[0]?.replies.already.text, 'Du är redan med.');

    const { id: writer } = await ask('roles.add', { bookId, role: 'writer', address: WRITER });
    const functionary = await ask('roles.add', { bookId, role: 'functionary', address: FUNCTIONARY });
    await ask('roles.mute', { id: functionary.id, muted: ['joined'] });
    const roles = await ask('roles.list', { bookId });
    assert.ok(
      roles.some(
        ({ id, role, address, userId }) => id === writer && role === 'writer' && address === WRITER && userId === null,
      ),
    );
    const extra = await ask('roles.add', { bookId, role: 'writer', address: STRANGER });
    await ask('roles.remove', { id: extra.id });

    const { id: user } = await ask('users.add', { name: 'Kassören' });
    await ask('users.update', { id: user, patch: { name: 'Kassör' } });
    assert.ok((await ask('users.list')).some(({ name, isMe }) => name === 'Kassör' && !isMe));
    await ask('users.remove', { id: user });
  });

  it('has members who come, are let in, are blocked and go', async () => {
    const anna = await ask('members.add', { bookId, name: 'Anna', phone: ANNA, labels: ['Styrelsen'] });
    assert.equal(anna.status, 'active');
    await refusal('members.add', { bookId, phone: ANNA }, 'already-member');
    await refusal('members.add', { bookId, phone: '12' }, 'invalid-phone');
    const csv = `Namn;Mobil;E-post;Etiketter\nBo;070-174 06 31;;Ungdom\nIngen;;;\n`;
    const wanted = await ask('members.import', { bookId, csv, dryRun: true });
    assert.deepEqual(wanted, { added: 1, updated: 0, unchanged: 0, leftOut: [{ row: 3, reason: 'no-address' }] });
    assert.deepEqual(await ask('members.import', { bookId, csv }), wanted);
    await ask('members.update', { id: anna.id, patch: { name: 'Anna Åkesson', email: 'anna@example.se' } });
    await ask('members.label', { ids: [anna.id], add: ['Ledare'], take: ['Styrelsen'] });
    assert.deepEqual(await ask('members.labels', { bookId }), [
      { label: 'Ledare', members: 1 },
      { label: 'Ungdom', members: 1 },
    ]);
    const { total, items } = await ask('members.list', { bookId, search: '070-174 06 31' });
    assert.deepEqual([total, items[0]?.phone, items[0]?.joinedBy], [1, BO, 'import']);

    for (const from of [CILLA, DAN]) await ask('practice.sms', { from, text: 'START' });
    const pending = await eventually(async () => {
      const found = await ask('members.list', { bookId, status: 'pending' });
      return found.total === 2 ? found.items : null;
    });
    const idOf = (phone: string) => pending.find((member) => member.phone === phone)?.id;
    await ask('members.approve', { ids: [idOf(CILLA)] });
    await ask('members.decline', { ids: [idOf(DAN)] });
    const cilla = await ask('members.get', { id: idOf(CILLA) });
    assert.deepEqual([cilla.status, cilla.consent.words], ['active', 'START']);

    await ask('members.block', { ids: [cilla.id] });
    await ask('members.unblock', { ids: [cilla.id] });
    await ask('members.block', { bookId, address: STRANGER });
    assert.equal((await ask('members.blocks', { bookId }))[0]?.address, STRANGER);
    await ask('members.unblock', { bookId, address: STRANGER });
    await ask('members.remove', { ids: [cilla.id] });
    assert.match((await ask('members.export', { bookId })).csv, /Anna Åkesson/);
    assert.equal((await ask('books.movements', { id: bookId })).length, 12);
  });

  it('sends, shows, holds, lets go and stops', async () => {
    const preview = await ask('broadcasts.preview', { bookId, text: 'Årsmöte kl 19 ☕', channel: 'sms' });
    assert.deepEqual([preview.recipients, preview.encoding], [2, 'ucs2']);
    assert.ok(preview.costly.includes('☕'));
    const asked = { bookId, text: 'Samling kl 17.45', requestId: 'once' };
    const first = await ask('broadcasts.send', asked);
    assert.deepEqual(await ask('broadcasts.send', asked), first);
    const done = await sent(first.id);
    assert.equal(done.counts.sent + done.counts.delivered, 2);
    assert.equal((await ask('broadcasts.recipients', { id: first.id })).total, 2);
    assert.deepEqual(await ask('broadcasts.resendFailed', { id: first.id }), { resent: 0 });
    await ask('broadcasts.try', { bookId, text: 'Bara till mig', to: STRANGER });

    const later = await ask('broadcasts.send', { bookId, text: 'I morgon', at: Date.now() + 86_400_000 });
    assert.equal((await ask('broadcasts.get', { id: later.id })).status, 'scheduled');
    await ask('broadcasts.cancel', { id: later.id });
    assert.equal((await ask('broadcasts.get', { id: later.id })).status, 'cancelled');

    for (const times of [1, 2, 3]) {
      await ask('practice.sms', { from: WRITER, text: 'Glöm inte bollarna' });
      const known = await eventually(async () => {
        const list = await ask('inbound.conversation', { bookId, address: WRITER });
        return list.filter(({ direction, state }) => direction === 'in' && state === 'decided').length === times
          ? await ask('broadcasts.list', { bookId })
          : null;
      });
      const own = known.filter(({ origin }) => origin === 'sms');
      assert.deepEqual([own.length, own[0]?.status === 'held'], [times, times > 1]);
      if (times === 2) {
        const held = await heldOne();
        await ask('broadcasts.release', { id: held.id });
        await sent(held.id);
      }
      if (times === 3) await ask('broadcasts.drop', { id: (await heldOne()).id });
    }
  });

  it('reads what comes in, and answers it', async () => {
    assert.deepEqual(await ask('inbound.explain', { bookId, from: ANNA, text: 'stopp' }), {
      decision: 'left',
      reason: 'stop',
    });
    await ask('practice.sms', { from: ANNA, text: 'Kan jag få skjuts?' });
    await ask('practice.sms', { from: BO, text: 'Sluta skicka' });
    const todo = await eventually(async () => (await ask('todos.list', { bookId }))[0] ?? null);
    assert.equal(todo.kind, 'near-stop');
    await ask('todos.answer', { id: todo.id, answer: 'stays' });
    const [item] = await ask('inbound.list', { bookId, all: true, limit: 1 });
    assert.ok(item);
    assert.ok((await ask('inbound.counts', { bookId })).unseen > 0);
    await ask('inbound.markSeen', { ids: [item.id] });
    await ask('inbound.answer', { bookId, to: ANNA, text: 'Ja, 17.15' });
    await eventually(async () =>
      (await ask('practice.phones')).some(
        ({ number, received }) => number === ANNA && received.some(({ text }) => text.includes('17.15')),
      )
        ? true
        : null,
    );

    await ask('practice.sms', { from: ANNA, text: 'STOPP' });
    await eventually(async () =>
      (await ask('members.list', { bookId, status: 'unsubscribed' })).total === 1 ? true : null,
    );
    await refusal('members.add', { bookId, phone: ANNA }, 'member-has-left');
    const log = await ask('log.list', { bookId, limit: 5000 });
    assert.ok(log.some(({ kind, address }) => kind === 'left' && address === ANNA));
    assert.equal(await ask('log.whileAway', { bookId }), null);
  });

  it('has an outbox, lines and mail to look after', async () => {
    await ask('outbox.pause');
    assert.equal((await ask('outbox.summary')).waitsFor, 'pause');
    await ask('outbox.resume');
    await ask('outbox.confirmClock');
    const [row] = await ask('outbox.list', { bookId });
    assert.ok(row);
    await refusal('outbox.settle', { id: row.id, as: 'sent' }, 'not-unknown');

    const [line] = await ask('lines.list');
    assert.ok(line);
    await ask('lines.setNumber', { id: line.id, number: '070-174 06 99' });
    await ask('lines.test', { id: line.id, to: STRANGER });
    assert.deepEqual(await ask('lines.ports'), [{ path: '/dev/ttyUSB0', maker: 'Huawei' }]);
    await refusal('lines.enterPin', { id: line.id, pin: '1234' }, 'pin-not-asked');
    await refusal('lines.use', { port: '/dev/ttyUSB0' }, 'practice-only');
    assert.deepEqual(await ask('mail.status'), { imap: 'off', smtp: 'off' });
    const imap = { host: 'mail.example.se', port: 993, secure: true, user: 'bok', password: 'x' };
    const smtp = { host: 'mail.example.se', port: 465, secure: true };
    await refusal('mail.configure', { imap, smtp, from: 'bok@example.se' }, 'mail-not-configured');

    assert.match((await ask('practice.addPhone')).number, /^\+467017406\d\d$/);
    await ask('practice.unplug', { unplugged: true });
    await eventually(async () => ((await ask('lines.list'))[0]?.state === 'unplugged' ? true : null));
    await ask('practice.unplug', { unplugged: false });
    await refusal('practice.reset', {}, 'forbidden');
    await ask('books.remove', { id: bookId });
    assert.deepEqual(await ask('books.list'), []);
  });

  it('has met every call, and one that is none', async () => {
    const names = contract.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !answered.has(name) && !refused.has(name)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => !answered.has(name)),
      ['outbox.settle', 'practice.reset', 'lines.use', 'lines.enterPin', 'mail.configure'],
    );
    const reply = await post('books.burn', {});
    assert.deepEqual(reply, { ok: false, code: 'unknown-call', detail: { call: 'books.burn' } });
  });
});
