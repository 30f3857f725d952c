import type { OctetReader } from './octets.ts';
import { readTimestamp, swappedDigits } from './timestamp.ts';
import type { Submit } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** TP-VPF (3GPP TS 23.040 §9.2.3.3). */
export const VALIDITY_FORMAT = { none: 0b00, enhanced: 0b01, relative: 0b10, absolute: 0b11 } as const;

/** Reads TP-VP in the form that TP-VPF names (§9.2.3.12). */
export function readValidity(format: number, reader: OctetReader): Submit['validity'] {
  if (format === VALIDITY_FORMAT.relative) return { relativeMs: relativeMs(reader.next()) };
  if (format === VALIDITY_FORMAT.absolute) return { until: readTimestamp(reader.take(7)) };
  if (format === VALIDITY_FORMAT.enhanced) return readEnhanced(reader.take(7));
  return null;
}

/**
 * The relative TP-VP (§9.2.3.12.1) nearest below `ms`, so that no centre keeps a message longer than asked; five
 * minutes is the least and 63 weeks the most it can say.
 */
export function relativeValidityOctet(ms: number): number {
  for (let octet = 255; octet > 0; octet--) if (relativeMs(octet) <= ms) return octet;
  return 0;
}

function relativeMs(octet: number): number {
  if (octet <= 143) return (octet + 1) * 5 * MINUTE;
  if (octet <= 167) return 12 * HOUR + (octet - 143) * 30 * MINUTE;
  if (octet <= 196) return (octet - 166) * DAY;
  return (octet - 192) * 7 * DAY;
}

/** §9.2.3.12.3: the low three bits of the first octet name the form; reserved forms say nothing. */
function readEnhanced(octets: Uint8Array): Submit['validity'] {
  const [indicator = 0, first = 0, second = 0, third = 0] = octets;
  const form = indicator & 0b111;
  if (form === 0b001) return { relativeMs: relativeMs(first) };
  if (form === 0b010) return { relativeMs: first * 1000 };
  if (form !== 0b011) return null;
  const [hours, minutes, seconds] = [swappedDigits(first), swappedDigits(second), swappedDigits(third)];
  if (hours === null || minutes === null || seconds === null) return null;
  return { relativeMs: hours * HOUR + minutes * MINUTE + seconds * 1000 };
}
