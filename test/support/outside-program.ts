import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a program lies, null where it is not installed; for tests that are skipped by name without it. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const ENVIRONMENT = { ...process.env, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' };

/** Runs a program to its end; rejects with what it said when it fails or takes longer than `ms`. */
export function runProgram(path: string, parameters: string[], ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, parameters, { timeout: ms, killSignal: 'SIGKILL', env: ENVIRONMENT }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${path} ${parameters.join(' ')}: ${error.message}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

/** Starts a program that runs until `stop`: SIGTERM, and after five seconds SIGKILL to it and what it has started. */
export function startProgram(
  path: string,
  parameters: string[],
): { process: ChildProcessWithoutNullStreams; stop(signal?: NodeJS.Signals): Promise<void> } {
  // A process group of its own, so that its children end with it.
  const child = spawn(path, parameters, { env: ENVIRONMENT, detached: true });
  const killGroup = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  // Unread output would fill its pipe and stop the program.
  child.stderr.resume();
  const ended = once(child, 'exit');
  return {
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const calledOff = new AbortController();
      const late = sleep(5000, 'late', { signal: calledOff.signal }).catch(() => 'called off');
      if ((await Promise.race([ended, late])) === 'late') killGroup();
      calledOff.abort();
      await ended;
    },
  };
}

/** Waits for what another process does; `read` gives null until it is done. Rejects after `ms`, naming `what`. */
export async function until<T>(what: string, ms: number, read: () => T | null): Promise<T> {
  const started = Date.now();
  for (;;) {
    const value = read();
    if (value !== null) return value;
    if (Date.now() - started > ms) throw new Error(`Not within ${ms} ms: ${what}`);
    await sleep(20);
  }
}
