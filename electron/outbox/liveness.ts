import type { ReadableDb, WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { readSetting, writeSetting } from '../settings/settings-store.ts';

const FIVE_MINUTES = 5 * 60_000;
/** Written no more often than this: each is a write to the disk. */
const BEAT = 30_000;
/** The longest wait chosen by the program itself, for a network that says no. */
const LONGEST_WAIT = 3 * 3_600_000;

/**
 * Is the clock more than five minutes before the newest time this program wrote itself? Then nothing that looks at the time can be
 * believed, and no send-out goes.
 */
export function clockIsBack(db: ReadableDb, at: number): boolean {
  return readSetting(db, 'aliveAt') - at > FIVE_MINUTES;
}

/**
 * Writes down that the program runs; called at start and at least once a minute. A gap of more than five minutes is kept as the last
 * time away. A clock that went back opens a to-do, which closes by itself when the clock has caught up. Returns whether there is
 * anything to show.
 */
export function heartbeat(db: WritableDb, at: number): boolean {
  if (clockIsBack(db, at)) return openTodo(db, at);
  const aliveAt = readSetting(db, 'aliveAt');
  const wasAway = aliveAt > 0 && at - aliveAt > FIVE_MINUTES;
  if (wasAway) {
    writeSetting(db, 'awayFrom', aliveAt);
    writeSetting(db, 'awayTo', at);
  }
  if (at - aliveAt >= BEAT) writeSetting(db, 'aliveAt', at);
  return closeTodo(db, at) || wasAway;
}

/** A person says that the clock is right: what was written ahead of it is forgotten, so that nothing waits for a day that is years off. */
export function confirmClock(db: WritableDb, at: number): void {
  writeSetting(db, 'aliveAt', at);
  writeSetting(db, 'clockConfirmedAt', at);
  closeTodo(db, at);
  db.prepare(`UPDATE outbox SET not_before = @at WHERE state = 'queued' AND not_before > @at + @wait`).run({
    at,
    wait: LONGEST_WAIT,
  });
  db.prepare(`UPDATE broadcast SET moving_until = @at WHERE status = 'sending' AND moving_until > @at`).run({ at });
  recordEvent(db, { at, kind: 'clock-confirmed' });
}

function openTodo(db: WritableDb, at: number): boolean {
  const open = db.prepare(`SELECT 1 FROM todo WHERE kind = 'clock-back' AND done_at IS NULL`).get();
  if (open) return false;
  db.prepare(`INSERT INTO todo (kind, created_at) VALUES ('clock-back', ?)`).run(at);
  recordEvent(db, { at, kind: 'clock-back' });
  return true;
}

function closeTodo(db: WritableDb, at: number): boolean {
  const { changes } = db
    .prepare(`UPDATE todo SET done_at = ?, answer = 'done' WHERE kind = 'clock-back' AND done_at IS NULL`)
    .run(at);
  return changes > 0;
}
