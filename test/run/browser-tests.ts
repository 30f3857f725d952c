import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findChromium } from '../../electron/find-browser.ts';
import { failed, type Outcome, skipped } from './outcome.ts';

const result = z.object({ errors: z.array(z.object({ message: z.string().optional() })) });
const test = z.object({
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
  results: z.array(result),
});
const spec = z.object({ title: z.string(), file: z.string(), line: z.int(), tests: z.array(test) });
interface Suite {
  specs: z.output<typeof spec>[];
  suites?: Suite[] | undefined;
}
const suite: z.ZodType<Suite> = z.lazy(() => z.object({ specs: z.array(spec), suites: z.array(suite).optional() }));
const report = z.object({ suites: z.array(suite), errors: z.array(z.object({ message: z.string().optional() })) });

/** Runs the pages in the system's Chromium against the headless program. Without a Chromium the step is skipped by name. */
export function runBrowserTests(root: string): Outcome {
  const count = globSync('test/browser/**/*.spec.ts', { cwd: root }).length;
  if (count === 0) return failed('✖ no browser tests were found in test/browser');
  if (findChromium(process.env, process.platform) === null) {
    return skipped(`the ${count} files of test/browser: this computer has no Chromium`);
  }
  const file = join(root, 'build', 'browser-report.json');
  rmSync(file, { force: true });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'playwright', 'cli.js'), 'test', '--reporter=json'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  );
  if (!existsSync(file)) return failed(`✖ the browser tests did not run\n${stdout}\n${stderr}`.trim());
  return readReport(JSON.parse(readFileSync(file, 'utf8')));
}

/** Counts what Playwright's JSON reporter wrote. A test that passed only when tried again counts as failed. */
export function readReport(json: unknown): Outcome {
  const { suites, errors } = report.parse(json);
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [], report: '' };
  const failures = errors.map(({ message }) => `✖ ${message ?? 'the browser tests did not run'}`);
  outcome.failed += failures.length;
  for (const { title, file, line, tests } of suites.flatMap(specsIn)) {
    const name = `test/browser/${file}:${line} ${title}`;
    for (const { status, annotations, results } of tests) {
      if (status === 'expected') outcome.passed += 1;
      else if (status === 'skipped') {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        outcome.skipped.push(reason === undefined ? name : `${name}: ${reason}`);
      } else {
        outcome.failed += 1;
        const messages = results.flatMap((one) => one.errors.map(({ message }) => message ?? ''));
        failures.push(`✖ ${name}\n${messages.join('\n').replace(/^/gm, '    ')}`);
      }
    }
  }
  outcome.report = failures.join('\n');
  return outcome;
}

function specsIn({ specs, suites = [] }: Suite): z.output<typeof spec>[] {
  return [...specs, ...suites.flatMap(specsIn)];
}
