import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks until there is an answer: for what another process does, whose time no test owns. Throws after `patienceMs`.
 */
export async function eventually<T>(ask: () => Promise<T | null> | T | null, patienceMs = 30_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`It did not come about within ${patienceMs} ms`);
    await wait(5);
  }
}
