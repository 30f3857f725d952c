import type { Port } from '../../electron/modem/port.ts';
import type { PracticeModemOptions } from '../../electron/modem/practice/practice-modem.ts';
import { createPracticeModem, type PracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

export const OWN_NUMBER = '+46700000100';

export const NUMBERING = {
  ownNumber: OWN_NUMBER,
  iccid: '8946070000000000017',
  imsi: '240990000000017',
  imei: '490154203237518',
};

/** Someone at a terminal program: types bytes and reads what the modem says. */
export interface TypedClient {
  readonly port: Port;
  /** Types exactly this; resolves with what the modem said within `ms` (as latin1). */
  type(bytes: string, ms?: number): Promise<string>;
  /** Types a command line with its CR. */
  at(line: string, ms?: number): Promise<string>;
  /** What was said since the last time. */
  read(): Promise<string>;
  /** The pieces the bytes came in, all of them. */
  readonly pieces: readonly number[];
  /** The error of a line that closed; null while it is open. */
  closed(): { error: Error | undefined } | null;
}

export function openClient(modem: PracticeModem, clock: ManualClock): TypedClient {
  const port = modem.open();
  let heard = '';
  let end: { error: Error | undefined } | null = null;
  const pieces: number[] = [];
  port.onData((bytes) => {
    pieces.push(bytes.length);
    heard += Buffer.from(bytes).toString('latin1');
  });
  port.onClose((error) => {
    end = { error };
  });
  const read = async () => {
    await clock.advance(0);
    const said = heard;
    heard = '';
    return said;
  };
  const type = async (bytes: string, ms = 0) => {
    await port.write(Buffer.from(bytes, 'latin1'));
    await clock.advance(ms);
    return read();
  };
  return { port, type, at: (line, ms) => type(`${line}\r`, ms), read, pieces, closed: () => end };
}

/** A modem, its clock and someone at its terminal, echo off. */
export async function aPracticeModem(options: Partial<PracticeModemOptions> = {}) {
  const clock = createManualClock();
  const modem = createPracticeModem({ clock, numbering: NUMBERING, ...options });
  const client = openClient(modem, clock);
  await client.at('ATE0');
  return { clock, modem, client };
}
