import type { Handlers, Input, Output } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { ReadableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { parseAddress } from '../members/address.ts';
import { memberByAddress } from '../members/members-store.ts';
import { readSetting } from '../settings/settings-store.ts';
import { userById } from '../users/users-store.ts';
import { livingBook } from './books-store.ts';
import { insertRole, ownAddresses, type RoleRow, roleById, rolesOf } from './roles-store.ts';

export function roleHandlers({
  database,
  clock,
}: Core): Pick<Handlers, 'roles.add' | 'roles.remove' | 'roles.mute' | 'roles.list'> {
  return {
    'roles.add': (input, caller) => ({
      id: database.write(['roles', 'books', 'log'], (db) => {
        const { bookId, role: kind } = input;
        livingBook(db, bookId);
        const who = whoGets(db, input);
        const taken = rolesOf(db, bookId).some(
          (role) => role.kind === kind && role.address === who.address && role.userId === who.userId,
        );
        if (taken) throw new Problem('role-exists');
        const at = clock.now();
        const id = insertRole(db, { bookId, kind, ...who, at });
        recordEvent(db, { at, kind: 'role-added', bookId, userId: caller.userId, reason: kind, detail: { role: id } });
        return id;
      }),
    }),
    'roles.remove': ({ id }, caller) => {
      database.write(['roles', 'books', 'log'], (db) => {
        const role = requireRole(db, id);
        db.prepare('DELETE FROM role WHERE id = ?').run(id);
        recordEvent(db, {
          at: clock.now(),
          kind: 'role-removed',
          bookId: role.bookId,
          userId: caller.userId,
          reason: role.kind,
          detail: { role: id },
        });
      });
      return {};
    },
    'roles.mute': ({ id, muted }) => {
      database.write(['roles'], (db) => {
        if (requireRole(db, id).kind !== 'functionary') throw new Problem('not-found', { what: 'functionary' });
        db.prepare('UPDATE role SET muted = ? WHERE id = ?').run(JSON.stringify([...new Set(muted)]), id);
      });
      return {};
    },
    'roles.list': ({ bookId }) => {
      livingBook(database.read, bookId);
      return rolesOf(database.read, bookId)
        .reverse()
        .map((role) => shown(database.read, role));
    },
  };
}

/** Exactly one of an address and a user; access is a user's alone, and notices go to addresses alone. */
function whoGets(db: ReadableDb, input: Input<'roles.add'>): { address: string | null; userId: number | null } {
  const { role, address: typed, userId } = input;
  if (userId !== undefined) {
    if (typed !== undefined) throw new Problem('invalid-input', { field: 'address' });
    if (role === 'functionary') throw new Problem('invalid-input', { field: 'userId' });
    if (!userById(db, userId)) throw new Problem('not-found', { what: 'user' });
    return { address: null, userId };
  }
  if (typed === undefined) throw new Problem('no-address');
  if (role === 'access') throw new Problem('invalid-input', { field: 'address' });
  const parsed = parseAddress(typed, readSetting(db, 'country'));
  if (!parsed) throw new Problem(typed.includes('@') ? 'invalid-email' : 'invalid-phone', { field: 'address' });
  if (ownAddresses(db).has(parsed.address)) throw new Problem('own-address', { field: 'address' });
  if (parsed.channel === 'sms' && !parsed.mobile) throw new Problem('not-mobile', { field: 'address' });
  return { address: parsed.address, userId: null };
}

function shown(db: ReadableDb, { id, bookId, kind, address, userId, muted }: RoleRow): Output<'roles.list'>[number] {
  const member = address === null ? null : memberByAddress(db, bookId, address);
  const user = userId === null ? null : userById(db, userId);
  return { id, role: kind, address, userId, name: user?.name ?? (member?.name || null), muted };
}

function requireRole(db: ReadableDb, id: number): RoleRow {
  const role = roleById(db, id);
  if (!role) throw new Problem('not-found', { what: 'role' });
  return role;
}
