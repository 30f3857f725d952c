import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from './outcome.ts';

/** A test that takes longer hangs; so does a file from which nothing was heard for so long. */
const PATIENCE_MS = 120_000;

/**
 * Runs the test files on Node's own runner, two at a time, and counts each test (not the suites around them). Files that
 * do not end (a socket or a process left open keeps them) are named, counted as failed and ended.
 */
export async function runNodeTests(
  root: string,
  globPatterns: string[],
  patienceMs: number = PATIENCE_MS,
): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [], report: '' };
  const failures: string[] = [];
  const printed = new Map<string, string>();
  const filesThatFailed = new Set<string>();

  const open = new Set<string>();
  const stuck = new AbortController();
  const giveUp = () => {
    for (const file of open) failures.push(`✖ ${where(root, file)} does not end: something in it was left open`);
    outcome.failed += open.size;
    stuck.abort();
  };
  let patience = setTimeout(giveUp, patienceMs);
  const heardFrom = (file: string | undefined) => {
    if (file !== undefined) open.add(resolve(root, file));
    clearTimeout(patience);
    if (!stuck.signal.aborted) patience = setTimeout(giveUp, patienceMs);
  };

  const events = run({ cwd: root, globPatterns, concurrency: 2, timeout: patienceMs, signal: stuck.signal });
  events.on('test:start', ({ file }) => heardFrom(file));
  events.on('test:summary', ({ file }) => {
    if (file !== undefined) open.delete(resolve(root, file));
  });
  events.on('test:pass', ({ name, skip, details, file }) => {
    if (details.type === 'suite') return;
    if (skip === undefined || skip === false) outcome.passed += 1;
    else outcome.skipped.push(`${where(root, file)} ${name}${typeof skip === 'string' ? `: ${skip}` : ''}`);
  });
  events.on('test:fail', ({ name, details, file, line }) => {
    // What falls with the files that were ended has been told of.
    if (stuck.signal.aborted) return;
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
  clearTimeout(patience);

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
