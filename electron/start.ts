/**
 * `npm start`: shows Samband in the best way this machine has (see decide-shell.ts), or brings forward the one that
 * already runs on the data folder. Takes the arguments of the headless program.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import open from 'open';
import { type Arguments, parseArguments } from './arguments.ts';
import { pause, systemClock } from './clock.ts';
import { type Running, whoHas } from './data-folder.ts';
import { decideShell, hasScreen, type Shell } from './decide-shell.ts';
import { findChromium } from './find-browser.ts';
import { downloadElectron, findElectron } from './find-electron.ts';
import { addressOf, isServed } from './running.ts';
import { serveSamband } from './serve.ts';
import { exitCodeOf } from './start-problems.ts';
import { startWords } from './start-words.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** A window that ends sooner, and badly, never opened: a library is missing, or the system forbids its sandbox. */
const WINDOW_OPENS_MS = 5000;
/** A browser that ends sooner, and badly, has no screen to draw on. */
const BROWSER_OPENS_MS = 1500;
/** How long another start, seen in the middle of its own beginning, may take to say where it is. */
const ANNOUNCE_PATIENCE_MS = 10_000;

const root = dirname(import.meta.dirname);
const words = startWords(Intl.DateTimeFormat().resolvedOptions().locale);
const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<number | null> {
  const argv = process.argv.slice(2);
  const options = parseArguments(argv, process.env, process.platform);
  const shell = decideShell(lookAround());
  const holder = await settledHolder(options.dataDir);
  if (shell.kind === 'window' && !(holder !== 'free' && isServed(holder))) {
    // A second window finds the first by itself and brings it forward.
    const exitCode = await runWindow(shell.program, argv);
    if (exitCode !== null) return exitCode;
    complain(words.windowFailed);
    return serve(options, decideShell({ ...lookAround(), electron: null }));
  }
  if (holder === 'free') return serve(options, shell);
  if (!isServed(holder)) {
    say(words.runsElsewhere);
    return 3;
  }
  say(words.runsAlready(holder.url));
  await show(shell, await addressOf(holder), holder);
  return 0;
}

function lookAround() {
  const { env, platform } = process;
  if (hasScreen({ platform, env }) && findElectron(root, env) === null) {
    downloadElectron(root, () => say(words.fetchingWindow));
  }
  return { electron: findElectron(root, env), chromium: findChromium(env, platform), platform, env };
}

/** Answers the exit code, or null when no window came up. */
async function runWindow(program: string, argv: readonly string[]): Promise<number | null> {
  const built = spawnSync(process.execPath, [join(root, 'electron', 'bootstrap.mjs'), '--program'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) return null;
  say(words.inWindow);
  const startedAt = Date.now();
  const child = spawn(program, [root, ...argv], { stdio: 'inherit' });
  // Ctrl-C reaches the window as well; it ends in order, and we after it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const exitCode: unknown = await once(child, 'exit').then(
    ([code]) => code,
    () => 1,
  );
  if (exitCode !== 0 && Date.now() - startedAt < WINDOW_OPENS_MS) return null;
  return typeof exitCode === 'number' ? exitCode : 1;
}

/** Serves until a signal; null, since it goes on after this returns. */
async function serve(options: Arguments, shell: Shell): Promise<null> {
  const served = await serveSamband(options, () => {});
  stopOnSignals(served, complain);
  const practice = (await served.beginsWithPractice()) ? '&practice' : '';
  await show(shell, `${served.url}/#ticket=${served.issueTicket()}${practice}`, served, practice);
  say(words.howToStop);
  return null;
}

/** Opens the address, and says where it did; where nothing opens, prints one that can be used at any time. */
async function show(shell: Shell, address: string, { url, token }: { url: string; token: string }, hint = '') {
  if (shell.kind === 'app' && (await opensAsApp(shell.program, address))) say(words.inApp(url));
  else if (shell.kind === 'browser' && (await opensInBrowser(address))) say(words.inBrowser(url));
  else say(`${shell.kind === 'address' ? words.noScreen : words.nothingOpened}\n${url}/#token=${token}${hint}`);
}

async function opensAsApp(program: string, address: string): Promise<boolean> {
  // Chromium refuses to run its sandbox as root; there it shows our own pages only.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [`--app=${address}`, ...asRoot], { detached: true, stdio: 'ignore' });
  child.unref();
  const ended = once(child, 'exit').then(
    // One that hands the address to the browser already open ends at once too, and well.
    ([code]) => code === 0,
    () => false,
  );
  return Promise.race([ended, pause(systemClock, BROWSER_OPENS_MS).then(() => true)]);
}

function opensInBrowser(address: string): Promise<boolean> {
  return open(address).then(
    () => true,
    () => false,
  );
}

/** Another start may have taken the folder a moment ago and not said yet where it serves. */
async function settledHolder(dataDir: string): Promise<'free' | Running | null> {
  for (let waited = 0; waited < ANNOUNCE_PATIENCE_MS; waited += 200) {
    const holder = whoHas(dataDir);
    if (holder !== null) return holder;
    await pause(systemClock, 200);
  }
  return null;
}

try {
  // What is made in the folder holds addresses and texts: it is its owner's alone.
  process.umask(0o077);
  const exitCode = await main();
  if (exitCode !== null) process.exit(exitCode);
} catch (error) {
  const known = exitCodeOf(error);
  if (known === null) throw error;
  complain(known.sentence);
  process.exit(known.exitCode);
}
