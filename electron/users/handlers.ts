import type { Handlers } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { insertUser, listUserRows, type UserRow, userById } from './users-store.ts';

/** What the local user is called until somebody says otherwise. */
const LOCAL_NAME = 'Sekreteraren';

/** The first user, who sits at this computer; there from the first start. Returns the id. `at` in epoch milliseconds. */
export function ensureLocalUser(db: WritableDb, at: number): number {
  return listUserRows(db)[0]?.id ?? insertUser(db, LOCAL_NAME, at);
}

export function userHandlers({
  database,
  clock,
}: Core): Pick<Handlers, 'users.list' | 'users.add' | 'users.update' | 'users.remove'> {
  return {
    'users.list': (_, caller) =>
      listUserRows(database.read)
        .reverse()
        .map((user) => ({ ...user, isMe: user.id === caller.userId })),
    'users.add': ({ name }) => ({
      id: database.write(['users'], (db) => {
        requireFreeName(db, name, null);
        return insertUser(db, name, clock.now());
      }),
    }),
    'users.update': ({ id, patch }) => {
      database.write(['users', 'roles'], (db) => {
        requireUser(db, id);
        requireFreeName(db, patch.name, id);
        db.prepare('UPDATE user SET name = ? WHERE id = ?').run(patch.name, id);
      });
      return {};
    },
    'users.remove': ({ id }, caller) => {
      // Nobody is left to sit at the computer otherwise.
      if (id === caller.userId) throw new Problem('forbidden');
      database.write(['users', 'roles', 'books'], (db) => {
        requireUser(db, id);
        db.prepare('DELETE FROM role WHERE user_id = ?').run(id);
        db.prepare('UPDATE user SET removed_at = ? WHERE id = ?').run(clock.now(), id);
      });
      return {};
    },
  };
}

function requireUser(db: ReadableDb, id: number): UserRow {
  const user = userById(db, id);
  if (!user) throw new Problem('not-found', { what: 'user' });
  return user;
}

function requireFreeName(db: ReadableDb, name: string, but: number | null): void {
  const wanted = name.normalize('NFC').toLowerCase();
  if (listUserRows(db).some((user) => user.id !== but && user.name.normalize('NFC').toLowerCase() === wanted))
    throw new Problem('name-taken');
}
