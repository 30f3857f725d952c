import { bookById, livingBook } from '../books/books-store.ts';
import type { Handlers } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import { readSetting } from '../settings/settings-store.ts';
import { answerOne } from './answer-one.ts';
import { answerTodo } from './answer-todo.ts';
import { loadContext } from './context.ts';
import { decideInbound } from './decide-inbound.ts';
import { conversationWith, countUnseen, listInbox, markSeen } from './inbox-store.ts';
import { readText } from './read-text.ts';
import { senderAsTyped } from './sender.ts';
import { openTodos } from './todos-store.ts';

type InboundCalls = `inbound.${'explain' | 'list' | 'counts' | 'markSeen' | 'conversation' | 'answer'}`;
type TodoCalls = `todos.${'list' | 'answer'}`;

/** Questions about texts that came, and what a person does about them. */
export function inboundHandlers(core: Core): Pick<Handlers, InboundCalls | TodoCalls> {
  const { database, clock } = core;
  const { read } = database;
  const country = () => readSetting(read, 'country');
  return {
    'inbound.explain': ({ bookId, from, text }) => {
      const book = livingBook(read, bookId);
      const at = clock.now();
      const judged = { sender: senderAsTyped(from, country()), text, sentAt: at, receivedAt: at };
      return decideInbound(readText(text), loadContext(read, core, book, judged, at));
    },
    'inbound.list': ({ bookId, all, unseen, limit }) =>
      listInbox(read, { bookId: bookId ?? null, all, unseen: unseen ?? false, limit }, clock.now()),
    'inbound.counts': ({ bookId }) => ({
      unseen: countUnseen(read, bookId ?? null, clock.now()),
      todos: openTodos(read, bookId ?? null).length,
    }),
    'inbound.markSeen': ({ ids }) => {
      database.write(['inbox'], (db) => markSeen(db, ids, clock.now()));
      return {};
    },
    'inbound.conversation': ({ bookId, address, limit }) => {
      if (!bookById(read, bookId)) throw new Problem('not-found', { id: bookId });
      const sender = senderAsTyped(address, country());
      return conversationWith(read, bookId, sender.address, limit);
    },
    'inbound.answer': ({ bookId, to, text }) => ({
      id: database.write(['outbox'], (db) => answerOne(db, core, { book: livingBook(db, bookId), to, text })),
    }),
    'todos.list': ({ bookId }) => openTodos(read, bookId ?? null),
    'todos.answer': ({ id, answer }, { userId }) => {
      database.write(['todos', 'members', 'books', 'outbox', 'broadcasts', 'log'], (db) =>
        answerTodo(db, core, { id, answer, userId }),
      );
      return {};
    },
  };
}
