import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { aClub } from '../support/club.ts';

/** Who is what in the club that the attacks are made on. */
export const people = {
  active: '+46701740601',
  pending: '+46701740602',
  left: '+46701740603',
  leftMail: 'lena@example.se',
  blockedLeft: '+46701740604',
  erased: '+46701740605',
  stranger: '+46701740606',
  returned: '+46701740607',
  nobody: '+46701740608',
} as const;

export interface BareClub {
  file: string;
  key(address: string): string;
  bookId: number;
  /** A book on a line of its own, which has never had the other line. */
  otherBookId: number;
  lineId: number;
  freeLineId: number;
}

/**
 * A club on disk with somebody of each kind, one outbox row in each state and the words that people came and went by, closed again:
 * what is opened next is a bare file.
 */
export async function aBareClub(): Promise<BareClub> {
  const file = join(mkdtempSync(join(tmpdir(), 'samband-bare-')), 'club.sqlite');
  const club = await aClub({ file, book: { approval: true } });
  const { bookId, lineId } = club;
  await club.addMember({ name: 'Aktiv', phone: people.active });
  club.start(people.pending);
  await club.addMember({ name: 'Lena', phone: people.left, email: people.leftMail });
  await club.addMember({ name: 'Bo', phone: people.blockedLeft });
  await club.addMember({ name: 'Eva', phone: people.erased });
  await club.addMember({ name: 'Åter', phone: people.returned });
  for (const address of [people.left, people.blockedLeft, people.erased, people.stranger, people.returned])
    club.stopp(address);
  club.start(people.returned);
  const [bo] = club.sql('SELECT id FROM member WHERE phone = ?', people.blockedLeft);
  await club.call('members.block', { ids: [Number(bo)] });

  const other = await club.call('books.create', { name: 'Styrelsen', lineId: club.addLine('+46701740698') });
  await club.call('members.add', { bookId: other.id, name: 'Lena', phone: people.left });
  club.storeText({ from: people.left, text: 'START', decision: 'joined', bookId: other.id });
  club.storeText({ from: people.left, text: 'Hej', decision: 'forwarded' });
  const freeLineId = club.addLine('+46701740697');

  club.database.write([], (db) => {
    db.prepare('UPDATE departure_address SET address = NULL WHERE address = ?').run(people.erased);
    db.prepare('DELETE FROM member WHERE phone = ?').run(people.erased);
    db.prepare(
      `INSERT INTO broadcast (book_id, origin, text, status, created_at) VALUES (?, 'toolbox', 'Hej', 'sending', 1)`,
    ).run(bookId);
  });
  const paths = [
    ['queued'],
    ['sending'],
    ['sending', 'sent'],
    ['sending', 'sent', 'delivered'],
    ['sending', 'failed'],
    ['sending', 'unknown'],
    ['cancelled'],
    ['expired'],
  ];
  for (const [index, path] of paths.entries()) {
    club.database.write([], (db) => {
      const row = db
        .prepare<unknown[], { id: number }>(
          `INSERT INTO outbox (book_id, broadcast_id, kind, rank, channel, recipient, text, state, created_at, state_at)
           VALUES (?, 1, 'broadcast', 9, 'sms', ?, 'Hej', 'queued', 1, 1) RETURNING id`,
        )
        .get(bookId, `+4670174061${index}`);
      for (const state of path) {
        if (state !== 'queued') db.prepare('UPDATE outbox SET state = ? WHERE id = ?').run(state, row?.id);
      }
    });
  }
  club.close();
  return { file, key: club.core.addressKey, bookId, otherBookId: other.id, lineId, freeLineId };
}

/** The file as any program opens it: no pragma of ours, foreign keys and recursive triggers off. */
export function openBare(file: string): SQLite.Database {
  const sqlite = new SQLite(file);
  sqlite.pragma('foreign_keys = OFF');
  sqlite.pragma('recursive_triggers = OFF');
  return sqlite;
}
