import { bookOfLine } from '../books/books-store.ts';
import type { Topic } from '../contract/topics.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { memberByAddress } from '../members/members-store.ts';
import { act } from './act.ts';
import { loadContext } from './context.ts';
import { type Decision, decideInbound } from './decide-inbound.ts';
import { type MessageRow, messageById, storeDecision } from './messages-store.ts';
import { readText } from './read-text.ts';

const TOPICS: readonly Topic[] = ['inbox', 'members', 'books', 'outbox', 'broadcasts', 'todos', 'log'];

/**
 * Judges one stored text and does what follows, in one transaction: killed before it ends, the text still waits. A text on a
 * line without a book is left waiting. A failure is told in the log and leaves the text waiting for the next start.
 */
export function judgeMessage(core: Core, id: number): void {
  try {
    core.database.write(TOPICS, (db) => judge(db, core, id, null));
  } catch (error) {
    if (!isRefusedReturn(error)) {
      core.log.error(`Message ${id} could not be judged`, error);
      return;
    }
    // The database knows of a departure that these words cannot end: a person has to look at them.
    core.database.write(TOPICS, (db) => judge(db, core, id, { decision: 'forwarded', reason: 'older-than-stop' }));
  }
}

function judge(db: WritableDb, core: Core, id: number, instead: Decision | null): void {
  const message = messageById(db, id);
  if (message?.state !== 'waiting') return;
  const book = message.lineId === null ? null : bookOfLine(db, message.lineId);
  if (!book) return;
  const at = core.clock.now();
  const decision = instead ?? decideInbound(readText(message.text), loadContext(db, core, book, message, at));
  storeDecision(db, id, book.id, decision, at);
  recordEvent(db, {
    at,
    kind: 'received',
    bookId: book.id,
    lineId: message.lineId,
    memberId: memberByAddress(db, book.id, message.sender.address)?.id ?? null,
    messageId: id,
    reason: decision.reason,
    detail: { decision: decision.decision },
  });
  act(db, core, { book, message: decided(message, book.id), decision });
}

function decided(message: MessageRow, bookId: number): MessageRow {
  return { ...message, bookId, state: 'decided' };
}

function isRefusedReturn(error: unknown): boolean {
  return error instanceof Error && (error.message === 'member-has-left' || error.message === 'departure-kept');
}
