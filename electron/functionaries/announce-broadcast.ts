import { bookById } from '../books/books-store.ts';
import { broadcastById } from '../broadcasts/broadcasts-store.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { wordingOf } from '../wording/wording.ts';
import type { SentTo } from '../wording/words.ts';
import { notify } from './notify.ts';
import { shorten } from './shorten.ts';
import { whoIs } from './who-is.ts';

/**
 * Tells the functionaries who wrote what, once a broadcast is let go: neither its writer, nor anyone who gets it as a member.
 */
export function announceBroadcast(db: WritableDb, core: Core, broadcastId: number): void {
  const broadcast = broadcastById(db, broadcastId);
  const book = broadcast && bookById(db, broadcast.bookId);
  if (!broadcast || !book) throw new Error(`Broadcast ${broadcastId} is gone`);
  const from = broadcast.authorAddress
    ? whoIs(db, book, broadcast.authorAddress)
    : (userName(db, broadcast.authorUserId) ?? wordingOf(book.language).hiddenSender);
  notify(db, core, {
    book,
    kind: 'broadcast',
    about: broadcast.authorAddress,
    messageId: broadcast.messageId,
    exclude: receiversOf(db, broadcastId),
    text: wordingOf(book.language).broadcast({
      book: book.name,
      from,
      to: sentToOf(db, broadcastId),
      text: shorten(broadcast.text),
    }),
  });
}

/** How many people a broadcast that was let go went to, by each way. */
export function sentToOf(db: ReadableDb, broadcastId: number): SentTo {
  const row = db
    .prepare<[number], SentTo>(
      `SELECT count(*) FILTER (WHERE channel = 'sms') AS sms, count(*) FILTER (WHERE channel = 'mail') AS mail
       FROM outbox WHERE broadcast_id = ? AND kind = 'broadcast' AND resend_of IS NULL`,
    )
    .get(broadcastId);
  return row ?? { sms: 0, mail: 0 };
}

/** Every address of everyone who gets it: a functionary may be known by the other one. */
function receiversOf(db: ReadableDb, broadcastId: number): string[] {
  return db
    .prepare<[number], { recipient: string; phone: string | null; email: string | null }>(
      `SELECT outbox.recipient, member.phone, member.email
       FROM outbox LEFT JOIN member ON member.id = outbox.member_id
       WHERE outbox.broadcast_id = ? AND outbox.kind = 'broadcast'`,
    )
    .all(broadcastId)
    .flatMap(({ recipient, phone, email }) => [recipient, phone, email])
    .filter((address) => address !== null);
}

function userName(db: ReadableDb, userId: number | null): string | null {
  if (userId === null) return null;
  return (
    db.prepare<[number], { name: string }>("SELECT name FROM user WHERE id = ? AND name <> ''").get(userId)?.name ??
    null
  );
}
