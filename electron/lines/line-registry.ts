import { bookOfLine } from '../books/books-store.ts';
import { lineAppeared, linkLine } from '../books/link-line.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import type { Line, LineHealth, LineOwner, PinMemory, ReceivedPdu, SimIdentity } from '../modem/line.ts';
import { forgetLine, type LineRow, lineById, lineOfSim, lineOnPort, setNumber } from './lines-store.ts';

/** What receives the texts of a line; the rules fulfil it. */
export interface TextReceiver {
  received(lineId: number, pdu: ReceivedPdu): { deletable: boolean };
  deleted(lineId: number, pdu: ReceivedPdu): void;
  swept(lineId: number, found: number): void;
  /** Nothing is judged until this line has been read, or a minute has passed. */
  lineExpected(lineId: number): void;
}

export interface LineRegistryDeps {
  core: Core;
  receiver: TextReceiver;
  pins: PinMemory;
  /** Makes the driver of one port; it does not start it. */
  createDriver(port: string, owner: LineOwner): Line;
  /** Tells the screens of something that no commit tells of. */
  healthChanged(): void;
  /** A line can send (again). */
  ready(lineId: number): void;
  /** Every line of this folder is the practice modem's. */
  practice: boolean;
}

/** A port in use; `lineId` follows the SIM that sits in it. */
interface Place {
  readonly port: string;
  lineId: number;
}

interface Standing extends Place {
  readonly driver: Line;
}

/** The modems this program has open, and which line (SIM) each of them is. */
export interface LineRegistry {
  /** Opens this port and keeps it; the line stands in the list from now on. A port that is open already is left as it is. */
  use(port: string): void;
  /** Null while no driver serves that line. */
  driverOf(lineId: number): Line | null;
  healthOf(lineId: number): LineHealth | null;
  /** The computer slept: every modem is read now, not at its next turn. */
  sweepSoon(): void;
  stop(graceMs: number): Promise<void>;
}

export function createLineRegistry(deps: LineRegistryDeps): LineRegistry {
  const { core, receiver, practice } = deps;
  let standing: Standing[] = [];
  /** Their SIM has turned up in another port; they are stopping. */
  const left: Line[] = [];
  const byLine = (lineId: number) => standing.find((one) => one.lineId === lineId) ?? null;

  /** The row of this port, which a book may take before its SIM has said who it is. */
  function rowOf(db: WritableDb, port: string): LineRow {
    const at = core.clock.now();
    const { line, isNew } = lineOnPort(db, port, practice, at);
    if (isNew) appeared(db, line.id, at);
    return line;
  }

  function appeared(db: WritableDb, lineId: number, at: number): void {
    recordEvent(db, { at, kind: 'line-seen', lineId });
    lineAppeared(db, core, lineId, at);
  }

  function identified(here: Place, sim: SimIdentity): void {
    if (!standing.some((one) => one === here)) return;
    const before = here.lineId;
    const lineId = core.database.write(['lines', 'books', 'members', 'outbox', 'log', 'inbox'], (db) => {
      const at = core.clock.now();
      const row = lineById(db, before);
      if (!row) throw new Error(`Line ${before} is gone`);
      const { line, isNew, merged } = lineOfSim(db, row, sim, at);
      if (isNew) appeared(db, line.id, at);
      if (merged !== null) handOver(db, merged, line.id, at);
      return line.id;
    });
    here.lineId = lineId;
    letGo(standing.filter((one) => one.lineId === lineId && one !== here));
    // Every new session of a modem begins here: what waits in it is read before anything is judged or sent.
    receiver.lineExpected(lineId);
  }

  /** A SIM sits in one place, and two ports of the same modem would send and read at odds. */
  function letGo(places: Standing[]): void {
    standing = standing.filter((one) => !places.includes(one));
    for (const { driver, port } of places) {
      core.log.info(`The SIM of ${port} is in another port now`);
      left.push(driver);
      driver.stop(0).catch((error: unknown) => core.log.error(`The line on ${port} did not stop`, error));
    }
  }

  /** The row stood for the port only: a book that was given it means the SIM in it, with all who left by that SIM before. */
  function handOver(db: WritableDb, from: number, to: number, at: number): void {
    const waiting = bookOfLine(db, from);
    if (waiting && bookOfLine(db, to)) return;
    if (waiting) linkLine(db, core, waiting.id, to, at);
    forgetLine(db, from);
  }

  function ownerOf(here: Place): LineOwner {
    let wasReady = false;
    return {
      identified: (sim) => identified(here, sim),
      received: (pdu) => receiver.received(here.lineId, pdu),
      deleted: (pdu) => receiver.deleted(here.lineId, pdu),
      swept: (found) => receiver.swept(here.lineId, found),
      healthChanged() {
        const health = byLine(here.lineId)?.driver.health();
        if (!health) return;
        if (health.ownNumber !== null) learnNumber(here.lineId, health.ownNumber);
        const isReady = health.state === 'ready';
        if (isReady && !wasReady) deps.ready(here.lineId);
        wasReady = isReady;
        deps.healthChanged();
      },
      pins: deps.pins,
    };
  }

  /** A number somebody typed is never overwritten by what the SIM says: SIMs keep the number of their first owner. */
  function learnNumber(lineId: number, number: string): void {
    if (lineById(core.database.read, lineId)?.number !== null) return;
    core.database.write(['lines', 'books'], (db) => setNumber(db, lineId, number));
  }

  return {
    use(port) {
      if (standing.some((one) => one.port === port)) return;
      const row = core.database.write(['lines', 'books', 'members', 'outbox', 'log'], (db) => rowOf(db, port));
      const here = { port, lineId: row.id };
      const driver = deps.createDriver(port, ownerOf(here));
      standing.push(Object.assign(here, { driver }));
      receiver.lineExpected(row.id);
      driver.start();
    },
    driverOf: (lineId) => byLine(lineId)?.driver ?? null,
    healthOf: (lineId) => byLine(lineId)?.driver.health() ?? null,
    sweepSoon() {
      for (const { driver } of standing) driver.sweepSoon();
    },
    async stop(graceMs) {
      await Promise.all([...standing.map(({ driver }) => driver), ...left].map((driver) => driver.stop(graceMs)));
      standing = [];
    },
  };
}
