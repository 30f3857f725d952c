import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../electron/clock.ts';
import { createSamband, type Samband } from '../../electron/samband.ts';
import { ask, silentLog } from './ask.ts';

export const PEOPLE = 100_000;
const FIRST = ['Anna', 'Åke', 'Birgit', 'Peter', 'Elin', 'Örjan', 'Ärla', 'Nils', 'Kerstin', 'Agneta'];
const LAST = ['Åkesson', 'Öberg', 'Ström', 'Ärlig', 'Wåhlin', 'Dahlström', 'Ek', 'Sjögren', 'Lövgren', 'Björk'];

export const nameOf = (person: number) =>
  `${FIRST[person % FIRST.length]} ${LAST[Math.floor(person / FIRST.length) % LAST.length]} ${person}`;
export const phoneOf = (person: number) => `+4670${String(2_000_000 + person)}`;

export const csvOfEveryone = () =>
  ['Namn;Mobil', ...Array.from({ length: PEOPLE }, (_, person) => `${nameOf(person)};${phoneOf(person)}`)].join('\n');

/** A Samband on an empty folder for the length of `work`. */
export async function withSamband<T>(
  work: (samband: Samband, bookId: number, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  const samband = createSamband({
    dataDir,
    clock: systemClock,
    log: silentLog,
    modem: 'none',
    openPort: () => Promise.reject(new Error('No modem in this bench')),
    listPorts: async () => [],
  });
  try {
    const { id } = await ask(samband, 'books.create', { name: 'Bench' });
    return await work(samband, id, dataDir);
  } finally {
    await samband.stop(0);
    rmSync(dataDir, { recursive: true });
  }
}
