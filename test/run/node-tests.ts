import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from './outcome.ts';

/** A file that takes longer hangs. */
const FILE_PATIENCE_MS = 240_000;

/** Runs the test files on Node's own runner, two at a time, and counts each test (not the suites around them). */
export async function runNodeTests(root: string, globPatterns: string[]): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [], report: '' };
  const failures: string[] = [];
  const printed = new Map<string, string>();
  const filesThatFailed = new Set<string>();

  const events = run({ cwd: root, globPatterns, concurrency: 2, timeout: FILE_PATIENCE_MS });
  events.on('test:pass', ({ name, skip, details, file }) => {
    if (details.type === 'suite') return;
    if (skip === undefined || skip === false) outcome.passed += 1;
    else outcome.skipped.push(`${where(root, file)} ${name}${typeof skip === 'string' ? `: ${skip}` : ''}`);
  });
  events.on('test:fail', ({ name, details, file, line }) => {
    // A suite fails because of the tests in it, which have been told of, unless its own code threw.
    if (details.type === 'suite' && causeOf(details.error) === null) return;
    outcome.failed += 1;
    if (file !== undefined) filesThatFailed.add(file);
    const cause = causeOf(details.error) ?? details.error;
    failures.push(`✖ ${where(root, file)}:${line ?? 1} ${name}\n${indent(textOf(cause))}`);
  });
  events.on('test:stderr', ({ file, message }) => {
    // Relative here, absolute in the other events.
    if (file === undefined) return;
    const path = resolve(root, file);
    printed.set(path, (printed.get(path) ?? '') + message);
  });
  for await (const _ of events);

  for (const file of filesThatFailed) {
    const text = stripVTControlCharacters(printed.get(file) ?? '').trim();
    if (text !== '') failures.push(`  ${where(root, file)} printed:\n${indent(text.slice(-4000))}`);
  }
  if (outcome.passed + outcome.failed + outcome.skipped.length === 0) {
    outcome.failed = 1;
    failures.push(`✖ no tests were found in ${globPatterns.join(', ')}`);
  }
  outcome.report = failures.join('\n');
  return outcome;
}

/** The runner wraps what a test threw; null where the only news is that something inside failed. */
function causeOf(error: Error): unknown {
  const cause = error.cause;
  if (typeof cause === 'string' && /^\d+ subtests? failed$/.test(cause)) return null;
  return cause ?? error;
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function where(root: string, file: string | undefined): string {
  return file === undefined ? '?' : relative(root, file);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
