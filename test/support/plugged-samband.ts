import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallName, Input, Output } from '../../electron/contract/index.ts';
import type { Reply } from '../../electron/contract/problems.ts';
import type { SeenPort } from '../../electron/lines/candidate-ports.ts';
import { type OpenPort, PortError } from '../../electron/modem/port.ts';
import type { Habits } from '../../electron/modem/practice/habits.ts';
import { createPracticeModem, type PracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import type { Subscription } from '../../electron/modem/practice/sim-card.ts';
import { createSamband, type Samband } from '../../electron/samband.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

/** The nth invented SIM, with a number of its own. */
export const aSim = (nth: number, more: Partial<Subscription> = {}): Subscription => ({
  ownNumber: `+4670174068${nth}`,
  iccid: `894699000000000010${nth}`,
  imsi: `24099000000010${nth}`,
  ...more,
});

const STEP_MS = 50;

/** A modem of our own stands for a real one at each path; `openPort` finds it there. */
export function aRackOfModems(clock: ManualClock) {
  const modems = new Map<string, PracticeModem>();
  const openPort: OpenPort = async (path) => {
    const modem = modems.get(path);
    if (!modem) throw new PortError('missing', `Nothing at ${path}`);
    return modem.open();
  };
  return {
    openPort,
    listPorts: async (): Promise<SeenPort[]> => [...modems.keys()].map((path) => ({ path, vendorId: '12d1' })),
    /** A modem with this SIM is at the path from now on. */
    plug(path: string, sim: Subscription, habits: Partial<Habits> = {}): PracticeModem {
      const numbering = { ...sim, imei: `35000000000${String(modems.size).padStart(4, '0')}` };
      const modem = createPracticeModem({ clock, numbering, habits });
      modems.set(path, modem);
      return modem;
    },
  };
}

export interface PluggedSamband extends ReturnType<typeof aRackOfModems> {
  readonly samband: Samband;
  readonly dataDir: string;
  readonly clock: ManualClock;
  ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  reply(name: CallName, input: object): Promise<Reply>;
  /** The code it is refused with; fails where it is not. */
  refusal(name: CallName, input: object): Promise<string>;
  /** Lets time pass until an answer is not null; fails after a minute or so on that clock. */
  until<T>(what: string, ask: () => Promise<T | null>): Promise<T>;
  /** The only line, once it is in this state. */
  lineIn(state: Output<'lines.list'>[number]['state']): Promise<Output<'lines.list'>[number]>;
  /** Ends it and starts another on the same folder. */
  restart(modem?: string): Promise<void>;
  dispose(): Promise<void>;
}

/** A whole Samband on a folder of its own, with modems to plug in and a clock that stands still. */
export async function aPluggedSamband(options: { modem?: string } = {}): Promise<PluggedSamband> {
  const dataDir = mkdtempSync(join(tmpdir(), 'samband-plugged-'));
  const clock = createManualClock();
  const rack = aRackOfModems(clock);
  const errors: string[] = [];
  const begin = (modem: string) => {
    const begun = createSamband({
      dataDir,
      clock,
      log: { info() {}, warn() {}, error: (text, cause) => errors.push(`${text} ${String(cause)}`) },
      modem,
      openPort: rack.openPort,
      listPorts: rack.listPorts,
    });
    begun.start();
    return begun;
  };
  let samband = begin(options.modem ?? 'none');
  /** What is stopping closes its ports within times of its own. */
  const end = async () => {
    const stopped = samband.stop(0).then(() => true);
    for (;;) {
      await clock.advance(STEP_MS);
      if (await Promise.race([stopped, Promise.resolve(false)])) return;
    }
  };

  const reply: PluggedSamband['reply'] = (name, input) => samband.dispatch(name, input, samband.localUser);
  const until: PluggedSamband['until'] = async (what, ask) => {
    const late = clock.now() + 90_000;
    for (;;) {
      await clock.advance(STEP_MS);
      const answer = await ask();
      if (answer !== null) return answer;
      assert.ok(clock.now() < late, `did not happen: ${what}`);
    }
  };
  const ask: PluggedSamband['ask'] = async (name, input) => {
    const answer = await reply(name, input);
    assert.ok(answer.ok, `${name} answered ${JSON.stringify(answer)} ${errors.join('\n')}`);
    // The door has checked the input, and the contract's own test the answers.
    return answer.value as Output<typeof name>;
  };
  return {
    ...rack,
    get samband() {
      return samband;
    },
    dataDir,
    clock,
    reply,
    ask,
    until,
    async refusal(name, input) {
      const answer = await reply(name, input);
      assert.ok(!answer.ok, `${name} was not refused`);
      return answer.code;
    },
    lineIn: (state) =>
      until(`a line that is ${state}`, async () => {
        const lines = await ask('lines.list', {});
        return lines.length === 1 && lines[0]?.state === state ? lines[0] : null;
      }),
    async restart(modem = options.modem ?? 'none') {
      await end();
      samband = begin(modem);
    },
    async dispose() {
      await end();
      rmSync(dataDir, { recursive: true, force: true });
      assert.deepEqual(errors, []);
    },
  };
}
