import { pause } from '../clock.ts';
import type { Core } from '../core.ts';
import { readSetting } from '../settings/settings-store.ts';
import { candidatePorts, type SeenPort } from './candidate-ports.ts';
import type { LineRegistry } from './line-registry.ts';
import { allLines } from './lines-store.ts';

const LOOK_EVERY_MS = 5000;

/**
 * Finds the port when none was given: the one chosen by hand, else the one the line had last, else the first of a maker of
 * modems, looked for until there is one. A port once taken is kept by its driver, which waits for it when it is away.
 */
export async function lookForModem(deps: {
  core: Core;
  lines: LineRegistry;
  listPorts(): Promise<readonly SeenPort[]>;
  signal: AbortSignal;
}): Promise<void> {
  const { core, lines, signal } = deps;
  const { read } = core.database;
  const known =
    readSetting(read, 'port') ?? allLines(read).findLast(({ port, practice }) => port !== null && !practice)?.port;
  if (known) return lines.use(known);
  while (!signal.aborted) {
    const found = candidatePorts(await deps.listPorts()).find(({ maker }) => maker !== null);
    if (found) return lines.use(found.path);
    await pause(core.clock, LOOK_EVERY_MS, signal);
  }
}
