import { bookById } from '../books/books-store.ts';
import { broadcastById } from '../broadcasts/broadcasts-store.ts';
import type { Output } from '../contract/index.ts';
import type { ReadableDb } from '../database/database.ts';
import { readSetting } from '../settings/settings-store.ts';
import { allowanceLeft, restsNow } from './limits.ts';
import { clockIsBack } from './liveness.ts';
import { finishTime, measuredPace, queuedParts } from './pace.ts';
import { waitsForAnswer } from './waits-for-answer.ts';

type Summary = Output<'outbox.summary'>;
type WaitsFor = NonNullable<Summary['waitsFor']>;

/** What waits in one book, per broadcast; null for texts that belong to none. */
interface Waiting {
  book_id: number;
  broadcast_id: number | null;
  channel: 'sms' | 'mail';
}

/** The queue in one line: how much, until when, and why nothing goes where nothing does. */
export function summarise(db: ReadableDb, at: number, isReady: (lineId: number) => boolean): Summary {
  const counts = db
    .prepare<[], { queued: number; unknown: number }>(
      `SELECT count(*) FILTER (WHERE state <> 'unknown') AS queued, count(*) FILTER (WHERE state = 'unknown') AS unknown
       FROM outbox WHERE state IN ('queued', 'sending', 'unknown')`,
    )
    .get() ?? { queued: 0, unknown: 0 };
  const refused = db
    .prepare('SELECT 1 FROM line JOIN book ON book.line_id = line.id WHERE refused_at IS NOT NULL')
    .get();
  const paused = readSetting(db, 'paused');
  const waitsFor = reason(db, at, isReady, paused, refused !== undefined);
  return {
    paused: paused || refused !== undefined,
    ...counts,
    finishesAt: waitsFor === null || waitsFor === 'quiet-hours' || waitsFor === 'limit' ? finishesAt(db, at) : null,
    waitsFor,
  };
}

function reason(
  db: ReadableDb,
  at: number,
  isReady: (lineId: number) => boolean,
  paused: boolean,
  refused: boolean,
): WaitsFor | null {
  if (clockIsBack(db, at)) return 'clock';
  const waiting = db
    .prepare<[Record<string, number>], Waiting>(
      `SELECT DISTINCT outbox.book_id, CASE outbox.kind WHEN 'broadcast' THEN outbox.broadcast_id END AS broadcast_id, outbox.channel
       FROM outbox INDEXED BY outbox_open LEFT JOIN broadcast ON broadcast.id = outbox.broadcast_id AND outbox.kind = 'broadcast'
       WHERE outbox.state IN ('queued', 'sending', 'unknown') AND outbox.state <> 'unknown' AND coalesce(broadcast.status, 'sending') = 'sending'
         AND NOT ${waitsForAnswer}`,
    )
    .all({ at });
  if (waiting.length === 0) return queuedForAnswer(db, at) ? 'answer' : null;
  if (paused) return 'pause';
  if (refused) return 'account';
  const reasons = waiting.map((one) => reasonOf(db, one, at, isReady));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

function queuedForAnswer(db: ReadableDb, at: number): boolean {
  return (
    db
      .prepare<[Record<string, number>], unknown>(
        `SELECT 1 FROM outbox WHERE state = 'queued' AND ${waitsForAnswer} LIMIT 1`,
      )
      .get({ at }) !== undefined
  );
}

function reasonOf(db: ReadableDb, waiting: Waiting, at: number, isReady: (lineId: number) => boolean): WaitsFor | null {
  if (waiting.channel === 'mail') return 'mail';
  const book = bookById(db, waiting.book_id);
  if (!book || book.lineId === null || !isReady(book.lineId)) return 'line';
  const broadcast = waiting.broadcast_id === null ? null : broadcastById(db, waiting.broadcast_id);
  if (!broadcast) return null;
  if (restsNow(book, broadcast.at, at)) return 'quiet-hours';
  return allowanceLeft(db, book, at) === 0 ? 'limit' : null;
}

/** When all that waits will have gone; null when nothing does. */
function finishesAt(db: ReadableDb, at: number): number | null {
  const books = db
    .prepare<[], { book_id: number }>(`SELECT DISTINCT book_id FROM outbox WHERE state = 'queued' AND channel = 'sms'`)
    .all();
  const times = books.map(({ book_id }) => queueFinishesAt(db, book_id, at)).filter((time) => time !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** When what a book has queued, and `more` parts after it from `from` on, will have gone; null for a book without a line. */
export function queueFinishesAt(
  db: ReadableDb,
  bookId: number,
  at: number,
  more: { parts: number; from: number; ignoresQuietHours: boolean } = { parts: 0, from: at, ignoresQuietHours: false },
): number | null {
  const book = bookById(db, bookId);
  if (!book || book.lineId === null) return null;
  return finishTime({
    parts: queuedParts(db, bookId, at) + more.parts,
    from: Math.max(at, more.from),
    paceMs: measuredPace(db, book.lineId, at),
    quiet: more.ignoresQuietHours ? null : book.quietHours,
    limit: book.dailySmsLimit,
    leftToday: allowanceLeft(db, book, at),
  });
}
