import type { Clock } from '../../clock.ts';
import type { Habits } from './habits.ts';
import type { Outcome } from './outcome.ts';
import type { SimCard } from './sim-card.ts';
import type { Memory, MemoryName } from './storage.ts';

/** What a modem is, from the factory. */
export interface Profile {
  manufacturer: string;
  model: string;
  revision: string;
  /** The operator's name in letters of the GSM alphabet (+COPS). */
  operator: string;
  /** MCC and MNC as +COPS=3,2 shows them. */
  operatorCode: string;
  /** Service centre a SIM comes with. */
  smsc: string;
  simSlots: number;
  ownSlots: number;
  /** The lowest slot index. */
  firstIndex: number;
  /** What +CMGR says of an empty slot: modems differ. */
  emptySlot: 'error' | 'only-ok' | 'zeros';
}

export const PRACTICE_PROFILE: Profile = {
  manufacturer: 'Samband',
  model: 'Practice modem',
  revision: '1.0',
  operator: 'Samband',
  operatorCode: '24099',
  smsc: '+46705008999',
  simSlots: 20,
  ownSlots: 50,
  firstIndex: 0,
  emptySlot: 'error',
};

/** What commands set and a power-up forgets. */
export interface Settings {
  echo: boolean;
  verbose: boolean;
  quiet: boolean;
  charset: 'GSM' | 'IRA' | 'UCS2';
  /** <mem1> read and delete, <mem2> write and send, <mem3> receive (TS 27.005 §3.2.2). */
  memories: [MemoryName, MemoryName, MemoryName];
  /** <mode>, <mt>, <bm>, <ds>, <bfr> (TS 27.005 §3.4.1). */
  cnmi: [number, number, number, number, number];
  cmee: number;
  csms: number;
  cmms: number;
  cfun: number;
  creg: number;
  cgreg: number;
  cereg: number;
  cgsms: number;
  clip: number;
  copsFormat: number;
}

export function freshSettings(): Settings {
  return {
    echo: true,
    verbose: true,
    quiet: false,
    charset: 'GSM',
    memories: ['SM', 'SM', 'SM'],
    cnmi: [0, 0, 0, 0, 0],
    cmee: 0,
    csms: 0,
    cmms: 0,
    cfun: 1,
    creg: 0,
    cgreg: 0,
    cereg: 0,
    cgsms: 3,
    clip: 0,
    copsFormat: 0,
  };
}

/** The modem as its commands see it. */
export interface Device {
  readonly clock: Clock;
  readonly profile: Profile;
  readonly imei: string;
  readonly habits: Habits;
  /** Replaced by fresh ones at power-up. */
  settings: Settings;
  sim: SimCard | null;
  /** True from the right PIN until the SIM answers. */
  simBusy: boolean;
  readonly ownMemory: Memory;
  /** A routed message waits for +CNMA. */
  awaitsAck: boolean;
  memory(name: MemoryName): Memory | null;
  registered(): boolean;
  /** Sends a TPDU of `length` octets; `answer` names the command whose result carries the reference. */
  submit(hex: string, length: number, answer: string): Outcome;
  /** Tells the network that the radio is on, or that there is room again (TS 24.011 §7.3.2, RP-SMMA). */
  askNetwork(): void;
  /** As +CFUN=1,1 does: the port stays, settings are forgotten, the PIN is asked for again. */
  restart(): void;
}

/** The code that stands in the way of anything that needs the SIM, null where nothing does. */
export function simProblem(device: Device): { cme: number; cms: number } | null {
  if (!device.sim) return { cme: 10, cms: 310 };
  if (device.sim.state() === 'SIM PIN') return { cme: 11, cms: 311 };
  if (device.sim.state() === 'SIM PUK') return { cme: 12, cms: 316 };
  if (device.simBusy) return { cme: 14, cms: 314 };
  return null;
}
