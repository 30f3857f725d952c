import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../electron/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, running what falls due in its order; what that work starts has its turns before the next. */
  advance(ms: number): Promise<void>;
}

/** `start` in epoch milliseconds. */
export function createManualClock(start = Date.UTC(2026, 5, 1, 12)): ManualClock {
  let now = start;
  let made = 0;
  let timers: { due: number; order: number; work: () => void }[] = [];

  return {
    now: () => now,
    after(ms, work) {
      made++;
      const timer = { due: now + Math.max(ms, 0), order: made, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      await nextTurn();
      for (;;) {
        const [next] = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due || a.order - b.order);
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        now = next.due;
        next.work();
        await nextTurn();
      }
      now = end;
      await nextTurn();
    },
  };
}
