import { type Clock, pause } from '../clock.ts';
import type { Line, LineOwner, LineProblem, LineState } from './line.ts';
import type { LineLog } from './line-context.ts';
import { createHealthRecord } from './line-health.ts';
import { createLineWork } from './line-work.ts';
import { admitPin } from './pin.ts';
import { type OpenPort, type Port, PortError, type PortProblem } from './port.ts';
import { runSession, type SessionEnd } from './session.ts';
import type { SweepState } from './sweep.ts';

export interface LineOptions {
  /** A device, or whatever `openPort` takes. */
  path: string;
  openPort: OpenPort;
  clock: Clock;
  owner: LineOwner;
  log: LineLog;
  /** Every line of the wire, PDUs, PINs and numbers masked. */
  trace?: (direction: 'in' | 'out', line: string) => void;
}

/** A stick may be plugged in at any time, so looking for it never slows down. */
const MISSING_MS = 2_000;
const FIRST_BACKOFF_MS = 1_000;
const LAST_BACKOFF_MS = 10_000;
const CLOSE_MS = 2_000;

const PORT_STATES: Record<PortProblem, [LineState, LineProblem]> = {
  missing: ['unplugged', 'port-missing'],
  busy: ['error', 'port-busy'],
  'not-permitted': ['error', 'port-not-permitted'],
  failed: ['error', 'port-failed'],
};

/**
 * One modem with one SIM, kept going for ever: opens the port, sets the modem up, sweeps and submits, and begins again after every fault. Never
 * throws; what is wrong shows in `health()`.
 */
export function createLine({ path, openPort, clock, owner, log, trace }: LineOptions): Line {
  const health = createHealthRecord(() => guard(() => owner.healthChanged()));
  const work = createLineWork(clock);
  const stopper = new AbortController();
  const { signal } = stopper;
  const sweepState: SweepState = { card: null, left: new Map(), listHangs: false };
  let port: Port | null = null;
  let running: Promise<void> | null = null;

  async function keepGoing() {
    let backoff = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      const end = await openAndRun();
      work.refuseAll('the line was lost');
      if (end === 'missing' || end.why === 'closed') {
        health.set({ state: 'unplugged', problem: 'port-missing' });
      } else if (end.why !== 'stopped') {
        health.set({ state: 'error', problem: end.why });
      }
      if (signal.aborted) break;
      if (end === 'missing') {
        await pause(clock, MISSING_MS, signal);
        continue;
      }
      log({ level: 'warn', what: `line ended: ${end.why}` });
      if (end.worked) backoff = FIRST_BACKOFF_MS;
      await pause(clock, backoff, signal);
      backoff = Math.min(2 * backoff, LAST_BACKOFF_MS);
    }
  }

  async function openAndRun(): Promise<SessionEnd | 'missing'> {
    try {
      port = await openPort(path);
    } catch (error) {
      const code = error instanceof PortError ? error.code : 'failed';
      return code === 'missing' ? code : { why: PORT_STATES[code][1], worked: false };
    }
    if (health.current().state === 'unplugged') health.set({ state: 'starting', problem: null });
    try {
      return await runSession({ port, clock, owner, log, health, work, signal, sweepState, trace });
    } catch (error) {
      // A bug must not take the line down for good: it is told, and the line begins again.
      log({ level: 'warn', what: `session failed: ${error instanceof Error ? error.stack : String(error)}` });
      return { why: 'port-failed', worked: false };
    } finally {
      await closePort();
    }
  }

  /** A dead device may never answer a close; it is left behind then. */
  async function closePort() {
    const closing = port;
    port = null;
    if (closing) await Promise.race([closing.close().catch(() => {}), pause(clock, CLOSE_MS)]);
  }

  function guard(tell: () => void) {
    try {
      tell();
    } catch (error) {
      log({ level: 'warn', what: `the owner failed: ${error instanceof Error ? error.stack : String(error)}` });
    }
  }

  return {
    start() {
      running ??= keepGoing();
    },
    async stop(graceMs) {
      stopper.abort();
      work.wake();
      const ended = running ?? Promise.resolve();
      await Promise.race([ended, pause(clock, graceMs)]);
      await closePort();
    },
    health: () => health.current(),
    submit(pdu) {
      if (!work.open || signal.aborted) return Promise.resolve({ kind: 'not-sent', text: 'the line is not ready' });
      return new Promise((resolve) => {
        work.submits.push({ pdu, resolve });
        work.wake();
      });
    },
    async enterPin(pin, lastTry) {
      if (!work.gate) return 'not-asked';
      const verdict = admitPin(owner, work.gate, pin, lastTry);
      if (verdict === 'given') {
        work.gate = null;
        work.pin = pin;
        work.wake();
      }
      return verdict;
    },
    sweepSoon() {
      work.sweepWithin(0);
    },
  };
}
