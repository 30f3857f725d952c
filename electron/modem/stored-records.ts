import type { AtEngine } from './at/engine.ts';
import { readNumber, readValues } from './at/values.ts';
import type { StorageUse } from './storage.ts';

/** One slot as AT+CMGL or AT+CMGR printed it; `hex` is '' where the PDU line is missing. */
export interface StoredRecord {
  index: number;
  stat: number | null;
  declaredLength: number | null;
  hex: string;
}

/** A slot read by itself. `unanswered`: the modem did not say, which is not the same as empty. */
export type SlotReading =
  | { kind: 'record'; record: StoredRecord }
  | { kind: 'empty' }
  | { kind: 'refused' }
  | { kind: 'unanswered' };

const LIST_MS = 30_000;
const PER_SLOT_MS = 1_000;
const LIST_EXTEND_MS = 10_000;
const SLOT_MS = 5_000;
/** A modem that tells neither counts nor errors apart is read this far. */
const UNKNOWN_SLOTS = 50;

/** Lists the selected storage (TS 27.005 §4.1), waiting longer the more lies in it; null where the modem cannot. */
export async function listRecords(engine: AtEngine, use: StorageUse | null): Promise<StoredRecord[] | 'hung' | null> {
  const answer = await engine.run({
    command: 'AT+CMGL=4',
    timeoutMs: LIST_MS + PER_SLOT_MS * (use?.used ?? 0),
    extendMs: LIST_EXTEND_MS,
  });
  if (answer.kind === 'timeout') return 'hung';
  return answer.kind === 'ok' ? readRecords(answer.lines) : null;
}

/** Cuts an answer of AT+CMGL into records: `+CMGL: <index>,<stat>,[<alpha>],<length>` and the PDU on the next line. */
export function readRecords(lines: readonly string[]): StoredRecord[] {
  const records: StoredRecord[] = [];
  for (const [place, line] of lines.entries()) {
    if (!line.startsWith('+CMGL:')) continue;
    const values = readValues(line);
    const index = readNumber(values[0]);
    if (index === null) continue;
    const next = lines[place + 1] ?? '';
    records.push({
      index,
      stat: readNumber(values[1]),
      declaredLength: readNumber(values.at(-1)),
      hex: next.startsWith('+CMGL:') ? '' : next,
    });
  }
  return records;
}

/** Reads one slot (TS 27.005 §4.2). A bare OK and `+CMGR: 0,,0` are empty slots. */
export async function readSlot(engine: AtEngine, index: number): Promise<SlotReading> {
  const answer = await engine.run({ command: `AT+CMGR=${index}`, timeoutMs: SLOT_MS });
  if (answer.kind === 'error') return { kind: answer.error.code === 321 ? 'empty' : 'refused' };
  if (answer.kind !== 'ok') return { kind: 'unanswered' };
  const place = answer.lines.findIndex((line) => line.startsWith('+CMGR:'));
  const values = readValues(answer.lines[place] ?? '');
  const record = {
    index,
    stat: readNumber(values[0]),
    declaredLength: readNumber(values.at(-1)),
    hex: place === -1 ? '' : (answer.lines[place + 1] ?? ''),
  };
  return record.hex === '' ? { kind: 'empty' } : { kind: 'record', record };
}

/**
 * Slot by slot, for modems whose list fails or hangs; index 0 is a slot on some, index `total` on others. `complete` is false when a slot
 * went unanswered.
 */
export async function readSlots(
  engine: AtEngine,
  use: StorageUse | null,
  stop: () => boolean,
): Promise<{ records: StoredRecord[]; complete: boolean }> {
  const records: StoredRecord[] = [];
  let complete = true;
  const last = use?.total ?? UNKNOWN_SLOTS;
  for (let index = 0; index <= last && !stop(); index += 1) {
    if (use && records.length >= use.used) break;
    const slot = await readSlot(engine, index);
    if (slot.kind === 'record') records.push(slot.record);
    if (slot.kind === 'unanswered') complete = false;
  }
  return { records, complete };
}

/**
 * True when the PDU line is whole: hex, and as long as the modem declared, the octets of the service centre's address not counted (TS 27.005
 * §3.1 <length>). Some firmware leaves that address out of reports.
 */
export function isWhole({ hex, declaredLength }: Pick<StoredRecord, 'hex' | 'declaredLength'>): boolean {
  if (!/^(?:[0-9A-F]{2})+$/i.test(hex)) return false;
  if (declaredLength === null) return true;
  const octets = hex.length / 2;
  return octets === declaredLength || octets === 1 + Number.parseInt(hex.slice(0, 2), 16) + declaredLength;
}
