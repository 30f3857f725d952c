import { parseArgs } from 'node:util';
import { defaultDataDir } from './data-folder.ts';

export interface Arguments {
  dataDir: string;
  /** `auto` finds a modem, `demo` is the practice modem, `none` is none; anything else is the path of a port. */
  modem: string;
  /** 0 takes any that is free. */
  port: number;
}

/** What was typed cannot be meant; the message says what can. */
export class UsageError extends Error {
  constructor(problem: string) {
    super(`${problem}. Known: --data DIR --modem PATH|demo|auto|none --port N`);
    this.name = 'UsageError';
  }
}

/** Reads what stands after the program's name. Throws `UsageError`. */
export function parseArguments(argv: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Arguments {
  const { data, modem = 'auto', port = '0' } = read(argv);
  if (data === '') throw new UsageError('--data wants a folder');
  if (modem === '') throw new UsageError('--modem wants a port, demo, auto or none');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError(`--port ${port} is no port`);
  return { dataDir: data ?? defaultDataDir(env, platform), modem, port: Number(port) };
}

function read(argv: readonly string[]) {
  try {
    const options = { data: { type: 'string' }, modem: { type: 'string' }, port: { type: 'string' } } as const;
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    // Node's sentence goes on with advice about `--`, which helps nobody here.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}
