import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { z } from 'zod';
import { type Clock, pause } from './clock.ts';

/** Where a running Samband can be reached; `token` opens it. */
const running = z.object({ pid: z.int(), url: z.string(), token: z.string() });
export type Running = z.output<typeof running>;

export interface DataFolder {
  readonly dir: string;
  /** Tells a second start where to find this one. */
  announce(where: { url: string; token: string }): void;
  /** Takes back what was announced: this process is ending, and whoever comes next may wait for the folder. */
  withdraw(): void;
  /** Lets the folder go; what was announced is taken back. */
  release(): void;
}

export class DataFolderError extends Error {
  readonly code: 'folder-in-use' | 'folder-unusable';
  /** Of the process that has the folder, where it has said so. */
  readonly running: Running | null;

  constructor(code: DataFolderError['code'], message: string, found: Running | null = null) {
    super(message);
    this.name = 'DataFolderError';
    this.code = code;
    this.running = found;
  }
}

/** The folder used when none is given, by each system's custom. On Windows the one that does not roam: a live database must not. */
export function defaultDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string = homedir()): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Samband');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Samband');
  const data = env.XDG_DATA_HOME;
  // The XDG specification tells programs to ignore a path that is not absolute.
  return join(data?.startsWith('/') ? data : join(home, '.local', 'share'), 'samband');
}

/**
 * Takes `dir` for this process, creating it with mode 0700. Throws `DataFolderError`: `folder-in-use` when another
 * process has it, `folder-unusable` when it cannot be created or written.
 *
 * The lock is an open exclusive transaction on a database of its own, so it dies with the process however it ends.
 * Nothing may open `lock.sqlite` in any other way: on POSIX systems a process loses its lock on a file when it closes
 * any handle to it.
 */
export function acquireDataFolder(dir: string): DataFolder {
  const announced = join(dir, 'running.json');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DataFolderError('folder-unusable', `The data folder ${dir} cannot be used: ${reasonOf(error)}`);
  }
  const lock = lockIn(dir, announced);
  rmSync(announced, { force: true });
  return {
    dir,
    announce({ url, token }) {
      // Renamed into place: a second start must never read half of it.
      const draft = `${announced}.draft`;
      writeFileSync(draft, JSON.stringify({ pid: process.pid, url, token } satisfies Running), { mode: 0o600 });
      renameSync(draft, announced);
    },
    withdraw: () => rmSync(announced, { force: true }),
    release() {
      rmSync(announced, { force: true });
      lock.close();
    },
  };
}

/** An orphan notices within a moment that it is one (see stop-on-signals.ts), and then withdraws. */
const NOTICE_MS = 1000;
/** What is ending ends within five seconds. */
const ENDING_MS = 6000;

/**
 * `acquireDataFolder` for a start that may follow on the heels of a stop: waits for a process that is ending, and a
 * moment for one that is about to notice that it should.
 */
export async function takeDataFolder(dir: string, clock: Clock): Promise<DataFolder> {
  for (let waited = 0; ; waited += 100) {
    try {
      return acquireDataFolder(dir);
    } catch (error) {
      if (!(error instanceof DataFolderError) || error.code !== 'folder-in-use') throw error;
      if (waited >= (error.running === null ? ENDING_MS : NOTICE_MS)) throw error;
    }
    await pause(clock, 100);
  }
}

/** Who has the folder: `free`, or what is known of the process that has it (null where it has not said). */
export function whoHas(dir: string): 'free' | Running | null {
  try {
    acquireDataFolder(dir).release();
    return 'free';
  } catch (error) {
    if (error instanceof DataFolderError && error.code === 'folder-in-use') return error.running;
    throw error;
  }
}

function lockIn(dir: string, announced: string): SQLite.Database {
  let lock: SQLite.Database | null = null;
  try {
    lock = new SQLite(join(dir, 'lock.sqlite'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      const found = readRunning(announced);
      const where = found ? `: ${found.url} (process ${found.pid})` : '';
      throw new DataFolderError('folder-in-use', `The data folder ${dir} is in use by another Samband${where}`, found);
    }
    throw new DataFolderError('folder-unusable', `The data folder ${dir} cannot be used: ${reasonOf(error)}`);
  }
}

function readRunning(announced: string): Running | null {
  try {
    return running.parse(JSON.parse(readFileSync(announced, 'utf8')));
  } catch {
    // Not announced yet, or by a version that wrote it otherwise: the folder is in use all the same.
    return null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
