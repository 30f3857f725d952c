import type { Clock } from '../clock.ts';
import type { EncodedPdu, SubmitOutcome } from './line.ts';
import type { PinGate } from './pin.ts';

/** What callers ask of a line, between them and the session that does it. Outlives sessions; a lost session empties it. */
export interface LineWork {
  /** True while a session sends; else a submit is answered at once. */
  open: boolean;
  /** The SIM that waits for a PIN, null while none is asked for. */
  gate: PinGate | null;
  /** A PIN on record as given, to be written next. */
  pin: string | null;
  submits: { pdu: EncodedPdu; resolve: (outcome: SubmitOutcome) => void }[];
  /** When the storages are to be read next, epoch milliseconds. */
  sweepAt: number;
  /** Brings the next sweep forward to `ms` from now, if it is not due before. */
  sweepWithin(ms: number): void;
  wake(): void;
  /** Resolves at `until` (epoch milliseconds) or when woken, whichever is first; at once when woken since the last wait. */
  wait(until: number): Promise<void>;
  /** Answers whatever has not been written: nothing of it left. */
  refuseAll(text: string): void;
}

export function createLineWork(clock: Clock): LineWork {
  let woken = false;
  let rouse: (() => void) | null = null;

  const work: LineWork = {
    open: false,
    gate: null,
    pin: null,
    submits: [],
    sweepAt: 0,
    sweepWithin(ms) {
      work.sweepAt = Math.min(work.sweepAt, clock.now() + ms);
      work.wake();
    },
    wake() {
      woken = true;
      rouse?.();
    },
    wait(until) {
      return new Promise((resolve) => {
        const done = () => {
          cancel();
          rouse = null;
          woken = false;
          resolve();
        };
        const cancel = clock.after(Math.max(0, until - clock.now()), done);
        rouse = done;
        if (woken) done();
      });
    },
    refuseAll(text) {
      work.open = false;
      work.gate = null;
      work.pin = null;
      for (const { resolve } of work.submits.splice(0)) resolve({ kind: 'not-sent', text });
    },
  };
  return work;
}
