import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import { type Headless, runHeadless, startHeadless } from './support/headless.ts';

/** Runs it to its end, which must come by itself. */
async function refusal(...args: string[]) {
  const run = runHeadless(args);
  const [exitCode] = run.child.exitCode === null ? await once(run.child, 'close') : [run.child.exitCode];
  return { exitCode, stdout: run.stdoutLines(), stderr: run.stderr() };
}

describe('the program without a window', () => {
  let program: Headless;
  before(async () => {
    program = await startHeadless();
  });
  after(() => program.dispose());

  it('serves on the loopback address and says where in one line', () => {
    assert.match(program.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.ok(program.token.length >= 32);
  });

  it('keeps everything in a folder that is its owner’s alone', () => {
    assert.equal(statSync(program.dataDir).mode & 0o777, 0o700);
    for (const file of [
      'samband.sqlite',
      'lock.sqlite',
      'address.key',
      'secrets.key',
      'running.json',
      'logs/samband.log',
    ]) {
      assert.equal(statSync(join(program.dataDir, file)).mode & 0o077, 0, file);
    }
    assert.doesNotMatch(readFileSync(join(program.dataDir, 'logs', 'samband.log'), 'utf8'), new RegExp(program.token));
  });

  it('answers calls, and knows the ones it has not', async () => {
    assert.deepEqual(await program.call('books.list'), []);
    assert.equal((await program.reply('books.burn')).code, 'unknown-call');
    assert.equal((await program.reply('books.create', { name: 'A', colour: 'red' })).code, 'invalid-input');
  });

  it('lets no second process have the folder, and says who has it', async () => {
    const { exitCode, stdout, stderr } = await refusal('--data', program.dataDir, '--modem', 'demo');
    assert.equal(exitCode, 3);
    assert.deepEqual(stdout, []);
    assert.equal(stderr.trim().split('\n').length, 1);
    assert.ok(stderr.includes(program.url), stderr);
    assert.deepEqual(await program.call('books.list'), []);
  });

  it('loses nothing when it is killed, and stops in order when it is asked to', async () => {
    await program.call('books.create', { name: 'Rödd IF' });
    await program.kill();
    await program.restart();
    const books = await program.call('books.list');
    assert.ok(Array.isArray(books));
    assert.equal(books[0]?.name, 'Rödd IF');

    const asked = performance.now();
    assert.equal(await program.stop(), 0);
    assert.ok(performance.now() - asked < 5000);
    assert.equal(existsSync(join(program.dataDir, 'running.json')), false);
    await program.restart();
  });
});

it('stops when npm is asked to stop, and another start then gets the folder', {
  skip: process.platform === 'win32',
}, async () => {
  const root = mkdtempSync(join(tmpdir(), 'samband-npm-'));
  const dataDir = join(root, 'data');
  // As npm does it: a shell that does not pass the signal on.
  const entry = join(import.meta.dirname, '..', 'electron', 'headless.ts');
  const script = `"${process.execPath}" "${entry}" --data "${dataDir}" --modem none; true`;
  const shell = spawn('sh', ['-c', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, npm_lifecycle_event: 'headless' },
  });
  await once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  await once(shell, 'exit');
  const next = await startHeadless({ modem: 'none', dataDir });
  assert.deepEqual(await next.call('books.list'), []);
  await next.dispose();
  rmSync(root, { recursive: true, force: true });
});

describe('a start that cannot be', () => {
  const root = mkdtempSync(join(tmpdir(), 'samband-refused-'));
  after(() => rmSync(root, { recursive: true, force: true }));

  it('ends with 2 and one line for arguments that cannot be meant', async () => {
    const { exitCode, stdout, stderr } = await refusal('--data', join(root, 'a'), '--prot', '1');
    assert.equal(exitCode, 2);
    assert.deepEqual(stdout, []);
    assert.match(stderr, /^[^\n]*--prot[^\n]*Known: --data DIR[^\n]*\n$/);
    assert.equal(existsSync(join(root, 'a')), false);
  });

  it('ends with 3 for a folder that a newer Samband wrote, which is left as it is', async () => {
    const dataDir = join(root, 'newer');
    mkdirSync(dataDir);
    const newer = new SQLite(join(dataDir, 'samband.sqlite'));
    newer.pragma('user_version = 9999');
    newer.close();
    const { exitCode, stderr } = await refusal('--data', dataDir, '--modem', 'none');
    assert.equal(exitCode, 3);
    assert.match(stderr, /^[^\n]*newer Samband[^\n]*\n$/);
  });

  it('ends with 3 for the practice modem on a folder with a real book', async () => {
    const real = await startHeadless({ modem: 'none', dataDir: join(root, 'real') });
    await real.call('books.create', { name: 'Rödd IF' });
    await real.stop();
    const { exitCode, stderr } = await refusal('--data', join(root, 'real'), '--modem', 'demo');
    assert.equal(exitCode, 3);
    assert.match(stderr, /^[^\n]*real book[^\n]*\n$/);
  });

  it('ends with 2 for a port that is taken', async () => {
    const first = await startHeadless({ modem: 'none', dataDir: join(root, 'first') });
    const { port } = new URL(first.url);
    const { exitCode, stderr } = await refusal('--data', join(root, 'second'), '--modem', 'none', '--port', port);
    await first.dispose();
    assert.equal(exitCode, 2);
    assert.match(stderr, new RegExp(`port[^\\n]*${port}`));
  });
});
