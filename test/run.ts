/**
 * `npm test`: everything that must hold, step by step, each counted. The last line is `N passed, N failed, N skipped`.
 *
 *     npm test [-- STEP…]     only these steps, by their names below
 */
import { dirname } from 'node:path';
import { runBrowserTests } from './run/browser-tests.ts';
import { runScript } from './run/commands.ts';
import { installTools } from './run/install-tools.ts';
import { runNodeTests } from './run/node-tests.ts';
import { add, type Outcome } from './run/outcome.ts';

const root = dirname(import.meta.dirname);
// The runner tells of files as they are seen from here.
process.chdir(root);
const say = (text: string) => console.log(text);

const steps: { name: string; run: () => Outcome | Promise<Outcome> }[] = [
  { name: 'lint', run: () => runScript(root, 'node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']) },
  { name: 'layers', run: () => runScript(root, 'test/layers.ts') },
  { name: 'types', run: () => runScript(root, 'node_modules/typescript/bin/tsc', ['--noEmit']) },
  { name: 'pages', run: () => runScript(root, 'electron/bootstrap.mjs') },
  { name: 'tests', run: () => runNodeTests(root, ['test/**/*.test.ts']) },
  { name: 'browser', run: () => runBrowserTests(root) },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  say(`There is no step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
if (wanted.length === 0 || wanted.includes('tests') || wanted.includes('browser')) installTools(say);

const outcomes: Outcome[] = [];
for (const { name, run } of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  const outcome = await run();
  outcomes.push(outcome);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const mark = outcome.failed > 0 ? '✖' : '✔';
  const skips = outcome.skipped.length > 0 ? `, ${outcome.skipped.length} skipped` : '';
  say(`${mark} ${name.padEnd(8)} ${outcome.passed} passed, ${outcome.failed} failed${skips} (${seconds} s)`);
  if (outcome.report !== '') say(outcome.report);
}

const all = add(outcomes);
for (const name of all.skipped) say(`skipped: ${name}`);
say(`${all.passed} passed, ${all.failed} failed, ${all.skipped.length} skipped`);
process.exitCode = all.failed > 0 ? 1 : 0;
