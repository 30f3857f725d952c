import type { Core } from '../core.ts';
import type { PinMemory } from '../modem/line.ts';
import type { Secrets } from '../secrets.ts';

interface AttemptRow {
  outcome: 'taken' | 'refused' | null;
}

/**
 * What the database knows of PINs given. A wrong PIN tried three times locks the SIM, so an attempt is committed before the modem
 * hears of it, and one that was refused, or whose outcome was never learnt, is never made again.
 */
export function createPinMemory(core: Core, secrets: Secrets): PinMemory {
  const { database, clock } = core;
  const secretName = (simKey: string) => `pin:${simKey}`;
  const pinKey = (simKey: string, pin: string) => core.addressKey(`pin:${simKey}:${pin}`);
  return {
    remembered(simKey) {
      const row = database.read
        .prepare<[string], { sealed: string }>('SELECT sealed FROM secret WHERE name = ?')
        .get(secretName(simKey));
      return row ? secrets.unseal(row.sealed) : null;
    },
    mayGive(simKey, pin) {
      const row = database.read
        .prepare<[string, string], AttemptRow>('SELECT outcome FROM pin_attempt WHERE sim_key = ? AND pin_key = ?')
        .get(simKey, pinKey(simKey, pin));
      return row === undefined || row.outcome === 'taken';
    },
    recordGiven(simKey, pin) {
      database.write(['lines'], (db) =>
        db
          .prepare(
            `INSERT INTO pin_attempt (sim_key, pin_key, given_at, outcome) VALUES (?, ?, ?, NULL)
             ON CONFLICT (sim_key, pin_key) DO UPDATE SET given_at = excluded.given_at, outcome = NULL`,
          )
          .run(simKey, pinKey(simKey, pin), clock.now()),
      );
    },
    recordOutcome(simKey, pin, outcome) {
      database.write(['lines'], (db) => {
        db.prepare('UPDATE pin_attempt SET outcome = ? WHERE sim_key = ? AND pin_key = ?').run(
          outcome,
          simKey,
          pinKey(simKey, pin),
        );
        if (outcome === 'taken') {
          db.prepare(
            'INSERT INTO secret (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
          ).run(secretName(simKey), secrets.seal(pin));
        } else {
          db.prepare('DELETE FROM secret WHERE name = ?').run(secretName(simKey));
        }
      });
    },
    failures(simKey) {
      const row = database.read
        .prepare<[string, string], { failures: number }>(
          `SELECT count(*) AS failures FROM pin_attempt WHERE sim_key = ? AND outcome IS NOT 'taken'
             AND given_at >= coalesce((SELECT max(given_at) FROM pin_attempt WHERE sim_key = ? AND outcome = 'taken'), 0)`,
        )
        .get(simKey, simKey);
      return row?.failures ?? 0;
    },
  };
}
