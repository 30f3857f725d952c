import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.ts';

/**
 * What the program tells whoever looks after it. No message text, no names, of a number the last four digits at most:
 * the file is what a secretary sends to support.
 */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  /** `cause` is written with its stack. */
  error(text: string, cause?: unknown): void;
}

const LARGEST_FILE_BYTES = 1_000_000;

/**
 * A log in `folder`/samband.log, which is made where it is missing; the file before it is kept as samband.1.log.
 * `echo` gets each line too (the headless host prints it on stderr). A full disk never stops the program: then the line
 * goes to `echo` alone.
 */
export function openLog(folder: string, clock: Clock, echo: (line: string) => void): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'samband.log');
  const write = (level: string, text: string) => {
    const line = `${new Date(clock.now()).toISOString()} ${level} ${text}\n`;
    echo(line);
    try {
      if (sizeOf(file) > LARGEST_FILE_BYTES) renameSync(file, join(folder, 'samband.1.log'));
      appendFileSync(file, line, { mode: 0o600 });
    } catch (error) {
      echo(`The log could not be written: ${String(error)}\n`);
    }
  };
  return {
    info: (text) => write('info', text),
    warn: (text) => write('warn', text),
    error: (text, cause) => write('error', cause === undefined ? text : `${text}: ${stackOf(cause)}`),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
