import { bookById } from '../books/books-store.ts';
import { broadcastsWithStatus } from '../broadcasts/broadcasts-store.ts';
import { holdBroadcast } from '../broadcasts/held.ts';
import { pause } from '../clock.ts';
import type { Topic } from '../contract/topics.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import type { EncodedPdu, LineState, SubmitOutcome } from '../modem/line.ts';
import { claimNext, expireOverdue, type Turn } from './claim.ts';
import { recoverInterrupted } from './recover.ts';
import { settleOutcome } from './settle-outcome.ts';
import { keepMoving, stoodTooLong, waitsByPlan } from './stand-still.ts';
import type { ClaimedPart } from './submit-part.ts';

/** Of a line, what sending needs. */
export interface SendingLine {
  submit(pdu: EncodedPdu): Promise<SubmitOutcome>;
  health(): { state: LineState };
}

export interface OutboxWorkerDeps {
  /** Null while no modem holds that SIM. */
  lineOf(lineId: number): SendingLine | null;
  /** False until everything that waited in the SIM has been judged: a STOPP among it comes first. */
  mayClaim(): boolean;
}

export interface OutboxWorker {
  /** What was on the wire when the program last ended becomes unknown; then sending begins. */
  start(): void;
  /** Takes nothing new, waits `graceMs` at most for what is on the wire, and leaves that `sending` if it is still unanswered. */
  stop(graceMs: number): Promise<void>;
  /** Something was queued, or a line came back. Cheap, and may be called at any time. */
  wake(): void;
  /** Can this line be sent on now? */
  isReady(lineId: number): boolean;
}

const LOOK_AGAIN_MS = 15_000;
const AFTER_FAILURE_MS = 5_000;
const TOPICS: readonly Topic[] = ['outbox', 'broadcasts', 'todos', 'log', 'lines'];

/**
 * Sends the outbox: on each line one text at a time, and the next at once. Between two texts stands one commit, which writes down
 * what became of the first and that the second is on its way, so the line is never kept waiting by more than that.
 */
export function createOutboxWorker(core: Core, deps: OutboxWorkerDeps): OutboxWorker {
  const busy = new Map<number, Promise<void>>();
  const turns = new Map<number, Turn>();
  const stopping = new AbortController();
  let started = false;
  let abandoned = false;
  let cancelTimer = () => {};

  const isReady = (lineId: number) => deps.lineOf(lineId)?.health().state === 'ready';
  const turnOf = (lineId: number) => {
    const turn = turns.get(lineId) ?? { broadcastId: 0 };
    turns.set(lineId, turn);
    return turn;
  };

  /** A look that changed nothing is not announced: the screens would ask again, and asking makes the outbox look. */
  function writeAny<T>(work: (db: WritableDb) => T): T {
    let changed = false;
    return core.database.write(
      () => (changed ? TOPICS : []),
      (db) => {
        const before = rowsChanged(db);
        const result = work(db);
        changed = rowsChanged(db) !== before;
        return result;
      },
    );
  }

  function claim(db: WritableDb, lineId: number): ClaimedPart | null {
    if (stopping.signal.aborted || !deps.mayClaim() || !isReady(lineId)) return null;
    return claimNext(db, core, lineId, turnOf(lineId));
  }

  async function serve(lineId: number): Promise<void> {
    let part = writeAny((db) => claim(db, lineId));
    while (part) {
      const outcome = await submit(part);
      if (abandoned) return;
      part = await settleAndClaim(part, outcome);
    }
  }

  async function submit(part: ClaimedPart): Promise<SubmitOutcome> {
    const line = deps.lineOf(part.lineId);
    return line ? line.submit(part.pdu) : { kind: 'not-sent', text: 'the line is gone' };
  }

  async function settleAndClaim(part: ClaimedPart, outcome: SubmitOutcome): Promise<ClaimedPart | null> {
    const settle = (db: WritableDb) => settleOutcome(db, core, part, outcome);
    try {
      return writeAny((db) => settle(db) ?? claim(db, part.lineId));
    } catch (error) {
      core.log.error('What became of a text could not be written together with the next', error);
    }
    // What happened on the wire is known only here; nothing else goes on this line before it is written down.
    while (!abandoned) {
      try {
        return writeAny(settle);
      } catch (error) {
        core.log.error('What became of a text could not be written', error);
        await pause(core.clock, AFTER_FAILURE_MS, stopping.signal);
        if (stopping.signal.aborted) return null;
      }
    }
    return null;
  }

  function wake(): void {
    if (!started || stopping.signal.aborted) return;
    for (const lineId of linesWithWork()) {
      if (busy.has(lineId) || !deps.mayClaim() || !isReady(lineId)) continue;
      const work = serve(lineId)
        .catch((error: unknown) => core.log.error('Sending stopped and is tried again', error))
        .finally(() => {
          busy.delete(lineId);
          lookAgainIn(untilNext());
        });
      busy.set(lineId, work);
    }
  }

  function linesWithWork(): number[] {
    return core.database.read
      .prepare<[number], { line_id: number }>(
        `SELECT line_id FROM book WHERE line_id IS NOT NULL AND removed_at IS NULL AND EXISTS (
           SELECT 1 FROM outbox WHERE state = 'queued' AND outbox.book_id = book.id AND channel = 'sms' AND not_before <= ?)`,
      )
      .all(core.clock.now())
      .map((row) => row.line_id);
  }

  /** Until the next text that has a time of its own comes due, or a look at what has none (quiet hours, a new day). */
  function untilNext(): number {
    const now = core.clock.now();
    const row = core.database.read
      .prepare<[number], { next: number | null }>(
        `SELECT min(not_before) AS next FROM outbox WHERE state = 'queued' AND not_before > ?`,
      )
      .get(now);
    return Math.min(LOOK_AGAIN_MS, (row?.next ?? Number.POSITIVE_INFINITY) - now);
  }

  function lookAgainIn(ms: number): void {
    if (stopping.signal.aborted) return;
    cancelTimer();
    cancelTimer = core.clock.after(ms, () => {
      try {
        if (deps.mayClaim()) keepTime();
        wake();
      } catch (error) {
        core.log.error('The outbox could not be looked through', error);
      }
      lookAgainIn(untilNext());
    });
  }

  /** What must happen at its time although no line may ever take it: expiring, and holding what stood still. */
  function keepTime(): void {
    writeAny((db) => {
      const at = core.clock.now();
      expireOverdue(db, at);
      for (const broadcast of broadcastsWithStatus(db, 'sending')) {
        const book = bookById(db, broadcast.bookId);
        if (!book) continue;
        const until = waitsByPlan(db, book, broadcast, at);
        if (stoodTooLong(db, book, broadcast, at)) holdBroadcast(db, broadcast, 'stood-still', at);
        else if (until !== null) keepMoving(db, broadcast, until);
        else if (book.lineId !== null && isReady(book.lineId)) keepMoving(db, broadcast, at);
      }
    });
  }

  return {
    start() {
      core.database.write(TOPICS, (db) => {
        const interrupted = recoverInterrupted(db, core.clock.now());
        if (interrupted > 0) core.log.warn(`${interrupted} texts were on the wire when the program ended`);
      });
      started = true;
      wake();
      lookAgainIn(untilNext());
    },
    async stop(graceMs) {
      stopping.abort();
      cancelTimer();
      const graceOver = new AbortController();
      await Promise.race([Promise.all(busy.values()), pause(core.clock, graceMs, graceOver.signal)]);
      graceOver.abort();
      abandoned = true;
    },
    wake,
    isReady,
  };
}

/** Rows that this connection has changed since it was opened. */
function rowsChanged(db: ReadableDb): number {
  return db.prepare<[], { rows: number }>('SELECT total_changes() AS rows').get()?.rows ?? 0;
}
