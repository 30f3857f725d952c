import type { AtEngine } from './at/engine.ts';
import { readList, readNumber, readValues } from './at/values.ts';
import type { LineContext } from './line-context.ts';
import { runWhenSimReady } from './sim.ts';

/** What the modem has room for, and where new messages go. */
export interface Storages {
  /** What a sweep reads, the preferred one last (some modems set all memories by the first); empty: only what is selected. */
  read: readonly string[];
}

/** Fewer slots than this in the modem itself, and the SIM is the better place. */
const ENOUGH_SLOTS = 20;
const CPMS_MS = 10_000;

/**
 * Chooses where received messages are stored (TS 27.005 §3.2.2): the modem where it has room, else the SIM. Both are read: old messages
 * lie in the other, and some modems ignore the choice. MT is an alias whose indexes differ, so it is the last resort.
 */
export async function chooseStorages(context: LineContext, withReports: boolean): Promise<Storages> {
  const asked = await runWhenSimReady(context, { command: 'AT+CPMS=?', timeoutMs: CPMS_MS });
  const groups = readValues(asked.lines.find((line) => line.startsWith('+CPMS:')) ?? '').map(readList);
  const readable = groups[0] ?? [];
  if (asked.kind !== 'ok' || readable.length === 0) return { read: [] };
  const receiving = groups[2] ?? readable;
  const wished = ['ME', 'SM'].filter((memory) => readable.includes(memory));
  const candidates = wished.length > 0 ? wished : readable.filter((memory) => memory === 'MT').slice(0, 1);
  let preferred: string | null = null;
  for (const memory of candidates) {
    if (candidates.length > 1 && !receiving.includes(memory)) continue;
    const slots = await setAll(context, memory);
    if (slots === null) continue;
    preferred = memory;
    if (slots >= ENOUGH_SLOTS) break;
  }
  const others = candidates.filter((memory) => memory !== preferred);
  const reports = withReports && readable.includes('SR') ? ['SR'] : [];
  return { read: [...reports, ...others, ...(preferred === null ? [] : [preferred])] };
}

/** Points all three memories at one, fewer where the modem refuses three; its slots, or null where it refuses that too. */
async function setAll(context: LineContext, memory: string): Promise<number | null> {
  const name = `"${memory}"`;
  for (const list of [[name, name, name], [name, name], [name]]) {
    const answer = await runWhenSimReady(context, { command: `AT+CPMS=${list.join(',')}`, timeoutMs: CPMS_MS });
    if (answer.kind === 'ok') return readUse(answer.lines)?.total ?? 0;
    if (answer.kind !== 'error') return null;
  }
  return null;
}

/** Makes a memory the one that is read, and says how full it is; null `use` where the modem did not tell. */
export async function selectStorage(
  engine: AtEngine,
  memory: string,
): Promise<{ ok: boolean; use: StorageUse | null }> {
  const answer = await engine.run({ command: `AT+CPMS="${memory}"`, timeoutMs: CPMS_MS });
  return { ok: answer.kind === 'ok', use: readUse(answer.lines) };
}

export interface StorageUse {
  used: number;
  total: number;
}

/** `+CPMS: 3,20,…` as a write answers, or `+CPMS: "SM",3,20,…` as a query does. */
export function readUse(lines: readonly string[]): StorageUse | null {
  const values = readValues(lines.find((line) => line.startsWith('+CPMS:')) ?? '');
  const numbers = readNumber(values[0]) === null ? values.slice(1) : values;
  const [used, total] = [readNumber(numbers[0]), readNumber(numbers[1])];
  return used === null || total === null ? null : { used, total };
}
