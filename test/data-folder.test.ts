import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { acquireDataFolder, DataFolderError, defaultDataDir } from '../electron/data-folder.ts';

/** Takes the folder in a process of its own and says so; lives until it is killed. */
async function otherProcess(dir: string) {
  const script = `
    import { acquireDataFolder } from ${JSON.stringify(new URL('../electron/data-folder.ts', import.meta.url).href)};
    acquireDataFolder(${JSON.stringify(dir)}).announce({ url: 'http://127.0.0.1:4711', token: 'secret' });
    process.stdout.write('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('the data folder', () => {
  let root: string;
  let dir: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'samband-folder-'));
    dir = join(root, 'deep', 'data');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is created for its owner alone', () => {
    acquireDataFolder(dir).release();
    assert.equal(statSync(dir).mode & 0o777, 0o700);
  });

  it('belongs to one process at a time, and the second is told where the first is', async () => {
    const other = await otherProcess(dir);
    try {
      assert.throws(
        () => acquireDataFolder(dir),
        (error: unknown) => {
          assert.ok(error instanceof DataFolderError);
          assert.equal(error.code, 'folder-in-use');
          assert.equal(error.running?.url, 'http://127.0.0.1:4711');
          assert.equal(error.running?.token, 'secret');
          assert.match(error.message, /4711/);
          return true;
        },
      );
    } finally {
      await other.kill();
    }
  });

  it('is free again when the process that had it was killed', async () => {
    const other = await otherProcess(dir);
    await other.kill();
    acquireDataFolder(dir).release();
  });

  it('cannot be taken twice by one process either', () => {
    const first = acquireDataFolder(dir);
    assert.throws(() => acquireDataFolder(dir), { code: 'folder-in-use' });
    first.release();
    acquireDataFolder(dir).release();
  });

  it('keeps what it announces from others, and takes it back', () => {
    const folder = acquireDataFolder(dir);
    folder.announce({ url: 'http://127.0.0.1:1', token: 't' });
    const file = join(dir, 'running.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid);
    folder.release();
    assert.equal(existsSync(file), false);
  });

  it('says so when it cannot be made', () => {
    writeFileSync(join(root, 'deep'), 'a file where a folder should be');
    assert.throws(() => acquireDataFolder(dir), { code: 'folder-unusable' });
  });
});

it('follows the custom of each system', () => {
  const cases: [NodeJS.Platform, NodeJS.ProcessEnv, string][] = [
    ['linux', {}, '/home/eva/.local/share/samband'],
    ['linux', { XDG_DATA_HOME: '/srv/eva' }, '/srv/eva/samband'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/eva/.local/share/samband'],
    ['darwin', {}, '/home/eva/Library/Application Support/Samband'],
    ['win32', { LOCALAPPDATA: '/c/local' }, '/c/local/Samband'],
  ];
  for (const [platform, env, expected] of cases) assert.equal(defaultDataDir(env, platform, '/home/eva'), expected);
});
