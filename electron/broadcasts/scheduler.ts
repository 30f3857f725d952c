import { bookById } from '../books/books-store.ts';
import type { Topic } from '../contract/topics.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { announceBroadcast } from '../functionaries/announce-broadcast.ts';
import { heartbeat } from '../outbox/liveness.ts';
import { type BroadcastRow, broadcastsWithStatus, setAnnounceAt, unannounced } from './broadcasts-store.ts';
import { holdBroadcast } from './held.ts';
import { letGo } from './start-broadcast.ts';

const HOUR = 3_600_000;
/** Short, and never until the chosen time itself: a clock that is set, or a computer that slept, is noticed soon. */
const LOOK_MS = 10_000;
const TOPICS: readonly Topic[] = ['broadcasts', 'outbox', 'todos', 'log', 'settings'];

export interface BroadcastScheduler {
  start(): void;
  stop(): void;
}

/**
 * Lets broadcasts go at their chosen time, and writes down that the program runs. `started` is told when something may be sent. All
 * it knows lies in the database, so it goes on after a restart where it was.
 */
export function createBroadcastScheduler(core: Core, started: () => void): BroadcastScheduler {
  let cancelTimer = () => {};

  function look(): void {
    let changed = false;
    core.database.write(
      () => (changed ? TOPICS : []),
      (db) => {
        const at = core.clock.now();
        const beat = heartbeat(db, at);
        const due = startDue(db, core, at);
        const told = tellFunctionaries(db, core, at);
        changed = beat || due || told;
      },
    );
    if (changed) started();
  }

  function lookAndWait(): void {
    try {
      look();
    } catch (error) {
      core.log.error('Planned send-outs could not be looked at', error);
    }
    cancelTimer = core.clock.after(untilNext(core), lookAndWait);
  }

  return {
    start: lookAndWait,
    stop: () => cancelTimer(),
  };
}

function untilNext(core: Core): number {
  const row = core.database.read
    .prepare<[], { next: number | null }>(`SELECT min(at) AS next FROM broadcast WHERE status = 'scheduled'`)
    .get();
  return Math.min(LOOK_MS, Math.max(1, (row?.next ?? Number.POSITIVE_INFINITY) - core.clock.now()));
}

function startDue(db: WritableDb, core: Core, at: number): boolean {
  const due = broadcastsWithStatus(db, 'scheduled').filter((broadcast) => (broadcast.at ?? 0) <= at);
  for (const broadcast of due) startOne(db, core, broadcast, at);
  return due.length > 0;
}

/** A time that passed long ago while the computer was off is asked about, not made up for; so is one that would reach nobody. */
function startOne(db: WritableDb, core: Core, broadcast: BroadcastRow, at: number): void {
  const book = bookById(db, broadcast.bookId);
  if (!book) throw new Error(`Book ${broadcast.bookId} is gone`);
  const late = at - (broadcast.at ?? at);
  if (late > book.staleAfterHours * HOUR) holdBroadcast(db, broadcast, 'stood-still', at);
  else if (book.lineId === null) holdBroadcast(db, broadcast, 'no-line', at);
  else {
    letGo(db, core, broadcast, at);
    announceBroadcast(db, core, broadcast.id);
  }
}

function tellFunctionaries(db: WritableDb, core: Core, at: number): boolean {
  const ids = unannounced(db, at);
  for (const id of ids) {
    setAnnounceAt(db, id, null);
    announceBroadcast(db, core, id);
  }
  return ids.length > 0;
}
