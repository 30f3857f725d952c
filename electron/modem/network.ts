import type { AtEngine } from './at/engine.ts';
import { readNumber, readText, readValues } from './at/values.ts';
import type { LineContext } from './line-context.ts';

/** Home, roaming, and either of them for SMS only (TS 27.007 §7.2). */
const REGISTERED = new Set([1, 5, 6, 7]);

/**
 * True when any of the three networks has the modem; null when it answers none of the questions, which says nothing about the network.
 */
export async function readRegistration(engine: AtEngine): Promise<boolean | null> {
  let registered: boolean | null = null;
  for (const name of ['CREG', 'CEREG', 'CGREG']) {
    const answer = await engine.run({ command: `AT+${name}?`, timeoutMs: 5_000 });
    const status = readNumber(readValues(answer.lines.find((line) => line.startsWith(`+${name}:`)) ?? '')[1]);
    if (answer.kind !== 'ok' || status === null) continue;
    if (REGISTERED.has(status)) return true;
    registered = false;
  }
  return registered;
}

/** True for the <stat> values of a registered modem. */
export function isRegistered(status: number | null): boolean {
  return status !== null && REGISTERED.has(status);
}

/** Asks to be told of changes (TS 27.007 §7.2, §10.1.20, §10.1.22); modems without a network kind refuse its command. */
export async function announceRegistration(engine: AtEngine): Promise<void> {
  for (const name of ['CREG', 'CGREG', 'CEREG']) await engine.run({ command: `AT+${name}=2`, timeoutMs: 5_000 });
}

/** The operator's name. Never AT+COPS=?: that scans for minutes. */
export async function readOperator(engine: AtEngine): Promise<string | null> {
  const answer = await engine.run({ command: 'AT+COPS?', timeoutMs: 10_000 });
  const name = readValues(answer.lines.find((line) => line.startsWith('+COPS:')) ?? '')[2];
  return name ? readText(name) : null;
}

/** Signal as AT+CSQ counts it (TS 27.007 §8.5), null for 99 and for no answer; `answered` is the heartbeat. */
export async function readSignal(engine: AtEngine): Promise<{ answered: boolean; signal: number | null }> {
  const answer = await engine.run({ command: 'AT+CSQ', timeoutMs: 5_000 });
  const rssi = readNumber(readValues(answer.lines.find((line) => line.startsWith('+CSQ:')) ?? '')[0]);
  return {
    answered: answer.kind === 'ok' || answer.kind === 'error',
    signal: rssi !== null && rssi <= 31 ? rssi : null,
  };
}

/** The service centre's number (TS 27.005 §3.3.1): `empty` where none is set, null where the modem does not tell. */
export function readServiceCentre(lines: readonly string[]): string | 'empty' | null {
  const line = lines.find((text) => text.startsWith('+CSCA:'));
  if (line === undefined) return null;
  const number = readText(readValues(line)[0] ?? '').replace(/[^+\d]/g, '');
  return number === '' || number === '+' ? 'empty' : number;
}

/** The SIM's own number (TS 27.007 §7.1) in E.164, or null: most SIMs do not know it. */
export async function readOwnNumber({ engine }: LineContext): Promise<string | null> {
  const answer = await engine.run({ command: 'AT+CNUM', timeoutMs: 5_000 });
  for (const line of answer.lines.filter((text) => text.startsWith('+CNUM:'))) {
    const [, number, type] = readValues(line);
    const digits = readText(number ?? '');
    if (/^\+\d{7,15}$/.test(digits)) return digits;
    // Type of address 145: international.
    if (type === '145' && /^\d{7,15}$/.test(digits)) return `+${digits}`;
  }
  return null;
}
