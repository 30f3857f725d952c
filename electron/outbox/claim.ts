import { type BookRow, bookOfLine } from '../books/books-store.ts';
import { type BroadcastRow, broadcastsWithStatus } from '../broadcasts/broadcasts-store.ts';
import { holdBroadcast } from '../broadcasts/held.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { readSetting } from '../settings/settings-store.ts';
import { checkRecipient } from './check-recipient.ts';
import { allowanceLeft, restsNow } from './limits.ts';
import { clockIsBack } from './liveness.ts';
import { type OutboxRecord, type OutboxRow, outboxById, partsOf, toOutboxRow } from './outbox-store.ts';
import { BROADCAST_RANK } from './rank.ts';
import { keepMoving, stoodTooLong } from './stand-still.ts';
import { beginNextPart, type ClaimedPart } from './submit-part.ts';
import { moveMessage } from './transition.ts';
import { mayHaveMeantStop } from './waits-for-answer.ts';

/** Whose turn it was last on a line; broadcasts take turns text by text. */
export interface Turn {
  broadcastId: number;
}

/**
 * Takes the next text a line may send and writes it down as on its way; null when there is none. Everything that may have changed
 * since it was queued is looked at again here, in the caller's transaction: what may not go any more is cancelled, expired or held.
 */
export function claimNext(db: WritableDb, core: Core, lineId: number, turn: Turn): ClaimedPart | null {
  const at = core.clock.now();
  if (readSetting(db, 'paused') || !mayUse(db, lineId)) return null;
  const book = bookOfLine(db, lineId);
  if (!book) return null;
  expireOverdue(db, at);
  return claimAnswer(db, core, book, lineId, at) ?? claimBroadcast(db, core, book, lineId, at, turn);
}

/** The operator has not refused the account, and it is no practice modem in a folder of real people. */
function mayUse(db: ReadableDb, lineId: number): boolean {
  const line = db
    .prepare<[number], { practice: number; refused_at: number | null }>(
      'SELECT practice, refused_at FROM line WHERE id = ?',
    )
    .get(lineId);
  if (!line || line.refused_at !== null) return false;
  return line.practice === 0 || readSetting(db, 'practice');
}

/** Replies, receipts, questions, forwards and notices: by rank, then by age. */
function claimAnswer(db: WritableDb, core: Core, book: BookRow, lineId: number, at: number): ClaimedPart | null {
  for (;;) {
    const record = db
      .prepare<[number, number, number], OutboxRecord>(
        `SELECT * FROM outbox WHERE state = 'queued' AND rank < ? AND channel = 'sms' AND book_id = ? AND not_before <= ?
         ORDER BY rank, id LIMIT 1`,
      )
      .get(BROADCAST_RANK, book.id, at);
    if (!record) return null;
    const claimed = begin(db, core, toOutboxRow(record), lineId, at);
    if (claimed) return claimed;
  }
}

function claimBroadcast(
  db: WritableDb,
  core: Core,
  book: BookRow,
  lineId: number,
  at: number,
  turn: Turn,
): ClaimedPart | null {
  if (clockIsBack(db, at)) return null;
  const running = broadcastsWithStatus(db, 'sending').filter(({ bookId }) => bookId === book.id);
  const next = running.findIndex(({ id }) => id > turn.broadcastId);
  const byTurn = next < 0 ? running : [...running.slice(next), ...running.slice(0, next)];
  for (const broadcast of byTurn) {
    const claimed = claimOf(db, core, book, broadcast, lineId, at);
    if (!claimed) continue;
    turn.broadcastId = broadcast.id;
    keepMoving(db, broadcast, at);
    return claimed;
  }
  return null;
}

function claimOf(
  db: WritableDb,
  core: Core,
  book: BookRow,
  broadcast: BroadcastRow,
  lineId: number,
  at: number,
): ClaimedPart | null {
  if (stoodTooLong(db, book, broadcast, at)) {
    holdBroadcast(db, broadcast, 'stood-still', at);
    return null;
  }
  if (restsNow(book, broadcast.at, at)) return null;
  const allowance = allowanceLeft(db, book, at);
  for (;;) {
    const queued = nextOf(db, broadcast.id, at);
    if (!queued) return null;
    const check = checkRecipient(db, core, queued, at);
    if ('cancel' in check) {
      moveMessage(db, queued.id, { to: 'cancelled', error: check.cancel }, at);
      continue;
    }
    const left = check.send.parts - partsOf(db, queued.id).length;
    if (allowance !== null && left > allowance) return null;
    const claimed = begin(db, core, check.send, lineId, at);
    if (claimed) return claimed;
  }
}

/** Whoever may have meant STOPP is passed by until that is answered. */
function nextOf(db: ReadableDb, broadcastId: number, at: number): OutboxRow | null {
  const record = db
    .prepare<[Record<string, number>], OutboxRecord>(
      `SELECT * FROM outbox WHERE broadcast_id = @broadcastId AND state = 'queued' AND kind = 'broadcast' AND channel = 'sms'
         AND not_before <= @at AND NOT ${mayHaveMeantStop('> @at')}
       ORDER BY id LIMIT 1`,
    )
    .get({ broadcastId, at });
  return record ? toOutboxRow(record) : null;
}

/** What is too old is not sent, and neither is what waited in vain for the answer whether its recipient meant STOPP. */
export function expireOverdue(db: WritableDb, at: number): void {
  const overdue = db
    .prepare<[number], { id: number; error: string | null }>(
      `SELECT id, error FROM outbox WHERE state = 'queued' AND expires_at <= ?`,
    )
    .all(at);
  for (const { id, error } of overdue) moveMessage(db, id, { to: 'expired', error: error ?? 'stale' }, at);
  const unanswered = db
    .prepare<[Record<string, number>], { id: number }>(
      `SELECT outbox.id FROM todo JOIN outbox ON outbox.recipient = todo.address AND outbox.book_id = todo.book_id
       WHERE todo.kind = 'near-stop' AND todo.done_at IS NULL AND todo.hold_until <= @at
         AND outbox.state = 'queued' AND outbox.kind = 'broadcast' AND outbox.created_at < todo.hold_until`,
    )
    .all({ at });
  for (const { id } of unanswered) moveMessage(db, id, { to: 'expired', error: 'near-stop' }, at);
}

/** Null for a text that no SMS can carry: it has failed, and the next one is looked at. */
function begin(db: WritableDb, core: Core, message: OutboxRow, lineId: number, at: number): ClaimedPart | null {
  try {
    const part = beginNextPart(db, core, message, lineId, at);
    if (!part) throw new Error(`Every part of outbox row ${message.id} has gone, and yet it is queued`);
    moveMessage(db, message.id, { to: 'sending' }, at);
    return part;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    moveMessage(db, message.id, { to: 'failed', error: 'message' }, at);
    return null;
  }
}

/** The part after the one just taken by the network; a cancel or STOPP in between lets the text finish. */
export function claimRest(db: WritableDb, core: Core, part: ClaimedPart): ClaimedPart | null {
  const message = outboxById(db, part.outboxId);
  if (!message) throw new Error(`Outbox row ${part.outboxId} is gone`);
  return beginNextPart(db, core, message, part.lineId, core.clock.now());
}
