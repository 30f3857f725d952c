import type { Alphabet } from './types.ts';

/** What TP-DCS says (3GPP TS 23.038 §4). */
export interface DataCoding {
  alphabet: Alphabet;
  /** 0 is a flash message; null where the octet gives no class. */
  messageClass: number | null;
  /** The message says that voice mail, fax or the like waits, or no longer waits. */
  messageWaiting: boolean;
}

/**
 * Reads any of the 256 values. What is reserved is the default alphabet, as §4 asks. A compressed text (§4, bit 5;
 * 3GPP TS 23.042, never seen in the wild) is given as octets: its TP-UDL counts octets, and septets would be noise.
 */
export function readDataCoding(dcs: number): DataCoding {
  const group = dcs >> 4;
  if (group <= 0b0111) {
    const compressed = (dcs & 0b0010_0000) !== 0;
    return {
      alphabet: compressed ? '8bit' : generalAlphabet(dcs),
      messageClass: (dcs & 0b0001_0000) !== 0 ? dcs & 0b11 : null,
      messageWaiting: false,
    };
  }
  if (group === 0b1111) {
    return { alphabet: (dcs & 0b100) !== 0 ? '8bit' : 'gsm7', messageClass: dcs & 0b11, messageWaiting: false };
  }
  const messageWaiting = group >= 0b1100;
  return { alphabet: group === 0b1110 ? 'ucs2' : 'gsm7', messageClass: null, messageWaiting };
}

/** TP-DCS of the general group, with class 0 for a flash message. */
export function dataCodingOf(encoding: 'gsm7' | 'ucs2', flash: boolean): number {
  return (flash ? 0b0001_0000 : 0) | (encoding === 'ucs2' ? 0b1000 : 0);
}

function generalAlphabet(dcs: number): Alphabet {
  const bits = (dcs >> 2) & 0b11;
  if (bits === 0b01) return '8bit';
  return bits === 0b10 ? 'ucs2' : 'gsm7';
}
