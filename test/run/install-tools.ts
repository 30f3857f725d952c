import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { findChromium, hasProgram } from '../../electron/find-browser.ts';

/** What some tests need from the system. A test whose tool is missing skips itself and says so. */
const tools: { package: string; isThere: () => boolean }[] = [
  { package: 'chromium', isThere: () => findChromium(process.env, process.platform) !== null },
  { package: 'gammu', isThere: () => hasProgram('gammu', process.env) },
  { package: 'smstools', isThere: () => hasProgram('smsd', process.env) },
  { package: 'socat', isThere: () => hasProgram('socat', process.env) },
];

/** Debian's packages start their daemons unless this file says no (101, by its policy). */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs what is missing, where that is ours to do: as root, on a system with apt-get. Says nothing when nothing is
 * missing; a failure is told and otherwise left to the tests that then skip themselves.
 */
export function installTools(say: (text: string) => void): void {
  const missing = tools.filter((tool) => !tool.isThere()).map((tool) => tool.package);
  if (missing.length === 0 || process.getuid?.() !== 0 || !hasProgram('apt-get', process.env)) return;
  say(`installing ${missing.join(', ')} …`);
  const addsPolicy = !existsSync(POLICY);
  if (addsPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const installed = install(missing) || (aptGet('update') && install(missing));
    // One package that is not to be had must not keep the others away.
    if (!installed) for (const name of missing) if (!install([name])) say(`  ${name} could not be installed`);
  } finally {
    if (addsPolicy) rmSync(POLICY, { force: true });
  }
}

function install(packages: readonly string[]): boolean {
  return aptGet('install', '--yes', '--no-install-recommends', ...packages);
}

function aptGet(...args: readonly string[]): boolean {
  const options = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Dpkg::Use-Pty=0'];
  const { status } = spawnSync('apt-get', [...options, ...args], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 5 * 60_000,
  });
  return status === 0;
}
