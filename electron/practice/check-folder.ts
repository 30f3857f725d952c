import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import { readSetting, writeSetting } from '../settings/settings-store.ts';

/**
 * Keeps practice and real apart for ever: a folder is marked as practice the first time the practice modem opens it, which it
 * may only while nothing real was ever in it; and no real modem opens a practice folder. Throws `Problem('not-practice')` for
 * a real folder and `Problem('practice-only')` for a practice one.
 */
export function checkFolder({ database }: Core, modem: string): void {
  const practice = readSetting(database.read, 'practice');
  if (modem !== 'demo') {
    if (practice && modem !== 'none') throw new Problem('practice-only');
    return;
  }
  if (practice) return;
  const used = database.read
    .prepare<[], { used: number }>(
      'SELECT EXISTS (SELECT 1 FROM book) OR EXISTS (SELECT 1 FROM line) OR EXISTS (SELECT 1 FROM member) AS used',
    )
    .get();
  if (used?.used === 1) throw new Problem('not-practice');
  database.write(['settings'], (db) => writeSetting(db, 'practice', true));
}
