import type { Clock } from '../../clock.ts';
import type { Port } from '../port.ts';
import type { AtCommand } from './command-line.ts';
import { registrationOf } from './commands/network.ts';
import { runCommand } from './commands/run-command.ts';
import { type Device, freshSettings, PRACTICE_PROFILE, type Profile, simProblem } from './device.ts';
import { faultOf } from './faults.ts';
import { type Habits, STEADY } from './habits.ts';
import { createPracticeNetwork, type PracticeNetwork } from './network.ts';
import { after, fail, type Outcome } from './outcome.ts';
import { receivePdu } from './receiving.ts';
import { createSerialEnd } from './serial-end.ts';
import { createSimCard, type Subscription } from './sim-card.ts';
import { createMemory, type Memory } from './storage.ts';
import { createSubmitter } from './submitting.ts';
import { createTerminal } from './terminal.ts';

/** A modem of our own: AT at the byte level behind a `Port`, with telephones on the other side of its network. */
export interface PracticeModem {
  /** Opens the line. Throws PortError: `busy` while it is open, `missing` while unplugged. */
  open(): Port;
  readonly network: PracticeNetwork;
  /** How it behaves; may be changed at any time, except `tornReads.seed`. */
  readonly habits: Habits;
  /** What lies in the SIM (null without one) and in the modem, for looking at and for planting messages. */
  storage(): { SM: Memory | null; ME: Memory };
  /**
   * Pulls the cable: the port closes under its client and everything but the storages is forgotten, a text on its way
   * to the network too. Plugs itself in again after `againAfterMs` where given.
   */
  unplug(againAfterMs?: number): void;
  plugIn(): void;
  pluggedIn(): boolean;
  /** Takes the SIM out and puts another in (null: none), and restarts. The old SIM and what lies in it are gone. */
  changeSim(subscription: Subscription | null): void;
  /** Says lines unasked, as a modem does of its own accord. */
  announce(...lines: string[]): void;
  /** Every command run so far, as `+CMGS=23`, for tests of what a client says. PINs are among them. */
  readonly commands: readonly string[];
}

export interface PracticeModemOptions {
  clock: Clock;
  numbering: Subscription & { imei: string };
  profile?: Partial<Profile>;
  habits?: Partial<Habits>;
  /** The network it is in; its own where absent. */
  network?: PracticeNetwork;
}

export function createPracticeModem(options: PracticeModemOptions): PracticeModem {
  const { clock, numbering } = options;
  const profile: Profile = { ...PRACTICE_PROFILE, ...options.profile };
  const habits: Habits = { ...STEADY, ...options.habits };
  const network = options.network ?? createPracticeNetwork({ clock });
  const ownMemory = createMemory('ME', profile.ownSlots, profile.firstIndex);
  const makeSim = (subscription: Subscription) =>
    createSimCard(subscription, {
      slots: profile.simSlots,
      firstIndex: profile.firstIndex,
      smsc: profile.smsc,
    });

  const serial = createSerialEnd(habits, (bytes) => terminal.input(bytes));

  const device: Device = {
    clock,
    profile,
    imei: numbering.imei,
    habits,
    settings: freshSettings(),
    sim: makeSim(numbering),
    simBusy: false,
    ownMemory,
    awaitsAck: false,
    memory: (name) => (name === 'ME' ? ownMemory : (device.sim?.memory ?? null)),
    registered: () => serial.pluggedIn() && !simProblem(device) && [1, 5, 6, 7].includes(registrationOf(device)),
    submit: (hex, length, answer) => submit(hex, length, answer),
    askNetwork: () => link.tryAgain(),
    restart() {
      device.settings = freshSettings();
      device.awaitsAck = false;
      device.simBusy = false;
      device.sim?.powerUp();
      link.tryAgain();
    },
  };

  const link = network.attach({
    ownNumber: () => device.sim?.ownNumber ?? null,
    take: (message) => receivePdu(device, message, (...lines) => terminal.announce(...lines)),
  });

  const unplug = (againAfterMs?: number) => {
    terminal.reset();
    serial.pull();
    if (againAfterMs !== undefined) clock.after(againAfterMs, plugIn);
  };
  const plugIn = () => {
    if (serial.pluggedIn()) return;
    serial.plugIn();
    device.restart();
  };

  const submit = createSubmitter(device, network, link, unplug);
  const commands: string[] = [];
  const countOf = new Map<string, number>();

  const run = (command: AtCommand): Outcome => {
    commands.push(written(command));
    const fault = faultOf(habits.faults, command, countOf);
    switch (fault?.kind) {
      case undefined:
        return runCommand(device, command);
      case 'error':
        return fail(fault.end);
      case 'silent':
        return { kind: 'silent' };
      case 'answer-lost':
        return unheard(runCommand(device, command));
      case 'slow':
        return after(fault.ms, () => runCommand(device, command));
      case 'unplug':
        unplug(fault.againAfterMs);
        return { kind: 'silent' };
    }
  };

  const terminal = createTerminal({ clock, habits, settings: () => device.settings, run, say: serial.say });

  return {
    open: serial.open,
    network,
    habits,
    storage: () => ({ SM: device.sim?.memory ?? null, ME: ownMemory }),
    unplug,
    plugIn,
    pluggedIn: serial.pluggedIn,
    changeSim(subscription) {
      device.sim = subscription && makeSim(subscription);
      terminal.reset();
      device.restart();
    },
    announce: terminal.announce,
    commands,
  };
}

function written({ name, form, value }: AtCommand): string {
  const mark = form === 'read' ? '?' : form === 'test' ? '=?' : form === 'set' ? `=${value}` : value;
  return `${name}${mark}`;
}

/** The command is carried out, and the client hears nothing of it. */
function unheard(outcome: Outcome): Outcome {
  if (outcome.kind === 'wait') return { ...outcome, next: () => unheard(outcome.next()) };
  return { kind: 'silent' };
}
