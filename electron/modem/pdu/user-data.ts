import { readDataCoding } from './dcs.ts';
import { unpackSeptets } from './gsm7.ts';
import { emptyHeader, readHeader } from './header.ts';
import type { UserData, UserDataHeader } from './types.ts';

/**
 * Takes TP-UD apart (3GPP TS 23.040 §9.2.3.16 and §9.2.3.24). `length` is TP-UDL: septets where the text is GSM-7, those
 * that the header covers included; else octets. What is missing is missing and marked, what stands after it is left.
 */
export function readUserData(dcs: number, hasHeader: boolean, length: number, octets: Uint8Array): UserData {
  const { alphabet, messageClass } = readDataCoding(dcs);
  const needed = alphabet === 'gsm7' ? Math.ceil((7 * length) / 8) : length;
  const present = octets.subarray(0, needed);
  let damaged = present.length < needed;

  let header: UserDataHeader | null = null;
  let headerLength = 0;
  if (hasHeader) {
    headerLength = 1 + (present[0] ?? 0);
    const read = headerLength <= present.length ? readHeader(present.subarray(1, headerLength)) : null;
    if (read === null) damaged = true;
    header = read ?? emptyHeader();
  }

  const body = present.subarray(headerLength);
  if (alphabet === 'gsm7') {
    const headerSeptets = Math.ceil((8 * headerLength) / 7);
    const fillBits = 7 * headerSeptets - 8 * headerLength;
    const units = unpackSeptets(body, length - headerSeptets, fillBits);
    return { alphabet, messageClass, header, units, damaged };
  }
  const half = alphabet === 'ucs2' ? body.length % 2 : 0;
  return { alphabet, messageClass, header, units: body.slice(0, body.length - half), damaged: damaged || half === 1 };
}
