import type { LineHealth } from './line.ts';

/** The current health of a line; tells its owner when something in it changed, but not of every byte heard. */
export interface HealthRecord {
  current(): LineHealth;
  set(patch: Partial<LineHealth>): void;
  heard(at: number): void;
}

/** Nothing has been heard of the modem yet. */
export const UNHEARD: LineHealth = {
  state: 'starting',
  problem: null,
  pinTriesLeft: null,
  operator: null,
  signal: null,
  manufacturer: null,
  model: null,
  imei: null,
  ownNumber: null,
  smsc: null,
  storage: [],
  lastHeardAt: null,
};

/** `changed` is called after each change that a screen could show. */
export function createHealthRecord(changed: () => void): HealthRecord {
  let health = UNHEARD;
  return {
    current: () => health,
    set(patch) {
      const next = { ...health, ...patch };
      if (JSON.stringify(next) === JSON.stringify(health)) return;
      health = next;
      changed();
    },
    heard(at) {
      health = { ...health, lastHeardAt: at };
    },
  };
}
