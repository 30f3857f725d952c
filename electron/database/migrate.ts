import type SQLite from 'better-sqlite3';
import { first } from './migrations/0001-first.ts';

/** Append-only; a migration's position is the version it leads to. */
const migrations: readonly string[] = [first];

export class NewerDatabaseError extends Error {
  constructor(found: number) {
    super(`The database was written by a newer Samband (version ${found}, this one knows ${migrations.length})`);
    this.name = 'NewerDatabaseError';
  }
}

/** Brings the file to the newest version, each step in one transaction with its `user_version`. */
export function migrate(sqlite: SQLite.Database): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  if (version > migrations.length) throw new NewerDatabaseError(version);
  for (const [index, script] of migrations.entries()) {
    if (index < version) continue;
    sqlite
      .transaction(() => {
        sqlite.exec(script);
        sqlite.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}
