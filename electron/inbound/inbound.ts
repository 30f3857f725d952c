import type { Core } from '../core.ts';
import type { ReadableDb } from '../database/database.ts';
import { isDigestDue, sendDigests } from '../functionaries/digests.ts';
import type { ReceivedPdu } from '../modem/line.ts';
import { askAboutStandstill, isQuestionDue } from './ask-standstill.ts';
import { createCatchUp } from './catch-up.ts';
import { isIncompleteDue, tellIncomplete } from './incomplete.ts';
import { judgeMessage } from './judge.ts';
import { waitingMessages } from './messages-store.ts';
import { orderWaiting } from './order-waiting.ts';
import { markDeleted } from './parts-store.ts';
import { fingerprintOf, isDraft, storePdu, takeLooseParts } from './receive-pdu.ts';

const CHORES_EVERY_MS = 60_000;

export interface InboundDeps {
  /** Something may be in the outbox now. */
  outboxChanged(): void;
}

/** The way in for texts: what the lines hand over is stored, joined, judged and acted on. */
export interface Inbound {
  /** Takes up what the last run left, and waits for the lines of the books. */
  start(): void;
  stop(): void;
  /** A line gave a PDU. Durable when it returns; `deletable` is false for what must stay in the SIM. */
  received(lineId: number, pdu: ReceivedPdu): { deletable: boolean };
  /** The slot of that PDU was emptied. */
  deleted(lineId: number, pdu: ReceivedPdu): void;
  /** A sweep of the whole line ended. */
  swept(lineId: number, found: number): void;
  /** Nothing is judged until this line has been read, or has given nothing for a minute. */
  lineExpected(lineId: number): void;
  /** The line has a book (now): the texts that waited for one are judged. */
  linkedBook(lineId: number): void;
  /** The computer slept: what waits in the lines is read before anything is judged or sent. */
  resumedAfter(): void;
  /** True when everything that waited has been judged: the outbox claims nothing before. */
  caughtUp(): boolean;
}

export function createInbound(core: Core, deps: InboundDeps): Inbound {
  const { database, clock } = core;
  /** Lines that a driver has spoken for since the start. */
  const seen = new Set<number>();
  const timers: { cancel(): void }[] = [];
  let running = false;
  let judged = false;
  const catchUp = createCatchUp(clock, judgeWaiting);

  function judgeWaiting(): void {
    if (!running || !catchUp.isDone()) return;
    for (const { id } of orderWaiting(waitingMessages(database.read))) judgeMessage(core, id);
    judged = true;
    deps.outboxChanged();
  }

  function takeParts(): void {
    const whole = takeLooseParts(core);
    if (!isLive() || whole.length === 0) return;
    for (const id of whole) judgeMessage(core, id);
    deps.outboxChanged();
  }

  function isLive(): boolean {
    return running && judged && catchUp.isDone();
  }

  function expect(lineId: number): void {
    judged = false;
    catchUp.expect(lineId);
    catchUp.keepOnly((id) => lineExists(database.read, id));
  }

  function doChores(): void {
    const at = clock.now();
    if (isQuestionDue(database.read)) database.write(['outbox'], (db) => askAboutStandstill(db, core));
    if (isIncompleteDue(database.read, at)) database.write(['inbox', 'outbox'], (db) => tellIncomplete(db, core, at));
    if (isDigestDue(database.read, at)) database.write(['outbox'], (db) => sendDigests(db, core, at));
    deps.outboxChanged();
  }

  function repeat(work: () => void): void {
    const timer = { cancel: () => {} };
    const next = () => {
      timer.cancel = clock.after(CHORES_EVERY_MS, () => {
        try {
          work();
        } catch (error) {
          core.log.error('The chores of the inbox failed', error);
        }
        if (running) next();
      });
    };
    next();
    timers.push(timer);
  }

  return {
    start() {
      running = true;
      takeLooseParts(core);
      for (const lineId of linesOfBooks(database.read)) expect(lineId);
      doChores();
      repeat(doChores);
      // The host names the lines it opens in this same turn; they are read first.
      timers.push({ cancel: clock.after(0, judgeWaiting) });
    },
    stop() {
      running = false;
      catchUp.stop();
      for (const { cancel } of timers) cancel();
    },
    received(lineId, pdu) {
      seen.add(lineId);
      if (running && catchUp.isGivenUp(lineId)) expect(lineId);
      if (isDraft(pdu)) {
        catchUp.heard(lineId, false);
        return { deletable: false };
      }
      const id = database.write(['inbox'], (db) => storePdu(db, lineId, pdu, clock.now()));
      catchUp.heard(lineId, id !== null);
      if (id !== null) takeParts();
      return { deletable: true };
    },
    deleted(lineId, pdu) {
      database.write([], (db) => markDeleted(db, fingerprintOf(lineId, pdu), clock.now()));
    },
    swept: (lineId) => catchUp.swept(lineId),
    lineExpected(lineId) {
      seen.add(lineId);
      expect(lineId);
    },
    linkedBook() {
      if (isLive()) judgeWaiting();
    },
    resumedAfter() {
      for (const lineId of seen) expect(lineId);
    },
    caughtUp: isLive,
  };
}

function linesOfBooks(db: ReadableDb): number[] {
  return db
    .prepare<[], { lineId: number }>(
      'SELECT line_id AS lineId FROM book WHERE line_id IS NOT NULL AND removed_at IS NULL',
    )
    .all()
    .map(({ lineId }) => lineId);
}

function lineExists(db: ReadableDb, lineId: number): boolean {
  return db.prepare<[number], { id: number }>('SELECT id FROM line WHERE id = ?').get(lineId) !== undefined;
}
