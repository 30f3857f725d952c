import type { Handlers, Output } from '../contract/index.ts';
import type { Core } from '../core.ts';
import { readSetting } from '../settings/settings-store.ts';

interface LogRow {
  id: number;
  at: number;
  kind: string;
  book_id: number | null;
  reason: string | null;
  detail: string;
  address: string | null;
  name: string | null;
  text: string | null;
}

/** People are only ids in the events; who that is now, and the words, are looked up when somebody reads. */
const LOG = `
  SELECT event.id, event.at, event.kind, event.book_id, event.reason, event.detail,
    coalesce(nullif(message.sender, ''), outbox.recipient, member.phone, member.email, broadcast.author_address) AS address,
    coalesce(nullif(member.name, ''), user.name) AS name,
    coalesce(message.text, broadcast.text, outbox.text) AS text
  FROM event
  LEFT JOIN message_in AS message ON message.id = event.message_id
  LEFT JOIN outbox ON outbox.id = event.outbox_id
  LEFT JOIN member ON member.id = event.member_id
  LEFT JOIN broadcast ON broadcast.id = event.broadcast_id
  LEFT JOIN user ON user.id = event.user_id
  WHERE (@bookId IS NULL OR event.book_id = @bookId) AND (@kind IS NULL OR event.kind = @kind) AND (@before IS NULL OR event.id < @before)
  ORDER BY event.id DESC LIMIT @limit`;

const counted = (detail: string): { count?: number } => {
  const { count } = JSON.parse(detail) as { count?: unknown }; // written by recordEvent, which takes counts and codes only
  return typeof count === 'number' ? { count } : {};
};

interface LogArgs {
  bookId: number | null;
  kind: string | null;
  before: number | null;
  limit: number;
}

export function logHandlers({ database }: Core): Pick<Handlers, 'log.list' | 'log.whileAway'> {
  return {
    'log.list': ({ bookId, kind, limit, before }) =>
      database.read
        .prepare<[LogArgs], LogRow>(LOG)
        .all({ bookId: bookId ?? null, kind: kind ?? null, before: before ?? null, limit })
        .map((row) => ({
          id: row.id,
          at: row.at,
          kind: row.kind,
          bookId: row.book_id,
          address: row.address,
          name: row.name,
          ...(row.text === null ? {} : { text: row.text }),
          ...(row.reason === null ? {} : { reason: row.reason }),
          ...counted(row.detail),
        })),

    'log.whileAway': ({ bookId }) => {
      const from = readSetting(database.read, 'awayFrom');
      const to = readSetting(database.read, 'awayTo');
      if (to === 0) return null;
      return { from, to, ...judgedAfter(bookId, from, to) };
    },
  };

  /** Texts that were sent while nobody was there to read them, by what became of them. */
  function judgedAfter(
    bookId: number,
    from: number,
    to: number,
  ): Omit<NonNullable<Output<'log.whileAway'>>, 'from' | 'to'> {
    const rows = database.read
      .prepare<[number, number, number, number], { decision: string; count: number }>(
        `SELECT decision, count(*) AS count FROM message_in
         WHERE book_id = ? AND state = 'decided' AND received_at >= ? AND sent_at BETWEEN ? AND ? GROUP BY decision`,
      )
      .all(bookId, to, from, to);
    const of = (decision: string) => rows.find((row) => row.decision === decision)?.count ?? 0;
    return {
      joined: of('joined'),
      pending: of('pending'),
      left: of('left'),
      forwarded: of('forwarded') + of('inbox-only'),
      held: of('held'),
    };
  }
}
