import type { LineContext } from './line-context.ts';
import {
  announceRegistration,
  readOperator,
  readOwnNumber,
  readRegistration,
  readServiceCentre,
  readSignal,
} from './network.ts';
import { chooseNotifications } from './notifications.ts';
import { runWhenSimReady } from './sim.ts';
import { chooseStorages, type Storages } from './storage.ts';

/** How this modem was set up, for the sweeps and the loop. */
export interface Setup {
  storages: Storages;
  /** The AT+CNMI values in force, null where the modem takes none. */
  notifications: string | null;
  /** Handed-over messages have to be acknowledged (AT+CSMS=1), or the modem stops handing over. */
  acknowledges: boolean;
  /** No service centre is set: the network will take nothing (+CMS ERROR 330). */
  lacksServiceCentre: boolean;
}

/**
 * Sets an unlocked modem up for SMS, in the order its parts depend on each other. Only PDU mode is required: null where the modem
 * refuses it. Whatever else it refuses it does without.
 */
export async function setUpModem(context: LineContext): Promise<Setup | null> {
  const { engine, health, log } = context;
  // For the strings of COPS, CSCA and CNUM only; PDUs do not depend on it.
  await engine.run({ command: 'AT+CSCS="GSM"', timeoutMs: 2_000 });
  if (!(await assertPduMode(context))) return null;
  const acknowledges = await avoidAcknowledging(context);
  const notifications = await chooseNotifications(engine);
  const storages = await chooseStorages(context, notifications?.split(',')[3] === '2');
  const centre = await runWhenSimReady(context, { command: 'AT+CSCA?', timeoutMs: 5_000 });
  const smsc = readServiceCentre(centre.lines);
  health.set({ smsc: smsc === 'empty' ? null : smsc });
  await announceRegistration(engine);
  // Operator names as text.
  await engine.run({ command: 'AT+COPS=3,0', timeoutMs: 10_000 });
  health.set({ ownNumber: await readOwnNumber(context) });
  log({
    level: 'info',
    what: `modem set up: storages ${storages.read.join(' ') || 'as selected'}, CNMI ${notifications ?? 'none'}`,
  });
  return { storages, notifications, acknowledges, lacksServiceCentre: smsc === 'empty' };
}

/** PDU mode (TS 27.005 §3.2.3), asked for before every sweep: another program or a reset may have flipped it. */
export async function assertPduMode(context: LineContext): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await runWhenSimReady(context, { command: 'AT+CMGF=0', timeoutMs: 5_000 });
    if (answer.kind === 'ok') return true;
    if (context.engine.closed() || context.signal.aborted) return false;
  }
  return false;
}

/** Phase 2 (AT+CSMS=0, TS 27.005 §3.2.1); true where the modem stays in 2+, which wants every handed-over message acknowledged. */
async function avoidAcknowledging({ engine }: LineContext): Promise<boolean> {
  const asked = await engine.run({ command: 'AT+CSMS?', timeoutMs: 5_000 });
  if (!/^\+CSMS:\s*1/.test(asked.lines.find((line) => line.startsWith('+CSMS:')) ?? '')) return false;
  const answer = await engine.run({ command: 'AT+CSMS=0', timeoutMs: 5_000 });
  return answer.kind !== 'ok';
}

/** Reads signal, operator and registration into the health, the first of them being the heartbeat; false when it stays unanswered. */
export async function refreshNetwork({
  engine,
  health,
}: LineContext): Promise<{ answered: boolean; registered: boolean | null }> {
  const { answered, signal } = await readSignal(engine);
  if (!answered) return { answered, registered: null };
  const registered = await readRegistration(engine);
  health.set({ signal, operator: await readOperator(engine) });
  return { answered, registered };
}
