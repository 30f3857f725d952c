/**
 * Makes a checkout ready to run: the dependencies of the lock file, and the built pages. Runs before every npm script
 * of ours, on whatever Node the machine has (18 or newer), so it is plain JavaScript and imports nothing of ours or npm's.
 *
 * Writes to stderr only: the first line on stdout belongs to the program it prepares.
 *
 *     node electron/bootstrap.mjs              exit code 0, or 1 with a sentence saying what to do
 *     node electron/bootstrap.mjs --no-pages   the dependencies only
 *     node electron/bootstrap.mjs --program    the bundle for the window too
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Node strips types by itself, without a flag, from here on. */
const OLDEST_NODE = [22, 18];
const LOCK_PATIENCE_MS = 10 * 60_000;

const say = (text) => process.stderr.write(`${text}\n`);

/** SHA-256 over names and contents, so that a renamed file counts as a change. `paths` are files or folders under `root`. */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const names = tryReadFolder(full);
    if (names === null) hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    else for (const name of names.sort()) add(`${path}/${name}`);
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

function tryReadFolder(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** `v22.18.0` → true, `v22.17.1` → false. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** The Node that npm scripts get: the one among the dependencies where this platform has one, else the machine's. */
export function nodeOf(root, platform = process.platform, arch = process.arch) {
  const folder = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const own = join(root, 'node_modules', folder, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * The steps of a checkout. A step is due while the file `stamp` does not hold `wanted`, or `product` is missing;
 * the stamp is written last, so that a step cut short is done again.
 */
export function stepsOf(root) {
  return {
    install: {
      title: 'Installing what Samband is built from (once, about half a minute)',
      stamp: join(root, 'node_modules', '.samband-lock-hash'),
      wanted: () => hashOf(root, ['package-lock.json']),
      product: join(root, 'node_modules'),
      run: () =>
        spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--prefer-offline'], {
          cwd: root,
          stdio: ['ignore', 2, 2],
          // npm is a .cmd on Windows, which only a shell starts.
          shell: process.platform === 'win32',
        }),
    },
    pages: {
      title: 'Building the pages',
      stamp: join(root, 'build', 'pages-hash'),
      wanted: () => hashOf(root, ['renderer', 'electron/contract', 'vite.config.ts', 'package-lock.json']),
      product: join(root, 'dist', 'renderer', 'index.html'),
      run: () =>
        spawnSync(nodeOf(root), [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
          cwd: root,
          stdio: ['ignore', 2, 2],
        }),
    },
    program: {
      title: 'Building the window',
      stamp: join(root, 'build', 'program-hash'),
      wanted: () => hashOf(root, ['electron', 'tsconfig.json', 'package.json', 'package-lock.json']),
      product: join(root, 'dist', 'main', 'index.js'),
      run: () =>
        spawnSync('npm', ['run', 'bundle'], {
          cwd: root,
          stdio: ['ignore', 2, 2],
          shell: process.platform === 'win32',
        }),
    },
  };
}

export function isDue(step) {
  if (!existsSync(step.product) || !existsSync(step.stamp)) return true;
  return readFileSync(step.stamp, 'utf8') !== step.wanted();
}

/** Does a step that is due; false when it failed. Two starts at once: the second waits, and then finds it done. */
export function settle(root, step) {
  if (!isDue(step)) return true;
  const release = takeTurn(join(root, 'build', 'bootstrap-turn'));
  try {
    if (!isDue(step)) return true;
    const wanted = step.wanted();
    say(`${step.title} …`);
    const { status, error } = step.run();
    if (error) say(String(error.message));
    if (status !== 0) return false;
    mkdirSync(dirname(step.stamp), { recursive: true });
    writeFileSync(step.stamp, wanted);
    return true;
  } finally {
    release();
  }
}

/** A folder is the lock, as making one is atomic everywhere; one left by a process that is gone is taken over. */
function takeTurn(folder) {
  const holder = join(folder, 'pid');
  mkdirSync(dirname(folder), { recursive: true });
  for (const patience = Date.now() + LOCK_PATIENCE_MS; ; ) {
    try {
      mkdirSync(folder);
      writeFileSync(holder, String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(holder) || Date.now() > patience) rmSync(folder, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function isAbandoned(holder) {
  // A holder without its number yet has just been made; its process writes the number at once.
  const pid = existsSync(holder) ? Number(readFileSync(holder, 'utf8')) : 0;
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const { install, pages, program } = stepsOf(root);
  if (!settle(root, install)) {
    say('The dependencies could not be installed; the lines above say why. Is this computer online? Then try again.');
    return 1;
  }
  const node = nodeOf(root);
  const version =
    node === process.execPath ? process.version : spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout;
  if (!isNewEnough(version ?? '')) {
    say(`Samband needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${version || 'none'}.`);
    say('Install the version marked LTS from https://nodejs.org and try again.');
    return 1;
  }
  if (!process.argv.includes('--no-pages') && !settle(root, pages)) {
    say('The pages could not be built; the lines above say why.');
    return 1;
  }
  if (process.argv.includes('--program') && !settle(root, program)) {
    say('The window could not be built; the lines above say why.');
    return 1;
  }
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main();
