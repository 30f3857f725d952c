import type { BookRow } from '../books/books-store.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { countSeptets } from '../modem/pdu/gsm7.ts';
import { queueMessage } from '../outbox/queue.ts';
import { wordingOf } from '../wording/wording.ts';
import { type HeldReason, heldReasons, type SentTo } from '../wording/words.ts';
import { mayAsk, recordQuestion } from './questions-store.ts';

/** Septets of one SMS (3GPP TS 23.038 §6.1.2.1). */
const ONE_SMS = 160;
/** Less of a text than this tells nobody which one is meant. */
const SHORTEST_QUOTE = 10;

export interface AskedBroadcast {
  id: number;
  text: string;
  heldBecause: string | null;
}

/**
 * Asks the writer of a held send-out whether it should go ("Skicka till 121? Svara JA"), once a minute at most; what is
 * not asked waits for the secretary all the same.
 */
export function askWriter(
  db: WritableDb,
  core: Core,
  asked: { book: BookRow; broadcast: AskedBroadcast; to: SentTo; writer: string; messageId: number | null },
): void {
  const { book, broadcast, to, writer, messageId } = asked;
  const at = core.clock.now();
  const question = wordingOf(book.language).question(to, heldReasonOf(broadcast.heldBecause));
  const outboxId = mayAsk(db, writer, at)
    ? queueMessage(db, core, {
        bookId: book.id,
        kind: 'confirmation',
        recipient: writer,
        messageId,
        text: withQuote(question, broadcast.text),
      })
    : null;
  recordQuestion(db, { bookId: book.id, address: writer, broadcastId: broadcast.id, outboxId, at });
}

function heldReasonOf(code: string | null): HeldReason | null {
  return heldReasons.find((reason) => reason === code) ?? null;
}

/** As much of the text as one SMS has room for, without letters that would make it cost more. */
function withQuote(question: string, text: string): string {
  const room = ONE_SMS - (countSeptets(question) ?? ONE_SMS) - 3;
  const plain = Array.from(text.replace(/\s+/gu, ' ').trim()).filter((letter) => countSeptets(letter) !== null);
  let quote = plain.join('');
  if ((countSeptets(quote) ?? 0) > room) {
    while (plain.length > 0 && (countSeptets(plain.join('')) ?? 0) > room - 3) plain.pop();
    quote = `${plain.join('').trimEnd()}...`;
  }
  return quote.length < Math.min(SHORTEST_QUOTE, text.trim().length) || room <= 0 ? question : `${question} "${quote}"`;
}
