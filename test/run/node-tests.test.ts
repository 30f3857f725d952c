import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';

/** In a process of its own: a test runner does not run inside another. */
function count(files: Record<string, string>, patienceMs = 20_000) {
  const root = mkdtempSync(join(tmpdir(), 'samband-counted-'));
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, name), source);
  const module = JSON.stringify(new URL('./node-tests.ts', import.meta.url).href);
  const script = `import { runNodeTests } from ${module};
    const outcome = await runNodeTests(${JSON.stringify(root)}, ['*.test.mjs'], ${patienceMs});
    process.stdout.write(JSON.stringify(outcome));`;
  writeFileSync(join(root, 'count.mjs'), script);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'count.mjs')], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  rmSync(root, { recursive: true, force: true });
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout);
}

it('counts each test once, and names what was skipped', () => {
  const outcome = count({
    'a.test.mjs': `import { describe, it } from 'node:test';
      describe('suite', () => { it('one', () => {}); it('two', () => { throw new Error('no good'); }); });
      it('three', (t) => t.skip('no modem here'));`,
    'b.test.mjs': `import { it } from 'node:test'; it('four', () => {});`,
  });
  assert.equal(outcome.passed, 2);
  assert.equal(outcome.failed, 1);
  assert.deepEqual(outcome.skipped, ['a.test.mjs three: no modem here']);
  assert.match(outcome.report, /✖ a\.test\.mjs:\d+ two\n {4}Error: no good/);
});

it('counts a file that cannot be loaded, or that holds no tests at all, as a failure', () => {
  const unreadable = count({ 'a.test.mjs': 'this is no JavaScript' });
  assert.equal(unreadable.failed, 1);
  assert.match(unreadable.report, /SyntaxError/);
  assert.equal(count({}).failed, 1);
});

it('counts a suite whose own code fails', () => {
  const outcome = count({
    'a.test.mjs': `import { describe, it, before } from 'node:test';
      describe('suite', () => { before(() => { throw new Error('no ground'); }); it('one', () => {}); });`,
  });
  assert.ok(outcome.failed >= 1);
  assert.match(outcome.report, /no ground/);
});

it('names a file that does not end, and ends it', () => {
  const outcome = count(
    {
      'a.test.mjs': `import { it } from 'node:test'; it('one', () => {}); setInterval(() => {}, 1000);`,
      'b.test.mjs': `import { it } from 'node:test'; it('two', () => {});`,
    },
    1500,
  );
  assert.equal(outcome.passed, 2);
  assert.equal(outcome.failed, 1);
  assert.match(outcome.report, /a\.test\.mjs does not end/);
});
