import type { Clock } from '../clock.ts';
import type { AtEngine } from './at/engine.ts';
import type { LineOwner } from './line.ts';
import type { HealthRecord } from './line-health.ts';

/** What happened on a line, without texts and full numbers. */
export type LineLog = (entry: { level: 'info' | 'warn'; what: string }) => void;

/** What every step of a session (one opening of the port) works with. */
export interface LineContext {
  engine: AtEngine;
  clock: Clock;
  owner: LineOwner;
  log: LineLog;
  health: HealthRecord;
  /** Aborts when the line is to stop: steps then end after the command in flight. */
  signal: AbortSignal;
}
