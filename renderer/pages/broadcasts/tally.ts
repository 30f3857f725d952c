import type { Broadcast } from '../../../electron/contract/broadcasts.ts';
import type { Output } from '../../../electron/contract/index.ts';
import type { ProgressKind } from '../../components/Progress.tsx';

type Counts = Broadcast['counts'];

/** A send-out's people in the groups a person asks about; each counted once. */
export interface Tally {
  total: number;
  /** Handed over or given up: nothing more will be done by itself. */
  finished: number;
  left: number;
  arrived: number;
  sent: number;
  failed: number;
  unknown: number;
  /** Never sent: stopped, or too old. */
  notSent: number;
}

/** Groups the counts of the eight states; `total` counts each person once. */
export function tally(counts: Counts): Tally {
  const left = counts.queued + counts.sending;
  const notSent = counts.cancelled + counts.expired;
  const gone = counts.sent + counts.delivered + counts.failed + counts.unknown;
  return {
    total: left + gone + notSent,
    finished: gone + notSent,
    left,
    arrived: counts.delivered,
    sent: counts.sent,
    failed: counts.failed,
    unknown: counts.unknown,
    notSent,
  };
}

/** The same as shares of a progress bar; what is left, and what never went, stays empty. */
export function sharesOf(counts: Counts): { kind: ProgressKind; count: number }[] {
  return [
    { kind: 'arrived', count: counts.delivered },
    { kind: 'sent', count: counts.sent },
    { kind: 'failed', count: counts.failed },
    { kind: 'unknown', count: counts.unknown },
  ];
}

/** Whether a time of finishing can be promised: not while nothing goes until a person or a cable has done something. */
export function hasEnd(summary: Output<'outbox.summary'> | undefined): boolean {
  const { waitsFor = null } = summary ?? {};
  return waitsFor === null || waitsFor === 'quiet-hours' || waitsFor === 'limit';
}
