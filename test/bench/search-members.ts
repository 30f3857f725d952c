import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { csvOfEveryone, PEOPLE, withSamband } from './a-hundred-thousand.ts';
import { ask } from './ask.ts';
import type { BenchRow } from './row.ts';

/** What somebody types, letter by letter; and digits as they are written nationally. */
const TYPED = ['ö', 'öb', 'öberg', 'anna åk', '070-2', '070-2034', '99999'];
const ROUNDS = 5;

/** Search as one types over 100,000 members, beside counting the same hits with a bare LIKE over names and numbers. */
export function measureSearch(): Promise<BenchRow[]> {
  return withSamband(async (samband, bookId, dataDir) => {
    await ask(samband, 'members.import', { bookId, csv: csvOfEveryone() });
    const bare = new SQLite(join(dataDir, 'samband.sqlite'), { readonly: true });
    const like = bare.prepare(
      "SELECT count(*) FROM member WHERE lower(name) LIKE '%' || ? || '%' OR phone LIKE '%' || ? || '%'",
    );
    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const search of TYPED) {
        ours.push(await timed(async () => void (await ask(samband, 'members.list', { bookId, search, limit: 200 }))));
        raw.push(await timed(async () => void like.get(search, search)));
      }
    }
    bare.close();
    return [
      {
        what: `Search over ${PEOPLE} members, first page and count`,
        ours: `Samband: median ${median(ours).toFixed(1)} ms, slowest ${Math.max(...ours).toFixed(1)} ms`,
        beside: `bare LIKE count: median ${median(raw).toFixed(1)} ms, slowest ${Math.max(...raw).toFixed(1)} ms`,
        ratio: `${(median(ours) / median(raw)).toFixed(2)} times bare`,
      },
    ];
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
