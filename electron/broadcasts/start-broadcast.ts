import { type BookRow, bookById } from '../books/books-store.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { planText } from '../modem/pdu/plan.ts';
import { queueMessage } from '../outbox/queue.ts';
import { closeBroadcast } from '../outbox/transition.ts';
import { type Audience, addressesOfAuthor, audienceOf } from './audience.ts';
import {
  type BroadcastChannel,
  type BroadcastOrigin,
  type BroadcastRow,
  type BroadcastStatus,
  broadcastById,
  broadcastByRequest,
  insertBroadcast,
  type Selection,
  setSending,
} from './broadcasts-store.ts';
import { composeText, isPersonal } from './compose.ts';

export interface NewSendOut {
  bookId: number;
  origin: BroadcastOrigin;
  authorAddress?: string | null;
  authorUserId?: number | null;
  /** The text or mail it came as; one makes one broadcast. */
  messageId?: number | null;
  text: string;
  subject?: string | null;
  channel?: BroadcastChannel;
  selection?: Selection;
  /** A chosen time, epoch milliseconds; what has one is not held by quiet hours. */
  at?: number | null;
  /** A closed code: it is kept until a person lets it go. */
  heldBecause?: string | null;
  /** The same again gives the same broadcast and sends nothing. */
  requestId?: string | null;
  /** Addresses of the sender. */
  exclude?: readonly string[];
  /** How long nothing of it may go, for undo. */
  undoMs?: number;
}

export interface StartedBroadcast {
  id: number;
  /** Texts and mails it is, or would be once it is let go. */
  sms: number;
  mail: number;
  status: BroadcastStatus;
}

/** Makes a broadcast and, unless it is held or for later, queues it to everyone it is for. */
export function startBroadcast(db: WritableDb, core: Core, sendOut: NewSendOut): StartedBroadcast {
  const at = core.clock.now();
  const earlier = sendOut.requestId ? broadcastByRequest(db, sendOut.requestId) : null;
  if (earlier) return { id: earlier.id, ...countsOf(db, earlier), status: earlier.status };
  const book = bookById(db, sendOut.bookId);
  if (!book) throw new Problem('not-found', { id: sendOut.bookId });
  const held = sendOut.heldBecause ?? null;
  const id = insertBroadcast(db, {
    bookId: book.id,
    origin: sendOut.origin,
    authorAddress: sendOut.authorAddress ?? null,
    authorUserId: sendOut.authorUserId ?? null,
    messageId: sendOut.messageId ?? null,
    sentTo: 'members',
    text: sendOut.text,
    subject: sendOut.subject || null,
    channel: sendOut.channel ?? 'auto',
    selection: JSON.stringify(sendOut.selection ?? {}),
    status: held === null ? 'scheduled' : 'held',
    heldBecause: held,
    at: sendOut.at ?? null,
    requestId: sendOut.requestId ?? null,
    createdAt: at,
    finishedAt: null,
  });
  const broadcast = existing(db, id);
  const audience = audienceFor(db, book, broadcast, sendOut.exclude ?? [], at);
  const counts = countsOfAudience(audience);
  recordEvent(db, {
    at,
    kind: held === null ? 'broadcast' : 'held',
    bookId: book.id,
    messageId: broadcast.messageId,
    broadcastId: id,
    userId: broadcast.authorUserId,
    reason: held,
    detail: counts,
  });
  if (held === null && (broadcast.at ?? 0) <= at) {
    queueAudience(db, core, book, broadcast, audience, at, at + (sendOut.undoMs ?? 0));
  }
  return { id, ...counts, status: existing(db, id).status };
}

/** Lets a broadcast go that waited (for its time, for an answer): it goes to everyone it is for now. */
export function letGo(db: WritableDb, core: Core, broadcast: BroadcastRow, at: number): StartedBroadcast {
  const book = bookById(db, broadcast.bookId);
  if (!book) throw new Error(`Book ${broadcast.bookId} is gone`);
  const audience = audienceFor(db, book, broadcast, [], at);
  queueAudience(db, core, book, broadcast, audience, at, at);
  return { id: broadcast.id, ...countsOfAudience(audience), status: existing(db, broadcast.id).status };
}

/** Whom a broadcast would go to if it were let go now. */
export function audienceFor(
  db: ReadableDb,
  book: BookRow,
  broadcast: Pick<BroadcastRow, 'authorAddress' | 'selection' | 'channel'>,
  exclude: readonly string[],
  at: number,
): Audience {
  const author = addressesOfAuthor(db, book.id, broadcast.authorAddress);
  const { selection, channel } = broadcast;
  return audienceOf(db, book, { selection, channel, senders: [...author, ...exclude], at });
}

function queueAudience(
  db: WritableDb,
  core: Core,
  book: BookRow,
  broadcast: BroadcastRow,
  audience: Audience,
  at: number,
  notBefore: number,
): void {
  setSending(db, broadcast.id, at, notBefore);
  const same = isPersonal(broadcast) ? null : planText(composeText(broadcast, book, 'sms', '')).parts.length;
  for (const { memberId, name, channel, address } of audience.recipients) {
    queueMessage(db, core, {
      bookId: book.id,
      kind: 'broadcast',
      broadcastId: broadcast.id,
      memberId,
      recipient: address,
      text: composeText(broadcast, book, channel, name),
      notBefore,
      ...(same === null ? {} : { parts: same }),
    });
  }
  // Nobody to send to: it is done as it starts.
  closeBroadcast(db, broadcast.id, at);
}

function countsOfAudience({ recipients }: Audience): { sms: number; mail: number } {
  const sms = recipients.filter(({ channel }) => channel === 'sms').length;
  return { sms, mail: recipients.length - sms };
}

function countsOf(db: ReadableDb, broadcast: BroadcastRow): { sms: number; mail: number } {
  const row = db
    .prepare<[number], { sms: number; mail: number }>(
      `SELECT count(*) FILTER (WHERE channel = 'sms') AS sms, count(*) FILTER (WHERE channel = 'mail') AS mail
       FROM outbox WHERE broadcast_id = ? AND kind = 'broadcast' AND resend_of IS NULL`,
    )
    .get(broadcast.id);
  return row ?? { sms: 0, mail: 0 };
}

function existing(db: ReadableDb, id: number): BroadcastRow {
  const broadcast = broadcastById(db, id);
  if (!broadcast) throw new Error(`Broadcast ${id} is gone`);
  return broadcast;
}
