import { assertPduMode, type Setup } from './init.ts';
import type { ReceivedPdu } from './line.ts';
import type { LineContext } from './line-context.ts';
import { keepNotifications } from './notifications.ts';
import { type StorageUse, selectStorage } from './storage.ts';
import { isWhole, listRecords, readSlot, readSlots, type StoredRecord } from './stored-records.ts';

/**
 * What lies in slots although it was handed over: a failing delete, or a draft that stays. Keeps the same record from being handed over
 * at every sweep. Kept over reopenings of the port, for one SIM.
 */
export type LeftInSlots = Map<string, LeftRecord>;

interface LeftRecord {
  /** As AT+CMGL printed it: what the next sweep is compared with. */
  listed: string;
  /** As it was handed over, which is another reading where the list was damaged. */
  handed: string;
  deletable: boolean;
}

export interface SweepState {
  /** The SIM these slots belong to. */
  card: string | null;
  left: LeftInSlots;
  /** AT+CMGL never came back on this modem: read slot by slot from now on. */
  listHangs: boolean;
}

/** A SIM erases slowly. */
const DELETE_MS = 20_000;
/** Fewer free slots than this, and one long message fills the storage. */
const SPARE_SLOTS = 2;

/**
 * Reads every storage, hands each record to the owner and empties its slot when the owner has it for good. Resolves to how many
 * were handed over; null when some storage could not be read, and then nothing is said of what waits.
 */
export async function sweepStorages(context: LineContext, setup: Setup, state: SweepState): Promise<number | null> {
  const { engine, health, owner, signal } = context;
  if (!(await assertPduMode(context))) return null;
  if (setup.notifications !== null) await keepNotifications(engine, setup.notifications);
  const memories = setup.storages.read.length > 0 ? setup.storages.read : [null];
  const uses: { memory: string; used: number; total: number }[] = [];
  const progress = { found: 0, whole: true };
  for (const [place, memory] of memories.entries()) {
    let use: StorageUse | null = null;
    if (memory !== null) {
      const selected = await selectStorage(engine, memory);
      if (!selected.ok) {
        // What is only advertised is no storage; the preferred one, the last, has to be there.
        if (place === memories.length - 1) progress.whole = false;
        continue;
      }
      use = selected.use;
      if (use) uses.push({ memory, ...use });
    }
    await sweepStorage(context, state, memory ?? 'SM', use, progress);
    if (signal.aborted || engine.closed()) return null;
  }
  health.set({ storage: uses });
  if (!progress.whole) return null;
  owner.swept(progress.found);
  return progress.found;
}

/** True when a storage is so full that the next long message may not fit. */
export function isStorageFull(storage: readonly StorageUse[]): boolean {
  return storage.some(({ used, total }) => total > 0 && used >= total - SPARE_SLOTS);
}

interface Progress {
  found: number;
  whole: boolean;
}

async function sweepStorage(
  context: LineContext,
  state: SweepState,
  memory: string,
  use: StorageUse | null,
  progress: Progress,
) {
  const { engine, log, signal } = context;
  const stop = () => signal.aborted || engine.closed();
  const listed = state.listHangs ? null : await listRecords(engine, use);
  if (listed === 'hung') {
    state.listHangs = true;
    log({ level: 'warn', what: `AT+CMGL did not come back on ${memory}; reading slot by slot` });
  }
  const { records, complete } = Array.isArray(listed)
    ? { records: listed, complete: true }
    : await readSlots(engine, use, stop);
  if (!complete) progress.whole = false;
  if (complete) forgetEmptied(state.left, memory, records);
  for (const record of records) {
    if (stop()) return;
    await takeRecord(context, state.left, memory, record, progress);
  }
}

function forgetEmptied(left: LeftInSlots, memory: string, records: readonly StoredRecord[]) {
  const listed = new Set(records.map(({ index }) => `${memory} ${index}`));
  for (const key of left.keys()) if (key.startsWith(`${memory} `) && !listed.has(key)) left.delete(key);
}

async function takeRecord(
  context: LineContext,
  left: LeftInSlots,
  memory: string,
  listed: StoredRecord,
  progress: Progress,
) {
  const key = `${memory} ${listed.index}`;
  const before = left.get(key);
  if (before?.listed === listed.hex) {
    if (before.deletable) await deleteAgain(context, left, memory, listed.index, before);
    return;
  }
  const reading = isWhole(listed) ? listed : await readAgain(context, listed);
  if (reading === 'empty') return;
  const pdu = reading === 'unsure' ? null : toReceived(memory, reading);
  const verdict = pdu && handOver(context, pdu);
  if (!pdu || !verdict) {
    progress.whole = false;
    return;
  }
  progress.found += 1;
  left.set(key, { listed: listed.hex, handed: pdu.hex, deletable: verdict.deletable });
  if (verdict.deletable) await deleteSlot(context, left, pdu);
}

/**
 * A damaged line may be noise on the wire, so the slot is read once more. The same damage again is the record's own; anything
 * else is `unsure` and left for the next sweep, or a good message would be deleted for a bad reading of it.
 */
async function readAgain(
  { engine, log }: LineContext,
  listed: StoredRecord,
): Promise<StoredRecord | 'empty' | 'unsure'> {
  const slot = await readSlot(engine, listed.index);
  if (slot.kind === 'empty') return 'empty';
  if (slot.kind === 'unanswered') return 'unsure';
  if (slot.kind === 'record' && isWhole(slot.record)) return slot.record;
  if (slot.kind === 'record' && slot.record.hex !== listed.hex) return 'unsure';
  if (listed.hex === '') return 'empty';
  log({ level: 'warn', what: `slot ${listed.index} holds a damaged record; it is kept as it is` });
  return listed;
}

/** The other way in: what a modem pushed (+CMT, +CDS). Null when the owner could not keep it, so it must stay where it is. */
export function handOver({ owner, log }: LineContext, pdu: ReceivedPdu): { deletable: boolean } | null {
  try {
    return owner.received(pdu);
  } catch (error) {
    log({ level: 'warn', what: `a received PDU could not be kept: ${error instanceof Error ? error.name : 'error'}` });
    return null;
  }
}

/** Only what the slot held when it was handed over is deleted: another program may have used the modem since. */
async function deleteAgain(context: LineContext, left: LeftInSlots, memory: string, index: number, before: LeftRecord) {
  const slot = await readSlot(context.engine, index);
  if (slot.kind !== 'record') return;
  if (slot.record.hex !== before.handed && slot.record.hex !== before.listed) return;
  await deleteSlot(context, left, toReceived(memory, { ...slot.record, hex: before.handed }));
}

async function deleteSlot({ engine, owner, log }: LineContext, left: LeftInSlots, pdu: ReceivedPdu) {
  if (!pdu.slot) return;
  const { memory, index } = pdu.slot;
  const answer = await engine.run({ command: `AT+CMGD=${index}`, timeoutMs: DELETE_MS });
  if (answer.kind !== 'ok') {
    log({ level: 'warn', what: `slot ${memory} ${index} could not be emptied; trying again at the next sweep` });
    return;
  }
  left.delete(`${memory} ${index}`);
  owner.deleted(pdu);
}

function toReceived(memory: string, { index, stat, declaredLength, hex }: StoredRecord): ReceivedPdu {
  return { hex, declaredLength, slot: { memory, index }, stat };
}
