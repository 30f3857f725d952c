import { type Todo, todoKinds } from '../contract/inbound.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';

interface Row extends Omit<Todo, 'kind'> {
  kind: string;
}

/** What is written down as a to-do, and what is one by its state: send-outs held, and texts whose outcome is unknown. */
const TODOS = `
  SELECT 'todo:' || todo.id AS id, todo.kind, todo.book_id AS bookId, todo.created_at AS at,
    coalesce(todo.address, nullif(message.sender, '')) AS address, message.text, todo.message_id AS messageId,
    NULL AS broadcastId, todo.outbox_id AS outboxId, todo.member_id AS memberId,
    CASE todo.kind WHEN 'unreadable' THEN message.reason END AS reason
  FROM todo LEFT JOIN message_in AS message ON message.id = todo.message_id
  WHERE todo.done_at IS NULL
  UNION ALL
  SELECT 'held:' || id, 'held', book_id, created_at, author_address, text, message_id, id, NULL, NULL, held_because
  FROM broadcast WHERE status = 'held'
  UNION ALL
  SELECT 'unknown:' || id, 'unknown', book_id, state_at, recipient, text, message_id, broadcast_id, id, member_id, error
  FROM outbox WHERE state = 'unknown'`;

/** Newest first; of one book, or of all (null). */
export function openTodos(db: ReadableDb, bookId: number | null): Todo[] {
  return db
    .prepare<unknown[], Row>(
      `SELECT open.*, nullif(member.name, '') AS name
       FROM (${TODOS}) AS open
       LEFT JOIN member ON member.book_id = open.bookId AND open.address IN (member.phone, member.email)
       WHERE @bookId IS NULL OR open.bookId IS NULL OR open.bookId = @bookId
       ORDER BY open.at DESC, open.id DESC`,
    )
    .all({ bookId })
    .flatMap((row) => {
      const kind = todoKinds.find((known) => known === row.kind);
      return kind ? [{ ...row, kind }] : [];
    });
}

export interface StoredTodo {
  id: number;
  kind: string;
  bookId: number | null;
  address: string | null;
  messageId: number | null;
}

export function openTodo(db: ReadableDb, id: number): StoredTodo | null {
  return (
    db
      .prepare<[number], StoredTodo>(
        'SELECT id, kind, book_id AS bookId, address, message_id AS messageId FROM todo WHERE id = ? AND done_at IS NULL',
      )
      .get(id) ?? null
  );
}

export function finishTodo(db: WritableDb, id: number, answer: string, at: number): void {
  db.prepare('UPDATE todo SET done_at = ?, answer = ? WHERE id = ? AND done_at IS NULL').run(at, answer, id);
}
