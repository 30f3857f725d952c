import { useState } from 'react';
import { inCalls } from './all-ids.ts';

export interface ForAll {
  /** True when all of it was done; else `error` says why not. */
  run: (ids: ReadonlySet<number>) => Promise<boolean>;
  busy: boolean;
  done: number;
  error: Error | null;
}

/** Does one thing to any number of members, as many at a time as a call takes. */
export function useForAll(doFor: (ids: number[]) => Promise<unknown>): ForAll {
  const [state, setState] = useState<Omit<ForAll, 'run'>>({ busy: false, done: 0, error: null });
  return {
    ...state,
    async run(ids) {
      let done = 0;
      setState({ busy: true, done, error: null });
      try {
        for (const some of inCalls(ids)) {
          await doFor(some);
          done += some.length;
          setState({ busy: true, done, error: null });
        }
        setState({ busy: false, done, error: null });
        return true;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        setState({ busy: false, done, error });
        return false;
      }
    },
  };
}
