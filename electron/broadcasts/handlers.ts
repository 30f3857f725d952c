import { bookById } from '../books/books-store.ts';
import type { Handlers, Input } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import { announceBroadcast } from '../functionaries/announce-broadcast.ts';
import { recordEvent } from '../log/events.ts';
import { listBroadcasts, oneBroadcast, recipientsOf } from './broadcast-list.ts';
import { broadcastById } from './broadcasts-store.ts';
import { dropHeld, releaseHeld, stopBroadcast } from './held.ts';
import { type Asked, previewBroadcast } from './preview.ts';
import { resendFailed } from './resend-failed.ts';
import { sendFromToolbox } from './send.ts';
import { tryOut } from './try-out.ts';

type BroadcastCalls =
  | 'broadcasts.preview'
  | 'broadcasts.send'
  | 'broadcasts.try'
  | 'broadcasts.get'
  | 'broadcasts.list'
  | 'broadcasts.recipients'
  | 'broadcasts.cancel'
  | 'broadcasts.release'
  | 'broadcasts.drop'
  | 'broadcasts.resendFailed';

const CHANGED = ['broadcasts', 'outbox', 'members', 'todos', 'log'] as const;

export function broadcastHandlers(core: Core): Pick<Handlers, BroadcastCalls> {
  const { database, clock } = core;
  const existingBook = (id: number) => {
    const book = bookById(database.read, id);
    if (!book || book.removedAt !== null) throw new Problem('not-found', { id });
    return book;
  };
  return {
    'broadcasts.preview': (input, { userId }) =>
      previewBroadcast(database.read, existingBook(input.bookId), toAsked(input), userId, clock.now()),

    'broadcasts.send': (input, { userId }) =>
      database.write(CHANGED, (db) =>
        sendFromToolbox(db, core, {
          ...toAsked(input),
          bookId: input.bookId,
          requestId: input.requestId ?? null,
          userId,
        }),
      ),

    'broadcasts.try': (input) => ({ id: database.write(['outbox'], (db) => tryOut(db, core, input)) }),

    'broadcasts.get': ({ id }) => {
      const broadcast = oneBroadcast(database.read, id, clock.now());
      if (!broadcast) throw new Problem('not-found', { id });
      return broadcast;
    },

    'broadcasts.list': ({ bookId, limit }) => listBroadcasts(database.read, bookId, limit, clock.now()),

    'broadcasts.recipients': (input) => {
      if (!broadcastById(database.read, input.id)) throw new Problem('not-found', { id: input.id });
      return recipientsOf(database.read, input, clock.now());
    },

    'broadcasts.cancel': ({ id }, { userId }) => {
      database.write(CHANGED, (db) => {
        const broadcast = broadcastById(db, id);
        if (!broadcast) throw new Problem('not-found', { id });
        if (broadcast.status === 'done' || broadcast.status === 'cancelled') return;
        const at = clock.now();
        const count = stopBroadcast(db, broadcast, at);
        recordEvent(db, {
          at,
          kind: 'cancelled',
          bookId: broadcast.bookId,
          broadcastId: id,
          userId,
          detail: { count },
        });
      });
      return {};
    },

    'broadcasts.release': ({ id }) => {
      database.write(CHANGED, (db) => {
        const before = broadcastById(db, id);
        releaseHeld(db, core, id, clock.now());
        if (before?.startedAt === null) announceBroadcast(db, core, id);
      });
      return {};
    },

    'broadcasts.drop': ({ id }) => {
      database.write(CHANGED, (db) => dropHeld(db, core, id, clock.now()));
      return {};
    },

    'broadcasts.resendFailed': ({ id }, { userId }) => ({
      resent: database.write(CHANGED, (db) => resendFailed(db, core, id, userId)),
    }),
  };
}

function toAsked(input: Input<'broadcasts.preview'>): Asked {
  const { text, subject, channel, label, search, memberIds, at } = input;
  return {
    text,
    subject: subject || null,
    channel: channel ?? 'auto',
    selection: {
      ...(label === undefined ? {} : { label }),
      ...(search === undefined ? {} : { search }),
      ...(memberIds === undefined ? {} : { memberIds }),
    },
    at: at ?? null,
  };
}
