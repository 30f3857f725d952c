import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../../electron/clock.ts';
import type { Output } from '../../electron/contract/index.ts';
import { createPracticeModem, type PracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { eventually } from '../support/eventually.ts';
import { type Headless, startHeadless } from '../support/headless.ts';
import { exposeOnPty, type PtyModem } from '../support/pty-modem.ts';

const PEOPLE = 60;
const KILLS = 20;
const TEXT = 'Samling kl 17.45 vid Åvallen';
const FUNCTIONARY = '+46701740640';
const memberNumber = (person: number) => `+46701${String(100_000 + person)}`;
const joinerNumber = (joiner: number) => `+46702${String(100_000 + joiner)}`;

describe('SIGKILL twenty times during a send-out with texts coming in', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'samband-kill-'));
  let modem: PracticeModem;
  let pty: PtyModem;
  let program: Headless;
  let bookId: number;

  before(async () => {
    modem = createPracticeModem({
      clock: systemClock,
      numbering: {
        ownNumber: '+46701740699',
        iccid: '8946990000000000033',
        imsi: '240990000000033',
        imei: '350000000000030',
      },
      habits: { submitMs: 30 },
    });
    pty = await exposeOnPty(modem, join(folder, 'modem'));
    program = await startHeadless({ modem: pty.path });
    bookId = (await ask('books.create', { name: 'Rödd IF' })).id;
    await ask('roles.add', { bookId, role: 'functionary', address: FUNCTIONARY });
    for (let person = 0; person < PEOPLE; person += 1)
      await ask('members.add', { bookId, phone: memberNumber(person) });
  });

  after(async () => {
    await program?.dispose();
    await pty?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // The door has checked that this is what the call answers.
  const ask = async <Name extends keyof Answers>(name: Name, input: object) =>
    (await program.call(name, input)) as Answers[Name];

  it('sends nothing twice, calls nothing sent that was not, and acts on every text once', async () => {
    const { id } = await ask('broadcasts.send', { bookId, text: TEXT });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const submits = modem.network.submits.length;
      modem.network.telephone(joinerNumber(kill)).send('START');
      // At another moment of the dialogue each time: after one or two texts more, and up to two commands.
      await reached(modem, submits + 1 + (kill % 2), kill % 3);
      await program.kill();
      await program.restart();
    }

    const broadcast = await eventually(async () => {
      const now = await ask('broadcasts.get', { id });
      const queue = await ask('outbox.summary', {});
      const members = await ask('members.list', { bookId, limit: 500 });
      return now.status === 'done' && queue.queued === 0 && members.total === PEOPLE + KILLS ? now : null;
    });

    const outbox = await ask('outbox.list', { bookId, limit: 5000 });
    for (const { number, inbox } of modem.network.telephones()) {
      const texts = inbox().map(({ text }) => text);
      if (number !== FUNCTIONARY) assert.deepEqual(texts, [...new Set(texts)], `${number} got something twice`);
      const rows = outbox.filter(({ to }) => to === number);
      const called = rows.filter(({ state }) => state === 'sent' || state === 'delivered');
      for (const row of called)
        assert.ok(texts.includes(row.text), `${number} did not get what is called ${row.state}`);
      const open = rows.filter(({ state }) => state === 'unknown' || state === 'sending');
      assert.ok(texts.length <= called.length + open.length, `${number} got more than the program knows of`);
    }
    for (let joiner = 0; joiner < KILLS; joiner += 1) {
      const inbox = await ask('inbound.conversation', { bookId, address: joinerNumber(joiner) });
      assert.equal(inbox.filter(({ direction }) => direction === 'in').length, 1);
      assert.equal(inbox.filter(({ kind }) => kind === 'reply').length, 1);
    }
    const unknown = (await ask('log.list', { bookId, kind: 'unknown', limit: 500 })).length;
    assert.ok(unknown <= KILLS, `${unknown} unknown outcomes after ${KILLS} kills`);
    assert.equal(broadcast.counts.failed + broadcast.counts.cancelled + broadcast.counts.expired, 0);
    assert.deepEqual(modem.network.malformed, []);
  });
});

type Answers = {
  [Name in
    | 'books.create'
    | 'roles.add'
    | 'members.add'
    | 'members.list'
    | 'broadcasts.send'
    | 'broadcasts.get'
    | 'outbox.summary'
    | 'outbox.list'
    | 'inbound.conversation'
    | 'log.list']: Output<Name>;
};

/** The network took so many texts and the modem then ran so many commands more, or there is nothing left to send. */
function reached(modem: PracticeModem, submits: number, commands: number): Promise<void> {
  let goal: number | null = null;
  return eventually(() => {
    if (modem.network.submits.length < submits) return null;
    goal ??= modem.commands.length + commands;
    return modem.commands.length >= goal ? true : null;
  }).then(() => {});
}
