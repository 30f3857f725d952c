import type { ReadableDb } from '../database/database.ts';
import { dayEnds, type QuietHours, quietBegins, quietEnds } from './local-time.ts';
import { waitsForAnswer } from './waits-for-answer.ts';

const DAY = 86_400_000;
/** What modems were seen to take for one SMS, until this one has been measured. */
const USUAL_PACE = 5_000;
/** A longer gap was not the modem's. */
const LONGEST_GAP = 60_000;
const MEASURED_PARTS = 40;
/** Beyond this many days and nights the answer is only "long". */
const MOST_STRETCHES = 2_000;

/** Milliseconds one SMS takes on this line, by the latest it sent. */
export function measuredPace(db: ReadableDb, lineId: number, at: number): number {
  const submitted = db
    .prepare<[number, number, number], { submitted_at: number }>(
      'SELECT submitted_at FROM part_out WHERE submitted_at > ? AND line_id = ? ORDER BY submitted_at DESC LIMIT ?',
    )
    .all(at - 7 * DAY, lineId, MEASURED_PARTS)
    .map((row) => row.submitted_at);
  const gaps = submitted
    .slice(1)
    .map((earlier, index) => (submitted[index] ?? earlier) - earlier)
    .filter((gap) => gap <= LONGEST_GAP)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? USUAL_PACE;
}

/** SMS parts of a book that wait for its line; not those that wait for a person's answer, which may take days. */
export function queuedParts(db: ReadableDb, bookId: number, at: number): number {
  const row = db
    .prepare<[Record<string, number>], { parts: number }>(
      `SELECT coalesce(sum(parts), 0) AS parts FROM outbox
       WHERE state = 'queued' AND channel = 'sms' AND book_id = @bookId AND NOT ${waitsForAnswer}`,
    )
    .get({ bookId, at });
  return row?.parts ?? 0;
}

export interface Work {
  parts: number;
  /** When the first part may go. */
  from: number;
  paceMs: number;
  quiet: QuietHours | null;
  /** Parts a day, and what is left of today's; null without a limit. */
  limit: number | null;
  leftToday: number | null;
}

/** When so many parts will have gone, resting in quiet hours and at the day's limit. */
export function finishTime({ parts, from, paceMs, quiet, limit, leftToday }: Work): number {
  const pace = Math.max(1, paceMs);
  let at = from;
  let left = parts;
  let today = limit === null ? Number.POSITIVE_INFINITY : (leftToday ?? limit);
  for (let stretch = 0; left > 0 && stretch < MOST_STRETCHES; stretch++) {
    const midnight = limit === null ? Number.POSITIVE_INFINITY : dayEnds(at);
    const start = quiet === null ? at : quietEnds(at, quiet);
    if (start >= midnight || today <= 0) {
      at = Math.max(start, Number.isFinite(midnight) ? midnight : start);
      today = limit ?? Number.POSITIVE_INFINITY;
      continue;
    }
    const end = Math.min(midnight, quiet === null || quiet.from === quiet.to ? midnight : quietBegins(start, quiet));
    const going = Math.min(left, today, Math.max(1, Math.floor((end - start) / pace)));
    left -= going;
    today -= going;
    at = start + going * pace;
  }
  return Math.round(at);
}
