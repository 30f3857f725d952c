import { pause } from '../clock.ts';
import type { LineOwner } from './line.ts';
import type { LineContext } from './line-context.ts';
import { readPinTries, readSimState, type SimState } from './sim.ts';

/** A new SIM takes this many wrong PINs before it asks for the PUK (TS 31.102 §9.5). */
const TRIES = 3;
const PIN = /^\d{4,8}$/;

/** Who may be given a PIN now, and how many tries are known or reckoned to be left. */
export interface PinGate {
  simKey: string;
  triesLeft: number | null;
}

/** Reads the counter; where the modem has none, failures known on disk are taken from three. */
export async function openPinGate({ engine, owner, health }: LineContext, simKey: string): Promise<PinGate> {
  const failures = owner.pins.failures(simKey);
  const counted = await readPinTries(engine);
  const triesLeft = counted ?? (failures > 0 ? Math.max(1, TRIES - failures) : null);
  health.set({ pinTriesLeft: triesLeft });
  return { simKey, triesLeft };
}

/** The PIN this SIM took before, if no try of it has been lost since; else a human has to say it. */
export function rememberedPin({ owner }: LineContext, { simKey, triesLeft }: PinGate): string | null {
  const pin = owner.pins.remembered(simKey);
  const untouched = triesLeft === null || triesLeft >= TRIES;
  return pin !== null && PIN.test(pin) && untouched && owner.pins.mayGive(simKey, pin) ? pin : null;
}

/** Whether a PIN a human gave may be written; `given` means that the attempt is on disk now. */
export function admitPin(
  { pins }: Pick<LineOwner, 'pins'>,
  { simKey, triesLeft }: PinGate,
  pin: string,
  lastTry: boolean,
): 'given' | 'not-asked' | 'last-try' | 'tried-before' {
  if (!PIN.test(pin)) return 'not-asked';
  if (!pins.mayGive(simKey, pin)) return 'tried-before';
  if (triesLeft !== null && triesLeft <= 1 && !lastTry) return 'last-try';
  pins.recordGiven(simKey, pin);
  return 'given';
}

/**
 * To a SIM that just said SIM PIN: writes a PIN that is recorded as given, once, and records what became of it. A timeout proves nothing about the try: only READY
 * counts as taken, and no outcome is recorded where the modem never answered.
 */
export async function givePin(context: LineContext, { simKey }: PinGate, pin: string): Promise<SimState> {
  const { engine, clock, owner, log, signal } = context;
  const answer = await engine.run({ command: `AT+CPIN="${pin}"`, timeoutMs: 20_000 });
  let state = await readSimState(context);
  for (let second = 0; second < 20 && answer.kind === 'ok' && state !== 'ready' && !signal.aborted; second += 1) {
    await pause(clock, 1_000, signal);
    state = await readSimState(context);
  }
  if (state === 'ready') owner.pins.recordOutcome(simKey, pin, 'taken');
  else if (answer.kind === 'error' || (answer.kind === 'ok' && (state === 'pin' || state === 'puk'))) {
    owner.pins.recordOutcome(simKey, pin, 'refused');
    log({ level: 'warn', what: 'the SIM refused the PIN' });
  }
  return state;
}
