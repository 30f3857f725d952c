import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readReport } from './browser-tests.ts';

const one = (title: string, status: string, rest: object = {}) => ({
  title,
  file: 'members.spec.ts',
  line: 3,
  tests: [{ status, annotations: [], results: [{ errors: [] }], ...rest }],
});

it('counts what Playwright reports, wherever in its suites it stands', () => {
  const outcome = readReport({
    suites: [
      {
        specs: [one('shows', 'expected')],
        suites: [
          {
            specs: [
              one('joins', 'unexpected', { results: [{ errors: [{ message: 'expected 1\ngot 2' }] }] }),
              one('blinks', 'flaky'),
              one('prints', 'skipped', { annotations: [{ type: 'skip', description: 'no printer' }] }),
            ],
          },
        ],
      },
    ],
    errors: [],
  });
  assert.equal(outcome.passed, 1);
  assert.equal(outcome.failed, 2);
  assert.deepEqual(outcome.skipped, ['test/browser/members.spec.ts:3 prints: no printer']);
  assert.match(outcome.report, /✖ test\/browser\/members\.spec\.ts:3 joins\n {4}expected 1\n {4}got 2/);
});

it('counts an error outside the tests as a failure', () => {
  const outcome = readReport({ suites: [], errors: [{ message: 'cannot load members.spec.ts' }] });
  assert.equal(outcome.failed, 1);
  assert.match(outcome.report, /cannot load/);
});
