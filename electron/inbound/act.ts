import { replyTo } from '../books/send-reply.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { forwardText, tellBlockedStart } from '../functionaries/forward.ts';
import { notify } from '../functionaries/notify.ts';
import { whoIs } from '../functionaries/who-is.ts';
import { recordEvent } from '../log/events.ts';
import { joinBook } from '../members/join.ts';
import { isBlocked, memberByAddress } from '../members/members-store.ts';
import { wordingOf } from '../wording/wording.ts';
import type { DecidedText } from './decided-text.ts';
import { depart, keptRoles } from './depart.ts';
import { askedToJoinSince } from './messages-store.ts';
import { answerNearStop, holdForNearStop } from './near-stop-hold.ts';
import { holdSendOut, sayNothingAsked, sendOut, takeAnswer } from './send-out.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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
      takeAnswer(db, core, decided);
      break;
    case 'nothing-to-answer':
      sayNothingAsked(db, core, decided);
      break;
    case 'broadcast':
      sendOut(db, core, decided);
      break;
    case 'held':
      holdSendOut(db, core, decided);
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
