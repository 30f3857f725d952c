import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { systemClock } from '../../electron/clock.ts';
import { PortError } from '../../electron/modem/port.ts';
import { createPracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { openSerialPort } from '../../electron/modem/serial-port.ts';
import { findProgram, until } from '../support/outside-program.ts';
import { exposeOnPty } from '../support/pty-modem.ts';
import { NUMBERING } from '../support/typed-client.ts';

const skip = findProgram('socat') ? false : 'socat is not installed';

async function aPty(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'samband-serial-'));
  const modem = createPracticeModem({ clock: systemClock, numbering: NUMBERING });
  const pty = await exposeOnPty(modem, join(folder, 'modem'));
  t.after(async () => {
    await pty.close();
    rmSync(folder, { recursive: true });
  });
  return { modem, path: pty.path };
}

const hasCode = (code: string) => (error: unknown) => error instanceof PortError && error.code === code;

describe('openSerialPort', { timeout: 30_000 }, () => {
  it('tells a path that is not there from one that is no serial port', async () => {
    await assert.rejects(openSerialPort('/dev/no-such-modem'), hasCode('missing'));
    await assert.rejects(openSerialPort(import.meta.filename), hasCode('failed'));
    await assert.rejects(openSerialPort(tmpdir()), hasCode('failed'));
  });

  it('speaks through a link to a pseudo-terminal, for itself alone', { skip }, async (t) => {
    const { path } = await aPty(t);
    const port = await openSerialPort(path);
    t.after(() => port.close());
    let heard = '';
    port.onData((bytes) => {
      heard += Buffer.from(bytes).toString('latin1');
    });
    await port.write(Buffer.from('AT\r'));
    await until('hear OK', 5_000, () => (heard.includes('OK') ? heard : null));
    await assert.rejects(openSerialPort(path), hasCode('busy'));
    await port.close();
    await port.close();
  });

  it('tells that the cable was pulled', { skip }, async (t) => {
    const { modem, path } = await aPty(t);
    const port = await openSerialPort(path);
    t.after(() => port.close());
    let closed = 0;
    port.onData(() => {});
    port.onClose(() => {
      closed += 1;
    });
    await port.write(Buffer.from('AT+CSQ\r'));
    await until('reach the modem', 5_000, () => (modem.commands.length > 0 ? true : null));
    modem.unplug();
    await until('be closed', 5_000, () => (closed > 0 ? true : null));
    assert.equal(closed, 1);
    await port.close();
  });
});
