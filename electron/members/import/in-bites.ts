import { setImmediate as nextTurn } from 'node:timers/promises';

/** Well under the 50 ms that a modem's answer may wait. */
const BITE_MS = 20;

/**
 * Calls `bite` until it says that nothing is left, and lets other work through between. A bite takes items with `take` until its
 * time is up; at least one each time.
 */
export async function inBites<T>(items: readonly T[], bite: (take: () => T | undefined) => void): Promise<void> {
  let next = 0;
  while (next < items.length) {
    const until = performance.now() + BITE_MS;
    let taken = 0;
    bite(() => {
      if (next >= items.length || (taken > 0 && performance.now() > until)) return undefined;
      taken++;
      return items[next++];
    });
    if (taken === 0) throw new Error('A bite took nothing');
    await nextTurn();
  }
}
