import { pause } from '../clock.ts';
import type { AtEngine } from './at/engine.ts';
import type { AtAnswer, AtRequest } from './at/request.ts';
import { readValues } from './at/values.ts';
import { isSimBusy } from './cms-errors.ts';
import type { LineContext } from './line-context.ts';

/** What AT+CPIN? says (TS 27.007 §8.3), as far as this program does something about it. */
export type SimState = 'ready' | 'pin' | 'puk' | 'missing' | 'failed' | 'no-answer';

const BUSY_MS = 30_000;

/** Asks for the SIM's state; a busy one is asked again every second for half a minute. */
export async function readSimState(context: LineContext): Promise<SimState> {
  const answer = await runWhenSimReady(context, {
    command: 'AT+CPIN?',
    timeoutMs: 5_000,
    enough: { prefix: '+CPIN:', afterMs: 1_000 },
  });
  if (answer.kind === 'ok') {
    const line = answer.lines.find((text) => text.toUpperCase().startsWith('+CPIN:'));
    switch (readValues(line ?? '')[0]?.toUpperCase()) {
      // The second PIN guards nothing this program uses.
      case 'READY':
      case 'SIM PIN2':
      case 'SIM PUK2':
        return 'ready';
      case 'SIM PIN':
        return 'pin';
      case 'SIM PUK':
        return 'puk';
      default:
        return 'failed';
    }
  }
  if (answer.kind !== 'error') return 'no-answer';
  const { code } = answer.error;
  if (code === 10 || code === 310) return 'missing';
  if (code === 12 || code === 316) return 'puk';
  return 'failed';
}

/** Runs a command again, every second for half a minute, while the SIM answers that it is still starting. */
export async function runWhenSimReady(
  { engine, clock, signal }: Pick<LineContext, 'engine' | 'clock' | 'signal'>,
  request: AtRequest,
): Promise<AtAnswer> {
  const until = clock.now() + BUSY_MS;
  for (;;) {
    const answer = await engine.run(request);
    const busy = answer.kind === 'error' && isSimBusy(answer.error);
    if (!busy || clock.now() >= until || signal.aborted) return answer;
    await pause(clock, 1_000, signal);
  }
}

/** The SIM's ICCID, or null where this modem does not tell it (many not before the PIN). */
export async function readIccid(engine: AtEngine): Promise<string | null> {
  for (const command of ['AT+CCID', 'AT+ICCID', 'AT^ICCID?']) {
    const prefixes = ['+CCID', '+ICCID', '^ICCID'];
    const answer = await engine.run({ command, timeoutMs: 5_000, prefixes });
    const digits = /\d{18,20}/.exec(answer.lines.join(' '))?.[0];
    if (answer.kind === 'ok' && digits) return digits.startsWith('98') ? swapNibbles(digits) : digits;
  }
  // EF_ICCID read from the card itself (TS 31.102 §10.1.1); its digits stand in swapped nibbles.
  const raw = await engine.run({ command: 'AT+CRSM=176,12258,0,0,10', timeoutMs: 5_000 });
  const [status, , hex] = readValues(raw.lines[0] ?? '');
  return raw.kind === 'ok' && status === '144' && /^[0-9A-F]{20}$/i.test(hex ?? '') ? swapNibbles(hex ?? '') : null;
}

/** Whether two ICCIDs are one: some commands tell it with its last, the check digit, and some without. */
export function isSameCard(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function swapNibbles(text: string): string {
  return text.replace(/(.)(.)/g, '$2$1').replace(/F+$/i, '');
}

/** The subscriber's IMSI (TS 27.007 §5.6), null where it cannot be read. */
export async function readImsi(context: LineContext): Promise<string | null> {
  const answer = await runWhenSimReady(context, { command: 'AT+CIMI', timeoutMs: 5_000 });
  return answer.kind === 'ok' ? (/\d{14,15}/.exec(answer.lines[0] ?? '')?.[0] ?? null) : null;
}

/** PIN tries left as the modem counts them (TS 27.007 §8.65, or Huawei's ^CPIN), null on the many that do not tell. */
export async function readPinTries(engine: AtEngine): Promise<number | null> {
  const standard = await engine.run({ command: 'AT+CPINR="SIM PIN"', timeoutMs: 5_000 });
  const left = /^\+CPINR:\s*"?SIM PIN"?\s*,\s*(\d+)/i.exec(standard.lines[0] ?? '')?.[1];
  if (standard.kind === 'ok' && left !== undefined) return Number(left);
  // ^CPIN: <state>,<times>,<puk>,<pin>,<puk2>,<pin2>
  const huawei = await engine.run({ command: 'AT^CPIN?', timeoutMs: 5_000 });
  const counted = readValues(huawei.lines[0] ?? '')[3];
  return huawei.kind === 'ok' && counted !== undefined && /^\d+$/.test(counted) ? Number(counted) : null;
}
