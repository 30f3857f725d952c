import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import { pause, systemClock } from './clock.ts';
import { type DataFolder, takeDataFolder } from './data-folder.ts';
import { serveWeb } from './hosts/web.ts';
import { openLog } from './log.ts';
import { createPortList } from './modem/list-serial-ports.ts';
import { openSerialPort } from './modem/serial-port.ts';
import { createSides, type RunningSides } from './sides.ts';

/** How long what is in flight may take at the end; with the host's own half second inside the five seconds promised. */
const STOP_GRACE_MS = 4000;
/** A modem that is plugged in has shown its SIM by then. */
const MODEM_PATIENCE_MS = 2000;

export interface Served {
  readonly url: string;
  readonly token: string;
  /** Lets one browser in, once; for the fragment of the address it is opened with. */
  issueTicket(): string;
  /** Nothing real in the folder, and no modem to begin with: then practice is what the first page should be. */
  beginsWithPractice(): Promise<boolean>;
  /** Within five seconds. */
  stop(): Promise<void>;
}

/**
 * The program without a window: takes the data folder, opens what is in it and serves it on the loopback address. Where
 * it cannot, it throws what `exitCodeOf` (start-problems.ts) knows, and leaves nothing open. `echo` gets the lines of the log.
 */
export async function serveSamband(options: Arguments, echo: (line: string) => void): Promise<Served> {
  const folder = await takeDataFolder(options.dataDir, systemClock);
  try {
    return await serveFolder(folder, options, echo);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function serveFolder(
  folder: DataFolder,
  { modem, port }: Arguments,
  echo: (line: string) => void,
): Promise<Served> {
  const clock = systemClock;
  const log = openLog(join(folder.dir, 'logs'), clock, echo);
  const sides = createSides({
    dataDir: folder.dir,
    clock,
    log,
    modem,
    openPort: openSerialPort,
    listPorts: createPortList(log),
  });
  const token = randomBytes(32).toString('base64url');
  const host = await serveWeb({ sides, token, port, rendererDir: builtPages(), clock, log }).catch(
    async (error: unknown) => {
      await sides.stop(0);
      throw error;
    },
  );
  sides.start();
  folder.announce({ url: host.url, token });
  log.info(`Serving ${folder.dir} at ${host.url}`);
  return {
    url: host.url,
    token,
    issueTicket: () => host.issueTicket(),
    beginsWithPractice: () => beginsWithPractice(sides, modem),
    async stop() {
      folder.withdraw();
      await host.close();
      await sides.stop(STOP_GRACE_MS);
      log.info('Stopped');
      folder.release();
    },
  };
}

/** With nothing real in the folder, a modem that is just being found is waited for: it is what one begins with. */
async function beginsWithPractice(sides: RunningSides, modem: string): Promise<boolean> {
  const patience = modem === 'none' || modem === 'demo' ? 0 : MODEM_PATIENCE_MS;
  for (let waited = 0; waited < patience && sides.beginsWithPractice(); waited += 100) {
    await pause(systemClock, 100);
  }
  return sides.beginsWithPractice();
}

/** Beside the sources in a checkout; null where they were not built, and then only the calls are served. */
function builtPages(): string | null {
  const folder = join(import.meta.dirname, '..', 'dist', 'renderer');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}
