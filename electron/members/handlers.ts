import { livingBook } from '../books/books-store.ts';
import type { Handlers, Input } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Topic } from '../contract/topics.ts';
import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { readSetting } from '../settings/settings-store.ts';
import { addMember } from './add-member.ts';
import { callingCodeOf, parseAddress } from './address.ts';
import { blocksWithoutMember } from './blocks-store.ts';
import { approve, block, blockAddress, decline, remove, unblock, unblockAddress } from './change-status.ts';
import { membersAsCsv } from './export-members.ts';
import { consentOf, departureOf, historyOf, rolesOfMember } from './history-store.ts';
import { importMembers } from './import/import-members.ts';
import { addLabels, labelCounts, takeLabels } from './labels-store.ts';
import { allMembers, listMembers, shownMember } from './list-store.ts';
import { type MemberRow, memberById } from './members-store.ts';
import { updateMember } from './update-member.ts';

type MemberCalls = Extract<keyof Handlers, `members.${string}`>;

/** What a change to members shows in. */
const TOPICS: readonly Topic[] = ['members', 'outbox', 'broadcasts', 'log'];

export function memberHandlers(core: Core): Pick<Handlers, MemberCalls> {
  const { database } = core;

  /** All or nothing: one refusal undoes what was done for the others. */
  const forEach = (
    ids: readonly number[],
    change: (db: WritableDb, core: Core, member: MemberRow, userId: number) => void,
    userId: number,
  ) => {
    database.write(TOPICS, (db) => {
      for (const id of new Set(ids)) change(db, core, requireMember(db, id), userId);
    });
    return {};
  };

  return {
    'members.add': (input, caller) => database.write(TOPICS, (db) => addMember(db, core, input, caller.userId)),
    'members.update': ({ id, patch }, caller) => {
      database.write(TOPICS, (db) => updateMember(db, core, requireMember(db, id), patch, caller.userId));
      return {};
    },
    'members.list': (input) => {
      livingBook(database.read, input.bookId);
      return listMembers(database.read, input);
    },
    'members.labels': ({ bookId }) => labelCounts(database.read, livingBook(database.read, bookId).id),
    'members.get': ({ id }) => {
      const member = requireMember(database.read, id);
      const shown = shownMember(database.read, id);
      if (!shown) throw new Problem('not-found', { what: 'member' });
      return {
        ...shown,
        roles: rolesOfMember(database.read, member),
        consent: consentOf(database.read, member),
        departure: departureOf(database.read, member),
        history: historyOf(database.read, member),
      };
    },
    'members.label': ({ ids, add, take }) => {
      database.write(['members'], (db) => {
        for (const id of new Set(ids)) {
          requireMember(db, id);
          takeLabels(db, id, take);
          addLabels(db, id, add);
        }
      });
      return {};
    },
    'members.approve': ({ ids }, caller) => forEach(ids, approve, caller.userId),
    'members.decline': ({ ids }, caller) => forEach(ids, decline, caller.userId),
    'members.remove': ({ ids }, caller) => forEach(ids, remove, caller.userId),
    'members.block': (input, caller) => {
      if ('ids' in input) return forEach(input.ids, block, caller.userId);
      database.write(TOPICS, (db) => blockAddress(db, core, ...addressOf(db, input), caller.userId));
      return {};
    },
    'members.unblock': (input, caller) => {
      if ('ids' in input) return forEach(input.ids, unblock, caller.userId);
      database.write(TOPICS, (db) => unblockAddress(db, core, ...addressOf(db, input), caller.userId));
      return {};
    },
    'members.blocks': ({ bookId }) => blocksWithoutMember(database.read, livingBook(database.read, bookId).id),
    'members.import': (input, caller) => importMembers(core, input, caller.userId),
    'members.export': ({ bookId, status }, caller) => {
      livingBook(database.read, bookId);
      const members = allMembers(database.read, bookId, status);
      database.write(['log'], (db) =>
        recordEvent(db, {
          at: core.clock.now(),
          kind: 'exported',
          bookId,
          userId: caller.userId,
          detail: { count: members.length },
        }),
      );
      const home = callingCodeOf(readSetting(database.read, 'country'));
      return { csv: membersAsCsv(members, readSetting(database.read, 'language'), home) };
    },
  };
}

function requireMember(db: ReadableDb, id: number): MemberRow {
  const member = memberById(db, id);
  if (!member) throw new Problem('not-found', { what: 'member' });
  return member;
}

function addressOf(
  db: ReadableDb,
  { bookId, address: typed }: Extract<Input<'members.block'>, { address: string }>,
): [bookId: number, address: string] {
  livingBook(db, bookId);
  const parsed = parseAddress(typed, readSetting(db, 'country'));
  if (!parsed) throw new Problem(typed.includes('@') ? 'invalid-email' : 'invalid-phone', { field: 'address' });
  return [bookId, parsed.address];
}
