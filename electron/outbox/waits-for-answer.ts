/**
 * SQL: whether the recipient of the `outbox` row at hand may have meant STOPP and nobody has answered it yet. `until` compares
 * the end of the wait, as in `> @at`.
 */
export const mayHaveMeantStop = (until: string) => `EXISTS (
  SELECT 1 FROM todo WHERE todo.book_id = outbox.book_id AND todo.kind = 'near-stop' AND todo.address = outbox.recipient
    AND todo.done_at IS NULL AND todo.hold_until ${until})`;

/** SQL: whether the `outbox` row at hand is a queued broadcast that goes nowhere until a person has answered. */
export const waitsForAnswer = `(outbox.state = 'queued' AND outbox.kind = 'broadcast' AND ${mayHaveMeantStop('> @at')})`;
