import type { AtEngine } from './at/engine.ts';
import type { LineContext } from './line-context.ts';

const PROBES = 5;
const PROBE_MS = 1_000;

/** Gets the modem to answer and sets how it answers. `silent`: nothing came; `babble`: something came, but no OK. */
export async function wakeUp({ engine, health }: LineContext): Promise<'awake' | 'silent' | 'babble'> {
  const before = health.current().lastHeardAt;
  await engine.escape();
  let awake = false;
  for (let probe = 1; probe <= PROBES && !awake && !engine.closed(); probe += 1) {
    const answer = await engine.run({ command: 'AT', timeoutMs: PROBE_MS, probe: true });
    awake = answer.kind === 'ok';
    // The answers to earlier probes may come all at once now.
    if (awake && probe > 1) await engine.quiet(300);
  }
  if (!awake) return health.current().lastHeardAt === before ? 'silent' : 'babble';
  await engine.run({ command: 'ATE0', timeoutMs: 1_000, probe: true });
  await engine.run({ command: 'ATV1', timeoutMs: 1_000, probe: true });
  // Alone: some modems refuse a line of several commands whole.
  await engine.run({ command: 'AT+CMEE=1', timeoutMs: 1_000 });
  return 'awake';
}

/** Reads who made the modem (TS 27.007 §5.1–5.4) and lets later answers be told apart by its IMEI. */
export async function readMaker({ engine, health }: LineContext): Promise<void> {
  const manufacturer = await readLine(engine, 'AT+CGMI');
  const model = await readLine(engine, 'AT+CGMM');
  const serial = await readLine(engine, 'AT+CGSN');
  const imei = /\d{14,16}/.exec(serial ?? '')?.[0] ?? null;
  if (imei !== null) engine.identifyBy({ command: 'AT+CGSN', word: imei });
  health.set({ manufacturer, model, imei });
}

/** Switches the radio on where it is off (TS 27.007 §8.2), as it may be after the computer slept. */
export async function switchRadioOn({ engine }: LineContext): Promise<void> {
  const answer = await engine.run({ command: 'AT+CFUN?', timeoutMs: 10_000 });
  const level = /^\+CFUN:\s*(\d)/.exec(answer.lines.find((line) => line.startsWith('+CFUN:')) ?? '')?.[1];
  if (level !== undefined && level !== '1') await engine.run({ command: 'AT+CFUN=1', timeoutMs: 15_000 });
}

/** The first line of an answer without its prefix and quotes; null where the modem refuses or says nothing. */
async function readLine(engine: AtEngine, command: string): Promise<string | null> {
  const answer = await engine.run({ command, timeoutMs: 5_000 });
  if (answer.kind !== 'ok') return null;
  const text = (answer.lines[0] ?? '').replace(/^\+[A-Z]+:\s*/i, '').replaceAll('"', '');
  return text.trim() || null;
}
