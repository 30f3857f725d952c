import type { SubmitOutcome } from '../modem/line.ts';
import type { Move } from './transition.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The network said "not now": each wait after the one before, the last for ever. */
const TRANSIENT_WAITS = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR] as const;
/** Nothing was handed over; the modem may be back at once, or lie dead for days. */
const NOT_SENT_WAITS = [SECOND, 2 * SECOND, 5 * SECOND, 15 * SECOND, MINUTE] as const;
/** The line tells when its SIM is back; until it does nothing is claimed, so this is only for a line that does not tell. */
const SIM_WAIT = 30 * SECOND;
/** A text nobody could be given for a day says what is no longer so ("today at six"). */
const TRIED_AT_MOST = 24 * HOUR;

/** What becomes of a text whose part was not taken. `attempts` counts those before this one. */
export function moveAfterRefusal(
  outcome: Exclude<SubmitOutcome, { kind: 'accepted' }>,
  attempts: number,
  at: number,
): Move {
  if (outcome.kind === 'unknown') return { to: 'unknown', error: 'no-answer' };
  if (outcome.kind === 'not-sent') return again('not-sent', at + waitOf(NOT_SENT_WAITS, attempts));
  const error = outcome.because;
  switch (outcome.because) {
    case 'recipient':
    case 'message':
      return { to: 'failed', error, code: outcome.code };
    case 'transient':
      return { ...again(error, at + waitOf(TRANSIENT_WAITS, attempts)), expiresAt: at + TRIED_AT_MOST };
    case 'sim':
      return again(error, at + SIM_WAIT);
    case 'account':
      return again(error, at);
  }
}

function again(error: string, notBefore: number): Extract<Move, { to: 'queued' }> {
  return { to: 'queued', notBefore, error, attempt: true };
}

function waitOf(waits: readonly number[], attempts: number): number {
  return waits[Math.min(attempts, waits.length - 1)] ?? 0;
}
