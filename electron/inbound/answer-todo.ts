import { bookById } from '../books/books-store.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import { depart } from './depart.ts';
import { finishTodo, openTodo } from './todos-store.ts';

export interface TodoAnswer {
  id: string;
  answer: 'leaves' | 'stays' | 'done';
  userId: number;
}

/**
 * Takes a person's answer to a to-do. `leaves` and `stays` answer "Vill 070… lämna?"; a held send-out and an unknown outcome
 * have calls of their own. Throws `not-found` for one that is not open, `invalid-input` for an answer that answers nothing.
 */
export function answerTodo(db: WritableDb, core: Core, { id, answer, userId }: TodoAnswer): void {
  const at = core.clock.now();
  const number = /^todo:(\d+)$/.exec(id)?.[1];
  if (number === undefined) throw new Problem('invalid-input', { field: 'id' });
  const todo = openTodo(db, Number(number));
  if (!todo) throw new Problem('not-found', { id });
  if (todo.kind !== 'near-stop' && answer !== 'done') throw new Problem('invalid-input', { field: 'answer' });
  finishTodo(db, todo.id, answer, at);
  recordEvent(db, {
    at,
    kind: 'todo-answered',
    bookId: todo.bookId,
    messageId: todo.messageId,
    userId,
    reason: answer,
    detail: { todo: todo.kind },
  });
  if (answer !== 'leaves') return;
  const book = todo.bookId === null ? null : bookById(db, todo.bookId);
  if (!book || todo.address === null) throw new Problem('not-found', { id });
  depart(db, core, { book, address: todo.address, messageId: todo.messageId });
}
