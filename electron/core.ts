import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { Log } from './log.ts';

/** What every area of the program is given; nothing is global, so two Sambands live side by side. */
export interface Core {
  database: Database;
  clock: Clock;
  /** HMAC of a normalised address with the folder's key, hex: outlives erasure and tells no number. */
  addressKey(address: string): string;
  log: Log;
}
