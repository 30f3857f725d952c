import { measureImport } from './import-rows.ts';
import { measureLinePace } from './line-pace.ts';
import type { BenchRow } from './row.ts';
import { measureSearch } from './search-members.ts';

/**
 * `npm run bench`: every figure stands beside another of the same run (the modem's own pace, raw SQLite), for the machine's speed
 * says nothing about the program.
 */
const rows: BenchRow[] = [];
for (const measure of [measureLinePace, measureImport, measureSearch]) {
  for (const row of await measure()) {
    rows.push(row);
    process.stdout.write(`${row.what}\n  ${row.ours}\n  ${row.beside}\n  ${row.ratio}\n`);
  }
}
process.stdout.write(`${JSON.stringify(rows)}\n`);
