import type { AtEngine } from './at/engine.ts';
import { readList, readValues } from './at/values.ts';

/**
 * AT+CNMI settings in order of worth (TS 27.005 §3.4.1): messages stored and announced, reports handed over (best on Qualcomm chips, whose
 * stored reports cannot be read), reports stored, none; then Cinterion's bfr=1, mode 1 (Novatel), mode 3.
 */
const WISHES = [
  '2,1,0,1,0',
  '2,1,0,2,0',
  '2,1,0,0,0',
  '2,1,0,1,1',
  '2,1,0,2,1',
  '2,1,0,0,1',
  '1,1,0,1,0',
  '1,1,0,2,0',
  '1,1,0,0,0',
  '2,0,0,0,0',
  '3,1,0,1,0',
  '3,1,0,2,0',
  '3,1,0,0,0',
];
const CNMI_MS = 5_000;

/** Sets the best announcement the modem takes; null where it takes none, and sweeps alone find messages. */
export async function chooseNotifications(engine: AtEngine): Promise<string | null> {
  const asked = await engine.run({ command: 'AT+CNMI=?', timeoutMs: CNMI_MS });
  const offered = readValues(asked.lines.find((line) => line.startsWith('+CNMI:')) ?? '').map(readList);
  const isOffered = (wish: string) => wish.split(',').every((value, place) => offered[place]?.includes(value) ?? true);
  // What a modem says it takes is a hint only, so the rest is tried after it.
  for (const wish of [...WISHES.filter(isOffered), ...WISHES.filter((wish) => !isOffered(wish))]) {
    const answer = await engine.run({ command: `AT+CNMI=${wish}`, timeoutMs: CNMI_MS });
    if (answer.kind === 'ok') return wish;
    if (answer.kind !== 'error') return null;
  }
  return null;
}

/** Sets the announcement again if it has vanished, as it does silently on some modems. */
export async function keepNotifications(engine: AtEngine, chosen: string): Promise<void> {
  const asked = await engine.run({ command: 'AT+CNMI?', timeoutMs: CNMI_MS });
  const now = asked.lines.find((line) => line.startsWith('+CNMI:'));
  if (asked.kind !== 'ok' || now === undefined || readValues(now).join(',') === chosen) return;
  await engine.run({ command: `AT+CNMI=${chosen}`, timeoutMs: CNMI_MS });
}
