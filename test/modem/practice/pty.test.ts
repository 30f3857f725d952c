import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { systemClock } from '../../../electron/clock.ts';
import { createPracticeModem } from '../../../electron/modem/practice/practice-modem.ts';
import { findProgram, startProgram, until } from '../../support/outside-program.ts';
import { exposeOnPty } from '../../support/pty-modem.ts';
import { NUMBERING } from '../../support/typed-client.ts';

const socat = findProgram('socat');

async function aPtyModem(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'samband-pty-'));
  const modem = createPracticeModem({ clock: systemClock, numbering: NUMBERING });
  const pty = await exposeOnPty(modem, join(folder, 'modem'));
  t.after(async () => {
    await pty.close();
    rmSync(folder, { recursive: true });
  });
  return { modem, pty };
}

/** Another process with the line open, as our own program is in tests that kill it. */
function outsideClient(path: string) {
  const { process, stop } = startProgram(socat ?? 'socat', ['-', `${path},raw,echo=0`]);
  let heard = '';
  process.stdout.on('data', (bytes: Buffer) => {
    heard += bytes.toString('latin1');
  });
  return {
    stop,
    exited: () => process.exitCode !== null || process.signalCode !== null,
    write: (text: string) => process.stdin.write(text),
    hears: (part: string) => until(`hear ${JSON.stringify(part)}`, 5000, () => (heard.includes(part) ? heard : null)),
  };
}

test('a client that is killed at the prompt comes back to the same modem', {
  skip: !socat && 'socat is not installed',
}, async (t) => {
  const { modem, pty } = await aPtyModem(t);
  modem.network.telephone('+46701234567').send('Hej');
  const first = outsideClient(pty.path);
  first.write('AT+CNMI=2,1;+CMGS=19\r');
  await first.hears('> ');
  const renewed = pty.renewed();
  await first.stop('SIGKILL');
  await renewed;

  const second = outsideClient(pty.path);
  second.write('\x1bAT+CNMI?;+CMGL=4\r');
  const heard = await second.hears('+CMGL: 0,0,,');
  assert.match(heard, /\+CNMI: 2,1,0,0,0/);
  await second.stop();
});

test('a pulled cable takes the path away until it is back', { skip: !socat && 'socat is not installed' }, async (t) => {
  const { modem, pty } = await aPtyModem(t);
  const client = outsideClient(pty.path);
  client.write('AT\r');
  await client.hears('OK');
  const renewed = pty.renewed();
  modem.unplug();
  await until('the client sees its line close', 5000, () => (client.exited() ? true : null));
  assert.throws(() => modem.open(), { code: 'missing' });
  modem.plugIn();
  await renewed;
  const again = outsideClient(pty.path);
  again.write('AT\r');
  await again.hears('OK');
  await again.stop();
});
