import assert from 'node:assert/strict';
import type { Clock } from '../../electron/clock.ts';
import type { Line, LineOwner, PinMemory, ReceivedPdu, SimIdentity } from '../../electron/modem/line.ts';
import { createLine } from '../../electron/modem/line-driver.ts';
import type { OpenPort } from '../../electron/modem/port.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

/** What a line told its owner, in order and in words: `received SM 0 0791…`, `deleted SM 0`, `swept 1`. */
export interface RecordedOwner extends LineOwner {
  readonly told: string[];
  readonly received: LineOwner['received'];
  readonly pdus: ReceivedPdu[];
  readonly sims: SimIdentity[];
  pins: RecordedPins;
}

export interface RecordedPins extends PinMemory {
  /** `given 1234`, `refused 1234`, `taken 1234`. */
  readonly told: string[];
}

/** Keeps everything; drafts (stat 2 and 3) stay where they are. `remembered` is a PIN this SIM took before. */
export function createRecordedOwner({ remembered = null }: { remembered?: string | null } = {}): RecordedOwner {
  const told: string[] = [];
  const pdus: ReceivedPdu[] = [];
  const sims: SimIdentity[] = [];
  const placeOf = ({ slot }: ReceivedPdu) => (slot ? `${slot.memory} ${slot.index}` : 'routed');
  return {
    told,
    pdus,
    sims,
    identified(sim) {
      sims.push(sim);
    },
    received(pdu) {
      told.push(`received ${placeOf(pdu)} ${pdu.hex}`);
      pdus.push(pdu);
      return { deletable: pdu.stat !== 2 && pdu.stat !== 3 };
    },
    deleted(pdu) {
      told.push(`deleted ${placeOf(pdu)}`);
    },
    swept(found) {
      told.push(`swept ${found}`);
    },
    healthChanged() {},
    pins: createRecordedPins(remembered),
  };
}

function createRecordedPins(remembered: string | null): RecordedPins {
  const told: string[] = [];
  const outcomes = new Map<string, 'given' | 'taken' | 'refused'>();
  return {
    told,
    remembered: () => remembered,
    mayGive: (_simKey, pin) => (outcomes.get(pin) ?? 'taken') === 'taken',
    recordGiven(_simKey, pin) {
      outcomes.set(pin, 'given');
      told.push(`given ${pin}`);
    },
    recordOutcome(_simKey, pin, outcome) {
      outcomes.set(pin, outcome);
      told.push(`${outcome} ${pin}`);
    },
    failures: () => [...outcomes.values()].filter((outcome) => outcome !== 'taken').length,
  };
}

export interface LineBench {
  line: Line;
  owner: RecordedOwner;
  clock: ManualClock;
  /** What the line logged. */
  logged: string[];
  trace: string[];
  /** Lets time pass in small steps until `met` holds; fails after `withinMs`. */
  until(met: () => boolean, withinMs?: number): Promise<void>;
  /** The same for a promise. */
  settled<T>(promise: Promise<T>, withinMs?: number): Promise<T>;
}

/** A line that has been started on `openPort`, with a clock that the test owns. */
export function startLine(
  openPort: OpenPort,
  { owner = createRecordedOwner(), clock = createManualClock() }: { owner?: RecordedOwner; clock?: ManualClock } = {},
): LineBench {
  const logged: string[] = [];
  const trace: string[] = [];
  const line = createLine({
    path: '/dev/modem',
    openPort,
    clock,
    owner,
    log: ({ what }) => logged.push(what),
    trace: (direction, text) => trace.push(`${direction === 'out' ? '>' : '<'} ${text}`),
  });
  line.start();

  const until = (met: () => boolean, withinMs = 60_000) => passUntil(clock, met, withinMs);
  return {
    line,
    owner,
    clock,
    logged,
    trace,
    until,
    async settled(promise, withinMs = 200_000) {
      let done = false;
      const mark = () => {
        done = true;
      };
      promise.then(mark, mark);
      await until(() => done, withinMs);
      return promise;
    },
  };
}

const STEP_MS = 50;

/** Moves the clock until `met` holds; an assertion fails when it does not within `withinMs`. */
export async function passUntil(
  clock: Clock & Pick<ManualClock, 'advance'>,
  met: () => boolean,
  withinMs: number,
): Promise<void> {
  const until = clock.now() + withinMs;
  await clock.advance(0);
  while (!met()) {
    assert.ok(clock.now() < until, `did not happen within ${withinMs} ms: ${met}`);
    await clock.advance(STEP_MS);
  }
}
