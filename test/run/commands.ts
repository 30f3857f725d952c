import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { failed, type Outcome, passed } from './outcome.ts';

/** Runs a script of this Node to its end and counts it as one test; what it printed is the report when it fails. */
export function runScript(root: string, script: string, args: readonly string[] = []): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? passed : failed([stdout, stderr, error?.message].filter(Boolean).join('\n').trim());
}
