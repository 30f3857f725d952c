import { type BookRow, bookById } from '../books/books-store.ts';
import { isWriter } from '../books/roles-store.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { announceBroadcast } from '../functionaries/announce-broadcast.ts';
import { notify } from '../functionaries/notify.ts';
import { isEmpty } from '../inbound/keywords.ts';
import { recordEvent } from '../log/events.ts';
import { planText } from '../modem/pdu/plan.ts';
import { readSetting } from '../settings/settings-store.ts';
import { wordingOf } from '../wording/wording.ts';
import { audienceOf } from './audience.ts';
import { broadcastByRequest, insertBroadcast, setAnnounceAt } from './broadcasts-store.ts';
import { composeText } from './compose.ts';
import type { Asked } from './preview.ts';
import { startBroadcast } from './start-broadcast.ts';

/** A screen takes a moment to say "now". */
const JUST_NOW = 60_000;

export interface SendRequest extends Asked {
  bookId: number;
  requestId: string | null;
  userId: number;
}

export interface Sent {
  id: number;
  sentTo: 'members' | 'functionaries';
}

/**
 * Sends what a user of the toolbox wrote: to the members where the user is a writer of the book, else to the functionaries, marked as
 * not sent. Throws `not-found`, `empty-text`, `text-too-long`, `time-passed`, `no-line`, `no-recipients`.
 */
export function sendFromToolbox(db: WritableDb, core: Core, request: SendRequest): Sent {
  const earlier = request.requestId === null ? null : broadcastByRequest(db, request.requestId);
  if (earlier) return { id: earlier.id, sentTo: earlier.sentTo };
  const book = bookById(db, request.bookId);
  if (!book || book.removedAt !== null) throw new Problem('not-found', { id: request.bookId });
  checkWords(book, request);
  if (!isWriter(db, book.id, { userId: request.userId })) return sendToFunctionaries(db, core, book, request);
  const now = core.clock.now();
  if (request.at !== null && request.at < now - JUST_NOW) throw new Problem('time-passed', { at: request.at });
  checkAudience(db, book, request, now);
  const undoMs = request.at === null ? readSetting(db, 'undoSeconds') * 1000 : 0;
  const { id, status } = startBroadcast(db, core, {
    bookId: book.id,
    origin: 'toolbox',
    authorUserId: request.userId,
    text: request.text,
    subject: request.subject,
    channel: request.channel,
    selection: request.selection,
    at: request.at,
    requestId: request.requestId,
    undoMs,
  });
  if (undoMs > 0) setAnnounceAt(db, id, now + undoMs);
  else if (status !== 'scheduled') announceBroadcast(db, core, id);
  return { id, sentTo: 'members' };
}

function checkWords(book: BookRow, request: SendRequest): void {
  if (isEmpty(request.text)) throw new Problem('empty-text');
  if (planText(composeText(request, book, 'sms', '')).tooLong) throw new Problem('text-too-long');
}

function checkAudience(db: WritableDb, book: BookRow, request: SendRequest, now: number): void {
  const { recipients, leftOut } = audienceOf(db, book, { ...request, senders: [], at: now });
  if (recipients.length > 0) return;
  const noLine = leftOut.some(({ reason }) => reason === 'no-line');
  throw new Problem(noLine ? 'no-line' : 'no-recipients');
}

/** Access to a book is no right to send in it. */
function sendToFunctionaries(db: WritableDb, core: Core, book: BookRow, request: SendRequest): Sent {
  const at = core.clock.now();
  const id = insertBroadcast(db, {
    bookId: book.id,
    origin: 'toolbox',
    authorAddress: null,
    authorUserId: request.userId,
    messageId: null,
    sentTo: 'functionaries',
    text: request.text,
    subject: request.subject || null,
    channel: request.channel,
    selection: JSON.stringify(request.selection),
    status: 'done',
    heldBecause: null,
    at: null,
    requestId: request.requestId,
    createdAt: at,
    finishedAt: at,
  });
  const wording = wordingOf(book.language);
  const user = db.prepare<[number], { name: string }>('SELECT name FROM user WHERE id = ?').get(request.userId);
  const text = wording.forward({
    book: book.name,
    from: user?.name || wording.hiddenSender,
    text: request.text,
    incomplete: false,
    asksNext: false,
  });
  notify(db, core, { book, kind: 'forward', about: null, text });
  recordEvent(db, {
    at,
    kind: 'broadcast',
    bookId: book.id,
    broadcastId: id,
    userId: request.userId,
    reason: 'no-writer',
  });
  return { id, sentTo: 'functionaries' };
}
