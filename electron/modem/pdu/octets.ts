/** The octets of an even, checked hex string. */
export function octetsOfHex(hex: string): Uint8Array {
  const octets = new Uint8Array(hex.length / 2);
  for (let at = 0; at < octets.length; at++) octets[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return octets;
}

/** Upper case, two digits an octet: what AT+CMGS takes (3GPP TS 27.005 §3.1, <pdu>). */
export function hexOfOctets(octets: Iterable<number>): string {
  let hex = '';
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0').toUpperCase();
  return hex;
}

/**
 * Reads octets in order. Reading past the end gives zeros and sets `ranOut`, so that a decoder can read its fixed
 * fields in one go and look once.
 */
export class OctetReader {
  ranOut = false;
  readonly #octets: Uint8Array;
  #at = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  next(): number {
    const octet = this.#octets[this.#at];
    if (octet === undefined) {
      this.ranOut = true;
      return 0;
    }
    this.#at += 1;
    return octet;
  }

  /** The next `count` octets; fewer, and `ranOut`, where the input ends before. */
  take(count: number): Uint8Array {
    const taken = this.#octets.subarray(this.#at, this.#at + count);
    this.#at += taken.length;
    if (taken.length < count) this.ranOut = true;
    return taken;
  }

  rest(): Uint8Array {
    return this.#octets.subarray(this.#at);
  }
}
