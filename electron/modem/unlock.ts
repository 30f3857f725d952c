import type { LineProblem, LineState, SimIdentity } from './line.ts';
import type { LineContext } from './line-context.ts';
import type { LineWork } from './line-work.ts';
import { givePin, openPinGate, type PinGate, rememberedPin } from './pin.ts';
import { readIccid, readImsi, readSimState, type SimState } from './sim.ts';

const POLL_MS = 5_000;

/** What the screens show while the SIM is in this state. */
const SHOWN: Record<Exclude<SimState, 'ready' | 'pin' | 'no-answer'>, [LineState, LineProblem]> = {
  puk: ['locked', 'puk-needed'],
  missing: ['no-sim', 'sim-missing'],
  failed: ['no-sim', 'sim-failed'],
};

/**
 * Waits until the SIM is ready, giving a PIN it took before or one that a human gives, each once. Tells `identify` which SIM it is
 * before the PIN and again when more is known. False when the session is over first. Never gives a PUK.
 */
export async function unlockSim(
  context: LineContext,
  work: LineWork,
  identify: (sim: SimIdentity) => void,
  isOver: () => boolean,
): Promise<boolean> {
  const { engine, clock, owner, health } = context;
  let gate: PinGate | null = null;
  let refused = false;
  for (;;) {
    let state = await readSimState(context);
    if (isOver()) return false;
    if (state === 'no-answer') continue;
    if (state !== 'pin') {
      // A PIN meant for the SIM that asked must not meet another one.
      work.pin = null;
      work.gate = null;
    }
    if (state === 'pin') {
      if (!gate) {
        gate = await openPinGate(context, identifyLocked(await readIccid(engine)));
        const remembered = rememberedPin(context, gate);
        if (remembered !== null && !isOver()) {
          owner.pins.recordGiven(gate.simKey, remembered);
          state = await tryPin(gate, remembered);
          if (state === 'pin') continue;
        }
      } else if (work.pin !== null) {
        state = await tryPin(gate, takePin());
        if (state === 'pin') continue;
      }
    }
    if (isOver()) return false;
    if (state === 'ready') {
      identify(await identifyReady(gate?.simKey ?? null));
      health.set({ pinTriesLeft: null });
      return !isOver();
    }
    if (state === 'pin' && gate) {
      const isLast = gate.triesLeft !== null && gate.triesLeft <= 1;
      health.set({ state: 'needs-pin', problem: isLast ? 'pin-last-try' : refused ? 'pin-wrong' : null });
    } else if (state !== 'pin' && state !== 'no-answer') {
      const [shown, problem] = SHOWN[state];
      health.set({ state: shown, problem });
      gate = null;
    }
    work.gate = gate;
    await work.wait(clock.now() + POLL_MS);
  }

  function takePin(): string {
    const pin = work.pin ?? '';
    work.pin = null;
    return pin;
  }

  async function tryPin(at: PinGate, pin: string): Promise<SimState> {
    work.gate = null;
    const after = await givePin(context, at, pin);
    refused = after === 'pin';
    if (refused) gate = await openPinGate(context, at.simKey);
    return after;
  }

  /** The key PINs are remembered by, read before the PIN. */
  function identifyLocked(iccid: string | null): string {
    const { imei } = health.current();
    const key = iccid ?? `imei:${imei ?? 'unknown'}`;
    identify({ key, iccid, imsi: null, imei });
    return key;
  }

  async function identifyReady(keyBefore: string | null): Promise<SimIdentity> {
    const iccid = await readIccid(engine);
    const imsi = await readImsi(context);
    const { imei } = health.current();
    return { key: keyBefore ?? iccid ?? `imei:${imei ?? 'unknown'}`, iccid, imsi, imei };
  }
}
