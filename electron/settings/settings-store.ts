import { z } from 'zod';
import type { ReadableDb, WritableDb } from '../database/database.ts';

/** Everything kept in `setting`, one key each, with what it is before anyone has said anything. */
const keys = {
  language: z.enum(['sv', 'en']).default('sv'),
  country: z.string().default('SE'),
  undoSeconds: z.int().default(0),
  club: z.string().default(''),
  /** The outbox stands still until somebody resumes it. */
  paused: z.boolean().default(false),
  /** The newest time this program itself wrote; a clock far behind it is not believed. */
  aliveAt: z.int().default(0),
  /** The last pause of the computer or the program that ended, for "while the computer was off". */
  awayFrom: z.int().default(0),
  awayTo: z.int().default(0),
  /** A person said that the clock is right although it went back. */
  clockConfirmedAt: z.int().default(0),
  /** True for the folder of a practice Samband. */
  practice: z.boolean().default(false),
  /** The port chosen by hand (lines.use), kept over restarts. */
  port: z.string().nullable().default(null),
} as const;

export type SettingKey = keyof typeof keys;
export type SettingValue<K extends SettingKey> = z.output<(typeof keys)[K]>;

/** Returns the stored value, or the default where nothing is stored. */
export function readSetting<K extends SettingKey>(db: ReadableDb, key: K): SettingValue<K> {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(key);
  // The table pairs each key with its own schema; TypeScript cannot follow that through the lookup.
  return keys[key].parse(row ? JSON.parse(row.value) : undefined) as SettingValue<K>;
}

export function writeSetting<K extends SettingKey>(db: WritableDb, key: K, value: SettingValue<K>): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
