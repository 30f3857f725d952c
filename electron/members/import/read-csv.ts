import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';

export interface CsvRow {
  /** The line of the file it begins on, from 1. */
  line: number;
  cells: string[];
}

/** So much is handed to the parser at a time: a few milliseconds of work. */
const SLICE_CHARACTERS = 64_000;

/**
 * The rows of a file as people have it from a spreadsheet or another program: separated by semicolon, comma or tab, quoted or
 * not, with or without a byte order mark. Blank lines are passed over. Gives way to other work between slices.
 */
export async function readCsv(csv: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(csv),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  parser.on('readable', () => {
    for (let record = parser.read(); record !== null; record = parser.read()) {
      // With `info` the parser hands each record over in this shape.
      const { record: cells, info } = record as { record: string[]; info: { lines: number } };
      const breaks = cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      rows.push({ line: info.lines - breaks, cells: cells.map((cell) => cell.trim()) });
    }
  });
  const ended = new Promise<void>((resolve, reject) => parser.once('end', resolve).once('error', reject));
  // Told here too, so that a broken file is an answer to whoever asked and never an unhandled rejection while slices are written.
  let broken: unknown = null;
  ended.catch((error: unknown) => {
    broken = error;
  });
  for (let from = 0; from < csv.length && broken === null; from += SLICE_CHARACTERS) {
    parser.write(csv.slice(from, from + SLICE_CHARACTERS));
    await nextTurn();
  }
  parser.end();
  await ended;
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(csv: string): string {
  const [line = ''] = csv
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((each) => each.trim() !== '');
  const bare = line.replace(/"[^"]*"/g, '');
  const counted = [';', '\t', ','].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}
