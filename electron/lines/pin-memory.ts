import type { Core } from '../core.ts';
import type { PinMemory } from '../modem/line.ts';
import type { Secrets } from '../secrets.ts';

interface AttemptRow {
  outcome: 'taken' | 'refused' | null;
  was_taken: 0 | 1;
}

/**
 * What the database knows of PINs given. A wrong PIN tried three times locks the SIM, so an attempt is committed before the modem
 * hears of it, and one that was refused, or whose outcome was never learnt, is never made again. A PIN that this SIM has taken
 * before is let through once more when its last outcome was not learnt: a program killed at that moment must not shut its owner
 * out for ever; the lost try counts as a failure all the same.
 */
export function createPinMemory(core: Core, secrets: Secrets): PinMemory {
  const { database, clock } = core;
  const secretName = (simKey: string) => `pin:${simKey}`;
  const pinKey = (simKey: string, pin: string) => core.addressKey(`pin:${simKey}:${pin}`);
  const remembered = (simKey: string): string | null => {
    const row = database.read
      .prepare<[string], { sealed: string }>('SELECT sealed FROM secret WHERE name = ?')
      .get(secretName(simKey));
    return row ? secrets.unseal(row.sealed) : null;
  };
  return {
    remembered,
    mayGive(simKey, pin) {
      const row = database.read
        .prepare<[string, string], AttemptRow>(
          'SELECT outcome, was_taken FROM pin_attempt WHERE sim_key = ? AND pin_key = ?',
        )
        .get(simKey, pinKey(simKey, pin));
      return row === undefined || row.outcome === 'taken' || (row.outcome === null && row.was_taken === 1);
    },
    recordGiven(simKey, pin) {
      database.write(['lines'], (db) =>
        db
          .prepare(
            `INSERT INTO pin_attempt (sim_key, pin_key, given_at) VALUES (?, ?, ?)
             ON CONFLICT (sim_key, pin_key) DO UPDATE SET given_at = excluded.given_at, outcome = NULL, cost_a_try = 1`,
          )
          .run(simKey, pinKey(simKey, pin), clock.now()),
      );
    },
    recordOutcome(simKey, pin, outcome) {
      database.write(['lines'], (db) => {
        db.prepare('UPDATE pin_attempt SET outcome = ?, was_taken = ? WHERE sim_key = ? AND pin_key = ?').run(
          outcome,
          outcome === 'taken' ? 1 : 0,
          simKey,
          pinKey(simKey, pin),
        );
        if (outcome === 'taken') {
          // A SIM counts from the start again when it has taken one.
          db.prepare('UPDATE pin_attempt SET cost_a_try = 0 WHERE sim_key = ?').run(simKey);
          db.prepare(
            'INSERT INTO secret (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
          ).run(secretName(simKey), secrets.seal(pin));
        } else if (remembered(simKey) === pin) {
          db.prepare('DELETE FROM secret WHERE name = ?').run(secretName(simKey));
        }
      });
    },
    failures(simKey) {
      const row = database.read
        .prepare<[string], { failures: number }>(
          'SELECT count(*) AS failures FROM pin_attempt WHERE sim_key = ? AND cost_a_try = 1',
        )
        .get(simKey);
      return row?.failures ?? 0;
    },
  };
}
