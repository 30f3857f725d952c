import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bookHandlers } from './books/handlers.ts';
import { broadcastHandlers } from './broadcasts/handlers.ts';
import { createBroadcastScheduler } from './broadcasts/scheduler.ts';
import { createChanges } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Core } from './core.ts';
import { openDatabase } from './database/database.ts';
import { createDispatch } from './dispatch.ts';
import type { Side } from './hosts/side.ts';
import { inboundHandlers } from './inbound/handlers.ts';
import { createInbound } from './inbound/inbound.ts';
import type { SeenPort } from './lines/candidate-ports.ts';
import { lineHandlers } from './lines/handlers.ts';
import { createLineRegistry } from './lines/line-registry.ts';
import { lookForModem } from './lines/look-for-modem.ts';
import { createPinMemory } from './lines/pin-memory.ts';
import { recordEvent } from './log/events.ts';
import { logHandlers } from './log/handlers.ts';
import type { Log } from './log.ts';
import { createAddressKey } from './members/address.ts';
import { memberHandlers } from './members/handlers.ts';
import { resumeImports } from './members/import/apply-import.ts';
import { verifyKeys } from './members/verify-keys.ts';
import { createLine } from './modem/line-driver.ts';
import type { OpenPort } from './modem/port.ts';
import { outboxHandlers } from './outbox/handlers.ts';
import { createOutboxWorker } from './outbox/worker.ts';
import { checkFolder } from './practice/check-folder.ts';
import { practiceHandlers } from './practice/handlers.ts';
import type { PracticeWorld } from './practice/practice-world.ts';
import { createSecrets, folderKey, type Secrets } from './secrets.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { ensureLocalUser, userHandlers } from './users/handlers.ts';

export interface SambandOptions {
  /** Holds everything; exists, with mode 0700, and belongs to this process alone. */
  dataDir: string;
  clock: Clock;
  log: Log;
  /** A port's path, or: `auto` looks for a modem, `none` has none, `demo` is the practice modem. */
  modem: string;
  openPort: OpenPort;
  listPorts(): Promise<readonly SeenPort[]>;
  /** The host's keychain; a key file in the folder where the host has none. */
  secrets?: Secrets;
  /** The practice modem and its telephones; given exactly when `modem` is `demo`. */
  practice?: PracticeWorld;
}

export interface Samband extends Side {
  start(): void;
  /** Stops claiming, waits `graceMs` at most for what is in flight, and closes the database. */
  stop(graceMs: number): Promise<void>;
  /** The computer was asleep: everything waiting is read before anything is sent. */
  resumed(): void;
  /** A book, or a real modem, ever: then nothing here may be practised with. */
  hasReal(): boolean;
}

/**
 * One Samband on one folder: the database, the rules, the lines and the outbox, joined here and nowhere else. Holds nothing
 * global, so the practice one lives beside it. Throws `NewerDatabaseError`, and `Problem('practice-only')` or
 * `Problem('not-practice')` for a folder of the other kind.
 */
export function createSamband(options: SambandOptions): Samband {
  const { dataDir, clock, log, modem, practice } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const changes = createChanges(clock);
  const database = openDatabase(join(dataDir, 'samband.sqlite'), changes.announce);
  const core: Core = { database, clock, log, addressKey: createAddressKey(folderKey(dataDir, 'address.key')) };
  const secrets = options.secrets ?? createSecrets(folderKey(dataDir, 'secrets.key'));
  try {
    checkFolder(core, modem);
  } catch (error) {
    database.close();
    throw error;
  }

  const localUser = database.write(['users'], (db) => ({ userId: ensureLocalUser(db, clock.now()) }));
  const inbound = createInbound(core, { outboxChanged: () => worker.wake() });
  const lines = createLineRegistry({
    core,
    receiver: inbound,
    pins: createPinMemory(core, secrets),
    createDriver: (path, owner) =>
      createLine({
        path,
        openPort: practice ? () => practice.openPort() : options.openPort,
        clock,
        owner,
        log: ({ level, what }) => log[level](what),
      }),
    healthChanged: () => changes.announce(['lines']),
    ready: () => worker.wake(),
    practice: practice !== undefined,
  });
  const worker = createOutboxWorker(core, { lineOf: lines.driverOf, mayClaim: () => inbound.caughtUp() });
  const scheduler = createBroadcastScheduler(core, () => worker.wake());
  const stopped = new AbortController();

  const dispatch = createDispatch(
    {
      ...bookHandlers(core, { linked: (lineId) => inbound.linkedBook(lineId) }),
      ...memberHandlers(core),
      ...userHandlers(core),
      ...broadcastHandlers(core),
      ...outboxHandlers(core, worker),
      ...inboundHandlers(core),
      ...lineHandlers(core, lines, options.listPorts),
      ...settingsHandlers(core),
      ...logHandlers(core),
      ...practiceHandlers(core, practice ?? null),
    },
    (error, call) => log.error(`The call ${call} failed`, error),
  );

  /** Work that outlives the call; what the end of the program cuts off is taken up at the next start. */
  function inBackground(failure: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!stopped.signal.aborted) log.error(failure, error);
    });
  }

  return {
    dispatch: async (name, input, caller) => {
      const reply = await dispatch(name, input, caller);
      worker.wake();
      return reply;
    },
    events: { subscribe: changes.subscribe },
    localUser,
    start() {
      database.write(['log'], (db) => recordEvent(db, { at: clock.now(), kind: 'started' }));
      inBackground('Interrupted imports could not be finished', resumeImports(core));
      inBackground('The addresses could not be checked', verifyKeys(core));
      practice?.onChange(() => changes.announce(['practice']));
      inbound.start();
      if (modem === 'auto') {
        const looking = lookForModem({ core, lines, listPorts: options.listPorts, signal: stopped.signal });
        inBackground('The computer did not tell its ports', looking);
      }
      if (modem !== 'auto' && modem !== 'none') lines.use(modem);
      worker.start();
      scheduler.start();
    },
    async stop(graceMs) {
      stopped.abort();
      scheduler.stop();
      await worker.stop(graceMs);
      await lines.stop(0);
      inbound.stop();
      database.write(['log'], (db) => recordEvent(db, { at: clock.now(), kind: 'stopped' }));
      database.close();
    },
    resumed() {
      inbound.resumedAfter();
      lines.sweepSoon();
    },
    hasReal() {
      const row = database.read
        .prepare<[], { real: number }>(
          'SELECT EXISTS (SELECT 1 FROM book) OR EXISTS (SELECT 1 FROM line WHERE practice = 0 AND sim_key IS NOT NULL) AS real',
        )
        .get();
      return row?.real === 1;
    },
  };
}
