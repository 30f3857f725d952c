import type { Handlers } from '../contract/index.ts';
import type { Core } from '../core.ts';
import { bookSummary } from './book-summary.ts';
import { listBookRows, livingBook } from './books-store.ts';
import { createBook } from './create-book.ts';
import { movementsOf } from './movements-store.ts';
import { removeBook } from './remove-book.ts';
import { roleHandlers } from './role-handlers.ts';
import { updateBook } from './update-book.ts';

type BookCalls = `books.${'create' | 'remove' | 'update' | 'get' | 'list' | 'movements'}`;
type RoleCalls = `roles.${'add' | 'remove' | 'mute' | 'list'}`;

export interface BookEvents {
  /** The line has a book now: texts that waited for one can be judged. Told after the commit. */
  linked(lineId: number): void;
}

export function bookHandlers(core: Core, events: BookEvents): Pick<Handlers, BookCalls | RoleCalls> {
  const { database, clock } = core;
  return {
    'books.create': (input, caller) => {
      const { id, lineId } = database.write(['books', 'roles', 'lines', 'members', 'log'], (db) =>
        createBook(db, core, input, caller.userId),
      );
      if (lineId !== null) events.linked(lineId);
      return { id };
    },
    'books.update': ({ id, patch }, caller) => {
      database.write(['books', 'lines', 'members', 'outbox', 'log'], (db) =>
        updateBook(db, core, livingBook(db, id), patch, caller.userId),
      );
      if (patch.lineId != null) events.linked(patch.lineId);
      return {};
    },
    'books.remove': ({ id }, caller) => {
      database.write(['books', 'members', 'roles', 'lines', 'broadcasts', 'outbox', 'todos', 'log'], (db) =>
        removeBook(db, core, livingBook(db, id).id, caller.userId),
      );
      return {};
    },
    'books.get': ({ id }) => bookSummary(database.read, livingBook(database.read, id)),
    'books.list': () => listBookRows(database.read).map((book) => bookSummary(database.read, book)),
    'books.movements': ({ id, months }) =>
      movementsOf(database.read, livingBook(database.read, id).id, months, clock.now()),
    ...roleHandlers(core),
  };
}
