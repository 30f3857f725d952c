const QUARTER_MS = 15 * 60_000;
/** UTC+14, the farthest zone there is, in quarters of an hour. */
const FARTHEST_ZONE = 56;

/**
 * Reads the seven octets of TP-SCTS (3GPP TS 23.040 §9.2.3.11): epoch milliseconds, or null where the digits are no
 * time. Modems and centres do send 0xFF and month 0; the caller then has the time of arrival.
 */
export function readTimestamp(octets: Uint8Array): number | null {
  const [year, month, day, hour, minute, second] = Array.from(octets.subarray(0, 6), swappedDigits);
  const zone = octets[6];
  if (year == null || month == null || day == null || hour == null || minute == null || second == null) return null;
  if (zone === undefined || hour > 23 || minute > 59 || second > 59) return null;
  // Bit 3 is the sign, so it must not count as part of the tens.
  const quarters = swappedDigits(zone & 0b1111_0111);
  if (quarters === null || quarters > FARTHEST_ZONE) return null;
  const fullYear = year >= 90 ? 1900 + year : 2000 + year;
  const local = Date.UTC(fullYear, month - 1, day, hour, minute, second);
  // 30 February would be 2 March.
  if (new Date(local).getUTCMonth() !== month - 1) return null;
  return local - ((zone & 0b1000) !== 0 ? -quarters : quarters) * QUARTER_MS;
}

/** The seven octets for a time, told in the zone `zoneQuarters` quarters of an hour east of UTC. */
export function timestampOctets(time: number, zoneQuarters: number): number[] {
  const local = new Date(time + zoneQuarters * QUARTER_MS);
  const digits = [
    local.getUTCFullYear() % 100,
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
  ].map(swappedOctet);
  return [...digits, swappedOctet(Math.abs(zoneQuarters)) | (zoneQuarters < 0 ? 0b1000 : 0)];
}

/** Two decimal digits, the tens in the low half (3GPP TS 23.040 §9.1.2.3); null where one is no digit. */
export function swappedDigits(octet: number): number | null {
  const tens = octet & 0x0f;
  const ones = octet >> 4;
  return tens > 9 || ones > 9 ? null : 10 * tens + ones;
}

function swappedOctet(number: number): number {
  return ((number % 10) << 4) | Math.floor(number / 10);
}
