import { lineAppeared } from '../books/link-line.ts';
import type { Core } from '../core.ts';
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
  /** Texts that waited for the line to have a book can be judged. */
  linkedBook(lineId: number): void;
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
  stop(graceMs: number): Promise<void>;
}

export function createLineRegistry(deps: LineRegistryDeps): LineRegistry {
  const { core, receiver, practice } = deps;
  const standing: Standing[] = [];
  const byLine = (lineId: number) => standing.find((one) => one.lineId === lineId) ?? null;

  function place(port: string): LineRow {
    return core.database.write(['lines', 'books', 'log'], (db) => {
      const at = core.clock.now();
      const { line, isNew } = lineOnPort(db, port, practice, at);
      if (isNew) {
        recordEvent(db, { at, kind: 'line-seen', lineId: line.id });
        lineAppeared(db, core, line.id, at);
      }
      return line;
    });
  }

  function identified(here: Place, sim: SimIdentity): void {
    const before = here.lineId;
    core.database.write(['lines', 'books', 'log', 'inbox'], (db) => {
      const at = core.clock.now();
      const row = lineById(db, before);
      if (!row) throw new Error(`Line ${before} is gone`);
      const { line, isNew, merged } = lineOfSim(db, row, sim, at);
      here.lineId = line.id;
      if (isNew) {
        recordEvent(db, { at, kind: 'line-seen', lineId: line.id });
        lineAppeared(db, core, line.id, at);
      }
      if (merged !== null) handOver(merged, line.id);

      /** The row stood for the port only: a book that was given it means the SIM in it. */
      function handOver(from: number, to: number): void {
        const taken = db.prepare<[number], { id: number }>('SELECT id FROM book WHERE line_id = ?').get(to);
        const waiting = db.prepare<[number], { id: number }>('SELECT id FROM book WHERE line_id = ?').get(from);
        if (waiting && taken) return;
        if (waiting) {
          db.prepare('UPDATE book SET line_id = ? WHERE id = ?').run(to, waiting.id);
          db.prepare('INSERT OR IGNORE INTO book_reach (book_id, line_id, since) VALUES (?, ?, ?)').run(
            waiting.id,
            to,
            at,
          );
        }
        forgetLine(db, from);
      }
    });
    if (here.lineId !== before) receiver.lineExpected(here.lineId);
    receiver.linkedBook(here.lineId);
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
      const row = place(port);
      const here = { port, lineId: row.id };
      const driver = deps.createDriver(port, ownerOf(here));
      standing.push(Object.assign(here, { driver }));
      receiver.lineExpected(row.id);
      driver.start();
    },
    driverOf: (lineId) => byLine(lineId)?.driver ?? null,
    healthOf: (lineId) => byLine(lineId)?.driver.health() ?? null,
    async stop(graceMs) {
      await Promise.all(standing.map(({ driver }) => driver.stop(graceMs)));
      standing.length = 0;
    },
  };
}
