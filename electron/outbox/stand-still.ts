import type { BookRow } from '../books/books-store.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { readSetting } from '../settings/settings-store.ts';
import { allowanceLeft, restsNow } from './limits.ts';
import { dayEnds, quietBetween } from './local-time.ts';

const HOUR = 3_600_000;
/** What is written less often than this need not be written with every text. */
const MINUTE = 60_000;

/** What this needs to know of a broadcast that is being sent. */
export interface Moving {
  id: number;
  /** The chosen time. */
  at: number | null;
  movingUntil: number | null;
}

/**
 * Has it stood still for longer than the book allows because the computer was off or the line down? Quiet hours inside that time
 * were its plan and do not count, nor does a pause.
 */
export function stoodTooLong(db: ReadableDb, book: BookRow, broadcast: Moving, at: number): boolean {
  const since = broadcast.movingUntil ?? at;
  if (at <= since || readSetting(db, 'paused')) return false;
  const hours = broadcast.at === null ? book.quietHours : null;
  const byPlan = hours === null ? 0 : quietBetween(since, at, hours);
  return at - since - byPlan > book.staleAfterHours * HOUR;
}

/** Does it wait by plan (a pause, quiet hours, the day's limit), and until when at least? Null when it should be going. */
export function waitsByPlan(db: ReadableDb, book: BookRow, broadcast: Moving, at: number): number | null {
  if (readSetting(db, 'paused') || restsNow(book, broadcast.at, at)) return at;
  if (allowanceLeft(db, book, at) === 0) return dayEnds(at);
  return null;
}

/** Writes down that it goes, or waits by plan, up to here. */
export function keepMoving(db: WritableDb, broadcast: Moving, until: number): void {
  if (broadcast.movingUntil !== null && until - broadcast.movingUntil < MINUTE) return;
  db.prepare('UPDATE broadcast SET moving_until = ? WHERE id = ?').run(until, broadcast.id);
}

/** The pause is over; what waited meanwhile waited by plan. */
export function allMovingAt(db: WritableDb, at: number): void {
  db.prepare(`UPDATE broadcast SET moving_until = max(coalesce(moving_until, ?), ?) WHERE status = 'sending'`).run(
    at,
    at,
  );
}
