import SQLite from 'better-sqlite3';
import type { Topic } from '../contract/topics.ts';
import { migrate } from './migrate.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

type Prepare = <Args extends unknown[] = unknown[], Row = unknown>(sql: string) => SQLite.Statement<Args, Row>;

/** Store functions that only read take this. Statements are kept, so `prepare` may stand where it is used. */
export type ReadableDb = { readonly prepare: Prepare; readonly [readable]: true };
/** Obtainable only inside `write`, so a change can never be committed unannounced. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

export interface Database {
  readonly read: ReadableDb;
  /**
   * Runs `work` in one immediate transaction and then announces the topics. What throws leaves nothing behind.
   * A function given instead of topics is asked after the commit, for work that knows only then what it changed.
   */
  write<T>(topics: readonly Topic[] | (() => readonly Topic[]), work: (db: WritableDb) => T): T;
  /** Moves what the write-ahead log holds into the file; the log's room on the disk is used again from its beginning. */
  emptyLog(): void;
  close(): void;
}

/** Nothing was written: the disk, or what this user may use of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE';
}

/**
 * Opens or creates the file, brings it to this version, and sets what durability needs (WAL, FULL).
 * Throws `NewerDatabaseError` for a file of a newer Samband.
 */
export function openDatabase(file: string, onChange: (topics: readonly Topic[]) => void): Database {
  const sqlite = new SQLite(file);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    migrate(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const statements = new Map<string, SQLite.Statement>();
  const prepare = (sql: string): SQLite.Statement => {
    const known = statements.get(sql);
    // A statement that is being iterated cannot be run again; the second user gets one of its own.
    if (known && !known.busy) return known;
    const statement = sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  // The brands exist only in the types; this is the one place that gives them out.
  const db = { prepare } as unknown as WritableDb;
  return {
    read: db,
    write(topics, work) {
      if (sqlite.inTransaction) throw new Error('write() does not nest; pass the WritableDb on');
      const result = sqlite.transaction(() => work(db)).immediate();
      onChange(typeof topics === 'function' ? topics() : topics);
      return result;
    },
    emptyLog: () => void sqlite.pragma('wal_checkpoint(RESTART)'),
    close: () => sqlite.close(),
  };
}
