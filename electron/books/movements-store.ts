import type { Output } from '../contract/index.ts';
import type { ReadableDb } from '../database/database.ts';

type Movements = Output<'books.movements'>;

/**
 * How many joined and left in each of the last `months` months, local time, newest last. Who joined is counted from the members
 * there are and from those whose departure tells that they had been; who left from the departures of members.
 */
export function movementsOf(db: ReadableDb, bookId: number, months: number, now: number): Movements {
  const first = new Date(now);
  const counted = Array.from({ length: months }, (_, back) => {
    const month = new Date(first.getFullYear(), first.getMonth() - (months - 1 - back), 1);
    return { start: month.getTime(), month: name(month), joined: 0, left: 0 };
  });
  const since = counted[0]?.start ?? now;
  const tally = (what: 'joined' | 'left', sql: string) => {
    for (const { at, count } of db.prepare<[number, number], { at: number; count: number }>(sql).all(bookId, since)) {
      const month = counted.findLast(({ start }) => start <= at);
      if (month) month[what] += count;
    }
  };
  // By the day: a hundred thousand people are then a few hundred rows.
  tally(
    'joined',
    `SELECT min(joined_at) AS at, count(*) AS count FROM member
     WHERE book_id = ? AND joined_at >= ? AND coalesce(status_before, status) <> 'pending'
     GROUP BY date(joined_at / 1000, 'unixepoch', 'localtime')`,
  );
  tally(
    'left',
    `SELECT min(at) AS at, count(*) AS count FROM departure
     WHERE book_id = ? AND at >= ? AND was_active = 1 AND inherited_from IS NULL
     GROUP BY date(at / 1000, 'unixepoch', 'localtime')`,
  );
  return counted.map(({ month, joined, left }) => ({ month, joined, left }));
}

function name(month: Date): string {
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}
