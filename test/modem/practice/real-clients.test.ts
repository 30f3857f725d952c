import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { systemClock } from '../../../electron/clock.ts';
import { createPracticeModem } from '../../../electron/modem/practice/practice-modem.ts';
import { findProgram, runProgram, startProgram, until } from '../../support/outside-program.ts';
import { exposeOnPty } from '../../support/pty-modem.ts';
import { NUMBERING, OWN_NUMBER } from '../../support/typed-client.ts';

const ANNA = '+46701234567';
const BO = '+46707654321';
const SHORT = 'Räksmörgås åt ÅÄÖ för 20 €';
const LONG = `${'Vi träffas vid bryggan på lördag, ta med åror. '.repeat(8)}Slut.`;
const EMOJI = 'Grattis på dagen! 🎉';

const socat = findProgram('socat');
const gammu = findProgram('gammu');
const smsd = findProgram('smsd');
const without = (name: string, program: string | null) =>
  program === null ? `${name} is not installed` : socat === null ? 'socat is not installed' : false;

/** A modem on a pseudo-terminal in a folder of its own, both gone when the test ends. */
async function aPtyModem(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'samband-clients-'));
  const modem = createPracticeModem({ clock: systemClock, numbering: NUMBERING });
  const pty = await exposeOnPty(modem, join(folder, 'modem'));
  const clients: { stop(): Promise<void> }[] = [];
  t.after(async () => {
    // First, or they spend a minute on a line that is gone.
    for (const client of clients) await client.stop();
    await pty.close();
    rmSync(folder, { recursive: true });
  });
  const texts = (number: string) =>
    modem.network
      .telephone(number)
      .inbox()
      .map(({ text }) => text);
  return { folder, modem, pty, texts, clients };
}

/** `connection` without a speed: a pseudo-terminal has none. */
async function aGammu(t: TestContext) {
  const { folder, modem, pty, texts } = await aPtyModem(t);
  const settings = join(folder, 'gammurc');
  writeFileSync(settings, `[gammu]\ndevice = ${pty.path}\nconnection = at\nsynchronizetime = no\n`);
  const run = async (...parameters: string[]) => {
    const renewed = pty.renewed();
    const said = await runProgram(gammu ?? 'gammu', ['-c', settings, ...parameters], 25_000);
    await renewed;
    return said;
  };
  return { modem, texts, run };
}

async function aSmsd(t: TestContext) {
  const { folder, modem, pty, texts, clients } = await aPtyModem(t);
  const folders = ['outgoing', 'checked', 'incoming', 'failed', 'sent'];
  for (const name of folders) mkdirSync(join(folder, name));
  const settings = [
    'devices = GSM1',
    `logfile = ${join(folder, 'smsd.log')}`,
    `infofile = ${join(folder, 'smsd.working')}`,
    `pidfile = ${join(folder, 'smsd.pid')}`,
    ...folders.map((name) => `${name} = ${join(folder, name)}`),
    'delaytime = 1',
    'internal_combine = yes',
    'incoming_utf8 = yes',
    '[GSM1]',
    `device = ${pty.path}`,
    'incoming = yes',
    'memory_start = 0',
    'check_memory_method = 31',
  ];
  writeFileSync(join(folder, 'smsd.conf'), `${settings.join('\n')}\n`);
  const daemon = startProgram(smsd ?? 'smsd', ['-t', '-c', join(folder, 'smsd.conf')]);
  daemon.process.stdout.resume();
  clients.push(daemon);

  return {
    modem,
    texts,
    send(to: string, text: string) {
      const name = `${to}-${text.length}`;
      writeFileSync(join(folder, name), `To: ${to.slice(1)}\nAlphabet: UTF-8\n\n${text}`);
      // In one step, or smsd may read half a file.
      renameSync(join(folder, name), join(folder, 'outgoing', name));
    },
    incoming: () =>
      readdirSync(join(folder, 'incoming')).map((name) => {
        const [head = '', ...body] = readFileSync(join(folder, 'incoming', name), 'utf8').split('\n\n');
        return { from: /^From: (.*)$/m.exec(head)?.[1], text: body.join('\n\n') };
      }),
  };
}

suite('programs of others use the practice modem', { concurrency: true, timeout: 58_000 }, () => {
  test('gammu sends', { skip: without('gammu', gammu) }, async (t) => {
    const { modem, texts, run } = await aGammu(t);
    assert.match(await run('identify'), /SIM IMSI +: 240990000000017/);
    await run('sendsms', 'TEXT', ANNA, '-text', SHORT);
    await run('sendsms', 'TEXT', ANNA, '-len', '400', '-text', LONG);
    assert.deepEqual(texts(ANNA), [SHORT, LONG]);
    assert.equal(modem.network.telephone(ANNA).incomplete(), 0);
    assert.deepEqual(modem.network.malformed, []);
  });

  test('gammu receives', { skip: without('gammu', gammu) }, async (t) => {
    const { modem, run } = await aGammu(t);
    modem.network.telephone(ANNA).send(SHORT);
    modem.network.telephone(ANNA).send(LONG, { order: [3, 1, 2] });
    modem.network.telephone(BO).send(EMOJI);
    const said = await run('geteachsms');
    for (const text of [ANNA, SHORT, LONG, BO, EMOJI]) assert.ok(said.includes(text), `${text} in ${said}`);
    await run('deleteallsms', '1');
    assert.equal(modem.storage().SM?.used(), 0);
  });

  test('smsd sends and receives', { skip: without('smsd', smsd) }, async (t) => {
    const { modem, texts, send, incoming } = await aSmsd(t);
    modem.network.telephone(ANNA).send(SHORT);
    modem.network.telephone(BO).send(LONG, { order: [2, 3, 1] });
    send(ANNA, SHORT);
    send(BO, LONG);

    await until('both texts on the telephones', 30_000, () =>
      texts(ANNA).length === 1 && texts(BO).length === 1 ? true : null,
    );
    assert.deepEqual([texts(ANNA), texts(BO)], [[SHORT], [LONG]]);
    const [shown] = modem.network.telephone(ANNA).inbox();
    assert.equal(shown?.from, OWN_NUMBER);

    const received = await until('both texts in its folder', 20_000, () =>
      incoming().length === 2 ? incoming().sort((a, b) => a.text.length - b.text.length) : null,
    );
    assert.deepEqual(received, [
      { from: ANNA.slice(1), text: SHORT },
      { from: BO.slice(1), text: LONG },
    ]);
    assert.equal(modem.storage().SM?.used(), 0);
    assert.deepEqual(modem.network.malformed, []);
  });
});
