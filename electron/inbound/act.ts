import type { BookRow } from '../books/books-store.ts';
import { broadcastById } from '../broadcasts/broadcasts-store.ts';
import { dropHeld, releaseHeld } from '../broadcasts/held.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { announceBroadcast, sentToOf } from '../functionaries/announce-broadcast.ts';
import { forwardText, tellBlockedStart } from '../functionaries/forward.ts';
import { notify } from '../functionaries/notify.ts';
import { whoIs } from '../functionaries/who-is.ts';
import { recordEvent } from '../log/events.ts';
import { joinBook } from '../members/join.ts';
import { isBlocked, memberByAddress } from '../members/members-store.ts';
import { isQuiet } from '../outbox/local-time.ts';
import { queueMessage } from '../outbox/queue.ts';
import { wordingOf } from '../wording/wording.ts';
import { askWriter } from './ask.ts';
import type { Decision } from './decide-inbound.ts';
import { depart, keptRoles } from './depart.ts';
import { answersSince, askedToJoinSince, type MessageRow } from './messages-store.ts';
import { answerNearStop, holdForNearStop } from './near-stop-hold.ts';
import { answerQuestion, openQuestionOf } from './questions-store.ts';
import { replyTo } from './reply.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** "Inget väntar på svar", said to one number in an hour: a machine that answers it with JA comes to rest. */
const MOST_NOTHING_ASKED = 3;

/** A text whose decision is stored; what follows from it belongs to the same transaction. */
export interface DecidedText {
  book: BookRow;
  message: MessageRow;
  decision: Decision;
}

/** Does what was decided: the member, the replies, the forwards and notices, the send-out. */
export function act(db: WritableDb, core: Core, decided: DecidedText): void {
  const { book, message } = decided;
  const { address } = message.sender;
  const text = { book, messageId: message.id, sender: address, text: message.text };
  switch (decided.decision.decision) {
    case 'stored':
    case 'inbox-only':
      break;
    case 'forwarded':
      forwardText(db, core, text);
      break;
    case 'blocked-start':
      tellBlockedStart(db, core, text);
      break;
    case 'left':
      depart(db, core, { book, address, messageId: message.id });
      break;
    case 'left-again':
      confirmAgain(db, core, decided);
      break;
    case 'joined':
    case 'pending':
      join(db, core, decided);
      break;
    case 'already':
    case 'pending-again':
      greetAgain(db, core, decided);
      break;
    case 'answered':
      answer(db, core, decided);
      break;
    case 'nothing-to-answer':
      sayNothingAsked(db, core, decided);
      break;
    case 'broadcast':
      send(db, core, decided);
      break;
    case 'held':
      hold(db, core, decided);
      break;
    case 'near-stop':
      nearStop(db, core, decided);
      break;
  }
}

/** One who is in, or waits to be, asks again; that is also a clear word from one who may have wanted to leave. */
function greetAgain(db: WritableDb, core: Core, { book, message, decision }: DecidedText): void {
  const { address } = message.sender;
  answerNearStop(db, book.id, address, 'stays', core.clock.now());
  const kind = decision.decision === 'already' ? 'already' : 'pending';
  replyTo(db, core, { book, kind, to: address, messageId: message.id });
}

/** Said at most once an hour; nothing else changes. */
function confirmAgain(db: WritableDb, core: Core, { book, message }: DecidedText): void {
  const { address } = message.sender;
  const since = core.clock.now() - HOUR_MS;
  const said = db
    .prepare<[string, number, number], { id: number }>(
      "SELECT id FROM outbox WHERE recipient = ? AND book_id = ? AND created_at > ? AND reply = 'left' LIMIT 1",
    )
    .get(address, book.id, since);
  if (said) return;
  const roles = keptRoles(db, book.id, address);
  replyTo(db, core, {
    book,
    kind: 'left',
    to: address,
    messageId: message.id,
    also: roles && wordingOf(book.language).keptRoles[roles],
  });
}

function join(db: WritableDb, core: Core, { book, message, decision }: DecidedText): void {
  const { address } = message.sender;
  const at = core.clock.now();
  const pending = decision.decision === 'pending';
  const { memberId } = joinBook(db, core, {
    book,
    address,
    messageId: message.id,
    status: pending ? 'pending' : 'active',
    at,
  });
  recordEvent(db, {
    at,
    kind: pending ? 'pending' : 'joined',
    bookId: book.id,
    memberId,
    messageId: message.id,
    reason: decision.reason,
  });
  answerNearStop(db, book.id, address, 'stays', at);
  replyTo(db, core, { book, kind: pending ? 'pending' : 'joined', to: address, messageId: message.id });
  // Who was declined may ask again at once, but the functionaries hear of it once a day.
  if (!pending || !askedToJoinSince(db, book.id, address, at - DAY_MS, message.id)) {
    const wording = wordingOf(book.language);
    const who = whoIs(db, book, address);
    notify(db, core, {
      book,
      kind: pending ? 'pending' : 'joined',
      about: address,
      messageId: message.id,
      text: wording[pending ? 'pending' : 'joined']({ book: book.name, who }),
    });
  }
  if (decision.reason === 'any-text')
    forwardText(db, core, { book, messageId: message.id, sender: address, text: message.text });
}

function answer(db: WritableDb, core: Core, { book, message, decision }: DecidedText): void {
  const { address } = message.sender;
  const at = core.clock.now();
  const question = openQuestionOf(db, book.id, address, at);
  if (!question) throw new Error('An answer was decided without a question');
  const wording = wordingOf(book.language);
  if (decision.reason === 'no') {
    answerQuestion(db, question.id, 'no', at);
    dropHeld(db, core, question.broadcastId, at);
    tell(db, core, book, message, wording.dropped);
    return;
  }
  const before = broadcastById(db, question.broadcastId);
  answerQuestion(db, question.id, 'yes', at);
  releaseHeld(db, core, question.broadcastId, at);
  tell(db, core, book, message, wording.receipt(sentToOf(db, question.broadcastId), quietUntil(book, at)));
  // One that stood still on its way has been told of.
  if (before?.startedAt === null) announceBroadcast(db, core, question.broadcastId);
}

function sayNothingAsked(db: WritableDb, core: Core, { book, message }: DecidedText): void {
  const since = core.clock.now() - HOUR_MS;
  if (answersSince(db, message.sender.address, 'nothing-to-answer', 'receipt', since) >= MOST_NOTHING_ASKED) return;
  tell(db, core, book, message, wordingOf(book.language).nothingToAnswer);
}

function send(db: WritableDb, core: Core, { book, message }: DecidedText): void {
  const started = startBroadcast(db, core, {
    bookId: book.id,
    origin: 'sms',
    authorAddress: message.sender.address,
    messageId: message.id,
    text: message.text,
  });
  const from = quietUntil(book, core.clock.now());
  tell(db, core, book, message, wordingOf(book.language).receipt(started, from));
  announceBroadcast(db, core, started.id);
}

/** When broadcasts of the book go again, HH:MM; null while they go. */
function quietUntil({ quietHours }: BookRow, at: number): string | null {
  return quietHours !== null && isQuiet(at, quietHours) ? quietHours.to : null;
}

function hold(db: WritableDb, core: Core, { book, message, decision }: DecidedText): void {
  const held = startBroadcast(db, core, {
    bookId: book.id,
    origin: 'sms',
    authorAddress: message.sender.address,
    messageId: message.id,
    text: message.text,
    heldBecause: decision.reason,
  });
  askWriter(db, core, {
    book,
    broadcast: { id: held.id, text: message.text, heldBecause: decision.reason },
    to: held,
    writer: message.sender.address,
    messageId: message.id,
  });
}

function nearStop(db: WritableDb, core: Core, { book, message }: DecidedText): void {
  const { address } = message.sender;
  holdForNearStop(db, {
    bookId: book.id,
    address,
    messageId: message.id,
    memberId: memberByAddress(db, book.id, address)?.id ?? null,
    at: core.clock.now(),
  });
  if (isBlocked(db, core, book.id, address)) return;
  forwardText(db, core, { book, messageId: message.id, sender: address, text: message.text });
}

function tell(db: WritableDb, core: Core, book: BookRow, message: MessageRow, text: string): void {
  queueMessage(db, core, {
    bookId: book.id,
    kind: 'receipt',
    recipient: message.sender.address,
    messageId: message.id,
    text,
  });
}
