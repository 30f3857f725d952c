import type { Clock } from '../clock.ts';

/** A line that gives nothing for this long is not waited for. */
const PATIENCE_MS = 60_000;
/** Nor is one in which there is always something new. */
const LONGEST_MS = 600_000;

interface Expected {
  /** PDUs not seen before, since its last sweep ended. */
  fresh: number;
  since: number;
  cancel(): void;
}

/** Which lines have to be read before anything is judged. */
export interface CatchUp {
  /** This line is waited for, from now on. */
  expect(lineId: number): void;
  /** It gave something; `fresh`: something that was not here. */
  heard(lineId: number, fresh: boolean): void;
  /** A sweep of it ended. */
  swept(lineId: number): void;
  /** It was waited for in vain: what it gives now has to be caught up with. */
  isGivenUp(lineId: number): boolean;
  /** Lines that are not there any more are waited for no longer. */
  keepOnly(exists: (lineId: number) => boolean): void;
  isDone(): boolean;
  stop(): void;
}

/** `done` is called each time the last line that was waited for is read, or given up. */
export function createCatchUp(clock: Clock, done: () => void): CatchUp {
  const expected = new Map<number, Expected>();
  const givenUp = new Set<number>();

  function release(lineId: number): void {
    const line = expected.get(lineId);
    if (!line) return;
    line.cancel();
    expected.delete(lineId);
    if (expected.size === 0) done();
  }

  function patience(lineId: number, line: Expected): void {
    line.cancel();
    const left = line.since + LONGEST_MS - clock.now();
    line.cancel = clock.after(Math.max(0, Math.min(PATIENCE_MS, left)), () => {
      givenUp.add(lineId);
      release(lineId);
    });
  }

  return {
    expect(lineId) {
      const line = expected.get(lineId) ?? { fresh: 0, since: clock.now(), cancel: () => {} };
      expected.set(lineId, line);
      line.fresh = 0;
      givenUp.delete(lineId);
      patience(lineId, line);
    },
    heard(lineId, fresh) {
      const line = expected.get(lineId);
      if (!line) return;
      if (fresh) line.fresh += 1;
      patience(lineId, line);
    },
    swept(lineId) {
      givenUp.delete(lineId);
      const line = expected.get(lineId);
      if (!line) return;
      if (line.fresh === 0) {
        release(lineId);
        return;
      }
      line.fresh = 0;
      patience(lineId, line);
    },
    keepOnly(exists) {
      for (const lineId of [...expected.keys()]) if (!exists(lineId)) release(lineId);
    },
    isGivenUp: (lineId) => givenUp.has(lineId),
    isDone: () => expected.size === 0,
    stop() {
      for (const line of expected.values()) line.cancel();
      expected.clear();
    },
  };
}
