import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createChanges } from './changes.ts';
import type { Output } from './contract/index.ts';
import type { Dispatch } from './dispatch.ts';
import type { Side, Sides } from './hosts/side.ts';
import { createPracticeWorld } from './practice/practice-world.ts';
import { seedPractice } from './practice/seed.ts';
import { createSamband, type Samband, type SambandOptions } from './samband.ts';

/** The Samband of a folder and the practice one beside it. */
export interface RunningSides extends Sides {
  start(): void;
  stop(graceMs: number): Promise<void>;
  resumed(): void;
  /** Nothing real yet, neither a book nor a modem: practice is what one can begin with. */
  beginsWithPractice(): boolean;
}

/** With `modem: 'demo'` the practice modem serves this folder itself, and practice is the same side. */
export function createSides(options: Omit<SambandOptions, 'practice'>): RunningSides {
  const demo = options.modem === 'demo';
  const real = createSamband({ ...options, ...(demo ? { practice: createPracticeWorld(options.clock) } : {}) });
  const practice = demo ? null : createPracticeSide(options, real);
  return {
    real,
    practice: async () => (practice ? practice.side() : real),
    start: real.start,
    async stop(graceMs) {
      await Promise.all([real.stop(graceMs), practice?.stop()]);
    },
    resumed: real.resumed,
    beginsWithPractice: () => demo || !real.hasReal(),
  };
}

/** Opened when first asked for, on a folder of its own inside the real one, and made anew when its user starts over. */
function createPracticeSide(options: Omit<SambandOptions, 'practice'>, real: Samband) {
  const dataDir = join(options.dataDir, 'practice');
  const changes = createChanges(options.clock);
  let open: Promise<Samband> | null = null;

  async function begin(): Promise<Samband> {
    const world = createPracticeWorld(options.clock);
    const samband = createSamband({ ...options, dataDir, modem: 'demo', practice: world });
    try {
      samband.events.subscribe(changes.announce);
      samband.start();
      const [book] = await ask<Output<'books.list'>>(samband, 'books.list');
      if (!book) {
        const [practised] = await ask<Output<'books.list'>>(real, 'books.list');
        await seedPractice(samband.dispatch, samband.localUser, practised ?? null, await ask(real, 'settings.get'));
      }
    } catch (error) {
      await samband.stop(0);
      throw error;
    }
    return samband;
  }

  function opening(work: () => Promise<Samband>): Promise<Samband> {
    const opened = work().catch((error: unknown) => {
      // A full disk today must not close practice until the next start.
      if (open === opened) open = null;
      throw error;
    });
    open = opened;
    return opened;
  }

  const current = () => open ?? opening(begin);

  /** Whoever asks meanwhile, or starts over too, waits: the folder is nobody's until it has been made anew. */
  async function startOver(): Promise<void> {
    const before = open;
    await opening(async () => {
      const ended = await before?.catch(() => null);
      await ended?.stop(0);
      rmSync(dataDir, { recursive: true, force: true });
      return begin();
    });
    changes.announce([
      'books',
      'members',
      'roles',
      'broadcasts',
      'outbox',
      'inbox',
      'todos',
      'log',
      'lines',
      'settings',
      'practice',
    ]);
  }

  const dispatch: Dispatch = async (name, input, caller) => {
    if (name === 'practice.reset') {
      await startOver();
      return { ok: true, value: {} };
    }
    return (await current()).dispatch(name, input, caller);
  };

  return {
    async side(): Promise<Side> {
      return { dispatch, events: { subscribe: changes.subscribe }, localUser: (await current()).localUser };
    },
    async stop(): Promise<void> {
      const ended = await open?.catch(() => null);
      await ended?.stop(0);
    },
  };
}

/** A query of the program to itself; the door has checked the answer's shape, so the type is what the contract says. */
async function ask<Value>(side: Side, name: string): Promise<Value> {
  const reply = await side.dispatch(name, {}, side.localUser);
  if (!reply.ok) throw new Error(`${name} answered ${reply.code}`);
  return reply.value as Value;
}
