import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDatabase } from '../../electron/database/database.ts';
import { csvOfEveryone, nameOf, PEOPLE, phoneOf, withSamband } from './a-hundred-thousand.ts';
import { ask } from './ask.ts';
import type { BenchRow } from './row.ts';

/** An import of 100,000 rows beside the same rows inserted raw, in one transaction, into the same schema with its triggers. */
export async function measureImport(): Promise<BenchRow[]> {
  const raw = rawInserts();
  const { took, longest } = await throughTheDoor();
  return [
    {
      what: `Import of ${PEOPLE} rows`,
      ours: `Samband: ${took.toFixed(0)} ms; the line waited ${longest.toFixed(0)} ms at most`,
      beside: `raw inserts into the same schema: ${raw.toFixed(0)} ms`,
      ratio: `${(took / raw).toFixed(2)} times raw`,
    },
  ];
}

function rawInserts(): number {
  const folder = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  const database = openDatabase(join(folder, 'raw.sqlite'), () => {});
  try {
    return database.write([], (db) => {
      db.prepare("INSERT INTO book (name, header, footer, created_at) VALUES ('Bench', '', '', 0)").run();
      const insert = db.prepare<[string, string, string, string, string]>(
        `INSERT INTO member (book_id, name, phone, phone_key, status, joined_at, joined_by, sort_key, search)
         VALUES (1, ?, ?, ?, 'active', 0, 'import', ?, ?)`,
      );
      const start = performance.now();
      for (let person = 0; person < PEOPLE; person += 1) {
        const name = nameOf(person);
        const phone = phoneOf(person);
        insert.run(name, phone, phone.padStart(64, '0'), name.toLowerCase(), `${name.toLowerCase()} ${phone}`);
      }
      return performance.now() - start;
    });
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

function throughTheDoor(): Promise<{ took: number; longest: number }> {
  return withSamband(async (samband, bookId) => {
    const csv = csvOfEveryone();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    const { added } = await ask(samband, 'members.import', { bookId, csv });
    const took = performance.now() - start;
    delay.disable();
    if (added !== PEOPLE) throw new Error(`Only ${added} of ${PEOPLE} came in`);
    return { took, longest: delay.max / 1e6 };
  });
}
