import { packSeptets, septetsOfText, unpackSeptets } from './gsm7.ts';
import type { OctetReader } from './octets.ts';
import { textOf } from './text.ts';
import type { Address } from './types.ts';

/** Types of number (3GPP TS 23.040 §9.1.2.5). */
const INTERNATIONAL = 1;
const ALPHANUMERIC = 5;
/** With an unknown (0) type of number: ISDN numbering plan, and the top bit that is always set. */
const ISDN = 0x81;

/** Semi-octets as the standard names them; the fifteenth is filler. */
const DIGITS = '0123456789*#abc';
const FILLER = 0xf;

/**
 * Reads TP-OA, TP-DA or TP-RA: a count of semi-octets, the type, the value. A count of 0 is legal and is `none`; more
 * than the 20 digits of the standard are taken as they are.
 */
export function readAddress(reader: OctetReader): Address {
  const semiOctets = reader.next();
  const type = reader.next();
  return addressOf(type, reader.take(Math.ceil(semiOctets / 2)), semiOctets);
}

/** Reads the service centre's address before the TPDU: a count of octets, type included (3GPP TS 27.005 §3.1). */
export function readCentre(reader: OctetReader): Address {
  const length = reader.next();
  if (length === 0) return { kind: 'none', value: '', ton: 0 };
  const type = reader.next();
  return addressOf(type, reader.take(length - 1), 2 * (length - 1));
}

/** The octets of TP-DA, TP-OA or TP-RA. Throws RangeError for what no address can hold. */
export function addressOctets(address: string): number[] {
  if (address === '') return [0, ISDN];
  const { type, octets, semiOctets } = valueOctets(address);
  return [semiOctets, type, ...octets];
}

/** The octets of the service centre's address; one zero for "the one of the SIM". */
export function centreOctets(number: string | null): number[] {
  if (number === null) return [0];
  const { type, octets } = valueOctets(number);
  return [1 + octets.length, type, ...octets];
}

function addressOf(type: number, octets: Uint8Array, semiOctets: number): Address {
  const ton = (type >> 4) & 0b111;
  if (semiOctets === 0) return { kind: 'none', value: '', ton };
  if (ton === ALPHANUMERIC) return { kind: 'alphanumeric', value: letters(octets, semiOctets), ton };
  let digits = '';
  for (let index = 0; index < semiOctets; index++) {
    const octet = octets[index >> 1] ?? 0xff;
    const digit = index % 2 === 0 ? octet & 0x0f : octet >> 4;
    // The filler has no digit; it stands inside the count where a centre counts whole octets.
    digits += DIGITS.charAt(digit);
  }
  if (digits === '') return { kind: 'none', value: '', ton };
  return { kind: 'number', value: ton === INTERNATIONAL ? `+${digits}` : digits, ton };
}

/**
 * Letters in septets. Seven letters fill 49 bits of 7 octets; a centre that counts 14 semi-octets instead of 13 leaves
 * seven spare bits, which read as an eighth letter "@".
 */
function letters(octets: Uint8Array, semiOctets: number): string {
  let septets = unpackSeptets(octets, Math.floor((4 * semiOctets) / 7));
  if (semiOctets % 14 === 0 && septets.at(-1) === 0) septets = septets.subarray(0, -1);
  return textOf([{ alphabet: 'gsm7', messageClass: null, header: null, units: septets, damaged: false }]);
}

function valueOctets(address: string): { type: number; octets: number[]; semiOctets: number } {
  if (/^\+?[0-9*#abc]{1,20}$/.test(address)) {
    const international = address.startsWith('+');
    const digits = international ? address.slice(1) : address;
    const type = international ? ISDN | (INTERNATIONAL << 4) : ISDN;
    return { type, octets: digitOctets(digits), semiOctets: digits.length };
  }
  const septets = septetsOfText(address);
  if (septets === null || septets.length > 11) throw new RangeError('An address is 20 digits or 11 letters at most');
  const octets = [...packSeptets(septets)];
  return { type: 0x80 | (ALPHANUMERIC << 4), octets, semiOctets: Math.ceil((7 * septets.length) / 4) };
}

function digitOctets(digits: string): number[] {
  const octets: number[] = [];
  for (let at = 0; at < digits.length; at += 2) {
    const high = at + 1 < digits.length ? DIGITS.indexOf(digits.charAt(at + 1)) : FILLER;
    octets.push((high << 4) | DIGITS.indexOf(digits.charAt(at)));
  }
  return octets;
}
