import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ENTRY = join(import.meta.dirname, '..', '..', 'electron', 'headless.ts');
/** Two slow cores under a whole test run. */
const READY_PATIENCE_MS = 30_000;

export interface Headless {
  readonly dataDir: string;
  readonly url: string;
  readonly token: string;
  /** The address to open in a browser. */
  readonly address: string;
  /** What it has said on stderr since its last start. */
  stderr(): string;
  /** One call; answers its value, and throws where it is refused. `side` is the practice one only where it says so. */
  call(name: string, input?: object, side?: 'practice'): Promise<unknown>;
  /** One call, with the whole reply. */
  reply(name: string, input?: object, side?: 'practice'): Promise<{ ok: boolean; value?: unknown; code?: string }>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same folder, after `kill` or `stop`. */
  restart(): Promise<void>;
  /** Kills what runs and takes the folder away. */
  dispose(): Promise<void>;
}

/** Starts the program without a window, as its users do, on a folder of its own. */
export async function startHeadless(options: { modem?: string; dataDir?: string } = {}): Promise<Headless> {
  const parent = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'samband-')) : null;
  const dataDir = options.dataDir ?? join(parent ?? '', 'data');
  let running = await start(dataDir, options.modem ?? 'demo');
  const reply: Headless['reply'] = async (name, input = {}, side) => {
    const answer = await fetch(`${running.url}/api/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.token}`, ...(side ? { 'x-samband': side } : {}) },
      body: JSON.stringify(input),
    });
    return JSON.parse(await answer.text());
  };
  const end = async (signal: NodeJS.Signals) => {
    const { child } = running;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    dataDir,
    get url() {
      return running.url;
    },
    get token() {
      return running.token;
    },
    get address() {
      return `${running.url}/#token=${running.token}`;
    },
    stderr: () => running.stderr(),
    reply,
    async call(name, input, side) {
      const answered = await reply(name, input, side);
      if (!answered.ok) throw new Error(`${name} was refused: ${JSON.stringify(answered)}`);
      return answered.value;
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async restart() {
      running = await start(dataDir, options.modem ?? 'demo');
    },
    async dispose() {
      await end('SIGKILL');
      rmSync(parent ?? dataDir, { recursive: true, force: true });
    },
  };
}

interface Started {
  child: ChildProcess;
  url: string;
  token: string;
  stderr(): string;
}

async function start(dataDir: string, modem: string): Promise<Started> {
  const run = runHeadless(['--data', dataDir, '--modem', modem]);
  const line = await run.firstLine;
  if (line === null) throw new Error(`The program ended before it served:\n${run.stderr()}`);
  const { url, token } = JSON.parse(line);
  return { child: run.child, url, token, stderr: run.stderr };
}

/** Starts it with these arguments, whatever comes of it. `firstLine` is null when it ended without one. */
export function runHeadless(args: readonly string[]) {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  // A test that fails before it disposes of it must not leave it running.
  const takeAlong = () => child.kill('SIGKILL');
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const lines: string[] = [];
  const firstLine = new Promise<string | null>((resolve, reject) => {
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The program did not serve within ${READY_PATIENCE_MS} ms:\n${stderr}`));
    }, READY_PATIENCE_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(patience);
      lines.push(line);
      resolve(line);
    });
    child.once('close', () => {
      clearTimeout(patience);
      resolve(null);
    });
  });
  return { child, firstLine, stdoutLines: () => lines, stderr: () => stderr };
}
