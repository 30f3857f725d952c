import type { BookRow } from '../books/books-store.ts';
import { broadcastById } from '../broadcasts/broadcasts-store.ts';
import { dropHeld, releaseHeld } from '../broadcasts/held.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { announceBroadcast, sentToOf } from '../functionaries/announce-broadcast.ts';
import { isQuiet } from '../outbox/local-time.ts';
import { queueMessage } from '../outbox/queue.ts';
import { wordingOf } from '../wording/wording.ts';
import { askWriter } from './ask.ts';
import type { DecidedText } from './decided-text.ts';
import { answersSince, type MessageRow } from './messages-store.ts';
import { answerQuestion, openQuestionOf } from './questions-store.ts';

const HOUR_MS = 3_600_000;
/** "Inget väntar på svar", said to one number in an hour: a machine that answers it with JA comes to rest. */
const MOST_NOTHING_ASKED = 3;

/** JA lets the send-out go that was asked about, NEJ throws it away. */
export function takeAnswer(db: WritableDb, core: Core, { book, message, decision }: DecidedText): void {
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

/** Said a few times in an hour at most. */
export function sayNothingAsked(db: WritableDb, core: Core, { book, message }: DecidedText): void {
  const since = core.clock.now() - HOUR_MS;
  if (answersSince(db, message.sender.address, 'nothing-to-answer', 'receipt', since) >= MOST_NOTHING_ASKED) return;
  tell(db, core, book, message, wordingOf(book.language).nothingToAnswer);
}

/** The text goes to the members; its writer gets a receipt and the functionaries hear of it. */
export function sendOut(db: WritableDb, core: Core, { book, message }: DecidedText): void {
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

/** The text is kept until its writer or the secretary says yes. */
export function holdSendOut(db: WritableDb, core: Core, { book, message, decision }: DecidedText): void {
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

function tell(db: WritableDb, core: Core, book: BookRow, message: MessageRow, text: string): void {
  queueMessage(db, core, {
    bookId: book.id,
    kind: 'receipt',
    recipient: message.sender.address,
    messageId: message.id,
    text,
  });
}
