import { useEffect, useState } from 'react';
import type { Broadcast } from '../../../electron/contract/broadcasts.ts';
import { getSettings } from '../../../electron/contract/lines.ts';
import { useLive } from '../../api/use-live.ts';
import { tally } from './tally.ts';

/** How many seconds she was given to think again, while they last and nothing has gone; else null. */
export function useUndoSeconds(broadcast: Broadcast): number | null {
  const seconds = useLive(getSettings, {}).data?.undoSeconds ?? 0;
  const until = broadcast.createdAt + seconds * 1000;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= now) return;
    const timer = setTimeout(() => setNow(Date.now()), until - now);
    return () => clearTimeout(timer);
  }, [until, now]);
  const untouched = tally(broadcast.counts).finished === 0 && broadcast.counts.sending === 0;
  const givenTime = broadcast.origin === 'toolbox' && broadcast.status === 'sending' && broadcast.at === null;
  return givenTime && untouched && now < until ? seconds : null;
}
