import { type Clock, pause } from '../clock.ts';
import { createAtEngine } from './at/engine.ts';
import type { Urc } from './at/urc.ts';
import { readNumber, readValues } from './at/values.ts';
import { isMendedBySweep } from './cms-errors.ts';
import { refreshNetwork, type Setup, setUpModem } from './init.ts';
import type { LineOwner, LineProblem, ReceivedPdu, SimIdentity } from './line.ts';
import type { LineContext, LineLog } from './line-context.ts';
import type { HealthRecord } from './line-health.ts';
import type { LineWork } from './line-work.ts';
import { isRegistered } from './network.ts';
import type { Port } from './port.ts';
import { isSameCard, readIccid, readSimState } from './sim.ts';
import { submitPdu } from './submit.ts';
import { handOver, isStorageFull, type SweepState, sweepStorages } from './sweep.ts';
import { unlockSim } from './unlock.ts';
import { readMaker, switchRadioOn, wakeUp } from './wake-up.ts';

export interface SessionOptions {
  port: Port;
  clock: Clock;
  owner: LineOwner;
  log: LineLog;
  health: HealthRecord;
  work: LineWork;
  signal: AbortSignal;
  /** What earlier openings learnt of this modem's slots. */
  sweepState: SweepState;
  trace?: ((direction: 'in' | 'out', line: string) => void) | undefined;
}

/** Why an opening of the port ended. `worked` is true once it got as far as sending. */
export interface SessionEnd {
  why: 'closed' | 'stopped' | LineProblem;
  worked: boolean;
}

const HEARTBEAT_MS = 30_000;
const SWEEP_MS = 45_000;
const SWEEP_RETRY_MS = 5_000;
/** +CMTI comes before the message can be read, and often several at once. */
const DEBOUNCE_MS = 300;
/** A +CPIN: READY or ^BOOT this soon after the set-up belongs to the start the modem has just made. */
const SETTLED_MS = 20_000;

/** Runs one opening of the port from the first AT until it is lost or stopped. */
export async function runSession(options: SessionOptions): Promise<SessionEnd> {
  const { port, clock, owner, log, health, work, signal, sweepState, trace } = options;
  let lostBy: 'closed' | 'silent' | null = null;
  let rebooted = false;
  let settledAt: number | null = null;
  let setup: Setup | null = null;
  let registered: boolean | null = null;
  let worked = false;
  let sim: string | null = null;
  let iccid: string | null = null;
  let heartbeatAt = 0;
  const early: ReceivedPdu[] = [];

  const engine = createAtEngine({
    port,
    clock,
    onUrc,
    onHeard: () => health.heard(clock.now()),
    onLost(why) {
      lostBy = why;
      work.wake();
    },
    trace,
  });
  const context: LineContext = { engine, clock, owner, log, health, signal };
  const isOver = () => engine.closed() || signal.aborted || rebooted;

  for (;;) {
    rebooted = false;
    const awake = await wakeUp(context);
    if (awake !== 'awake') return end(awake === 'babble' ? 'not-a-modem' : 'no-answer');
    await readMaker(context);
    await switchRadioOn(context);
    if (await unlockSim(context, work, identify, isOver)) {
      setup = await setUpModem(context);
      if (!setup && !isOver()) return end('not-a-modem');
      if (setup && !isOver()) await workOn(setup);
    }
    work.refuseAll('the line is not ready');
    setup = null;
    settledAt = null;
    if (!rebooted || engine.closed() || signal.aborted) return end('no-answer');
    log({ level: 'warn', what: 'the modem started anew' });
    health.set({ state: 'starting', problem: null });
    await pause(clock, 1_000, signal);
  }

  function end(problem: LineProblem): SessionEnd {
    if (signal.aborted) return { why: 'stopped', worked };
    return { why: lostBy === 'closed' ? 'closed' : problem, worked };
  }

  function identify(found: SimIdentity) {
    const text = JSON.stringify(found);
    if (text === sim) return;
    sim = text;
    iccid = found.iccid;
    const card = found.iccid ?? found.key;
    if (sweepState.card !== card) sweepState.left.clear();
    sweepState.card = card;
    // Another SIM must not be taken for the number of the one before it.
    health.set({ ownNumber: null });
    owner.identified(found);
    for (const pdu of early.splice(0)) handOver(context, pdu);
  }

  async function workOn(modem: Setup) {
    registered = (await refreshNetwork(context)).registered;
    settledAt = clock.now();
    heartbeatAt = clock.now() + HEARTBEAT_MS;
    work.sweepAt = clock.now();
    work.open = true;
    worked = true;
    showHealth(modem);
    let mayWaitForSubmit = false;
    while (!isOver()) {
      const now = clock.now();
      // After a sweep one submit goes first, or a stream of announcements would hold the outbox for ever.
      if (work.sweepAt <= now && !(mayWaitForSubmit && work.submits.length > 0)) {
        mayWaitForSubmit = true;
        await sweep(modem);
      } else if (heartbeatAt <= now) {
        if (!(await beat())) return;
        showHealth(modem);
      } else if (work.submits.length > 0) {
        mayWaitForSubmit = false;
        await submitNext();
      } else {
        await work.wait(Math.min(work.sweepAt, heartbeatAt));
      }
    }
  }

  async function sweep(modem: Setup) {
    work.sweepAt = clock.now() + SWEEP_MS;
    const found = await sweepStorages(context, modem, sweepState);
    if (found === null) work.sweepWithin(SWEEP_RETRY_MS);
    // Slots that were just emptied are where waiting messages land, and only a sweep that finds nothing says that all are in.
    else if (found > 0) work.sweepWithin(DEBOUNCE_MS);
    showHealth(modem);
  }

  /** False when the SIM is not what it was and everything begins again. */
  async function beat(): Promise<boolean> {
    const network = await refreshNetwork(context);
    if (!network.answered) return true;
    heartbeatAt = clock.now() + HEARTBEAT_MS;
    registered = network.registered;
    const state = await readSimState(context);
    if (state === 'no-answer' || (state === 'ready' && (await isSimStillIn()))) return true;
    rebooted = true;
    return false;
  }

  /** A SIM changed under power may leave nothing else behind: what came to the new one would be taken for the old one's. */
  async function isSimStillIn(): Promise<boolean> {
    if (iccid === null) return true;
    const now = await readIccid(engine);
    return now === null || isSameCard(now, iccid);
  }

  async function submitNext() {
    const next = work.submits.shift();
    if (!next) return;
    const outcome = await submitPdu(engine, next.pdu);
    if (outcome.kind === 'rejected' && isMendedBySweep(outcome.code)) work.sweepWithin(0);
    next.resolve(outcome);
  }

  function showHealth({ lacksServiceCentre }: Setup) {
    if (isOver()) return;
    if (registered === false) return health.set({ state: 'no-network', problem: 'not-registered' });
    const full = isStorageFull(health.current().storage);
    health.set({ state: 'ready', problem: full ? 'storage-full' : lacksServiceCentre ? 'no-smsc' : null });
  }

  function onUrc(urc: Urc) {
    switch (urc.kind) {
      case 'stored':
      case 'storage-full':
        return work.sweepWithin(DEBOUNCE_MS);
      case 'routed':
        return takeRouted(urc.header, urc.pdu);
      case 'registration':
        if (!setup || settledAt === null) return;
        if (isRegistered(urc.status)) {
          registered = true;
          return showHealth(setup);
        }
        // Another of the three networks may still have it.
        heartbeatAt = clock.now();
        return work.wake();
      case 'rebooted': {
        const settled = settledAt !== null && clock.now() - settledAt >= SETTLED_MS;
        if (!urc.certain && !settled) return;
        rebooted = true;
        engine.abandon();
        return work.wake();
      }
    }
  }

  function takeRouted(header: string, hex: string | null) {
    if (hex === null) {
      log({ level: 'warn', what: 'the modem announced a message and did not hand it over' });
      return work.sweepWithin(DEBOUNCE_MS);
    }
    const pdu = { hex, declaredLength: readNumber(readValues(header).at(-1)), slot: null, stat: null };
    // Whose SIM it came to is not known yet.
    if (sim === null) early.push(pdu);
    else if (handOver(context, pdu) && setup?.acknowledges) void engine.run({ command: 'AT+CNMA', timeoutMs: 5_000 });
  }
}
