import type { Concat, UserDataHeader } from './types.ts';

/** Information element identifiers (3GPP TS 23.040 §9.2.3.24). */
const ELEMENT = {
  concat8: 0x00,
  ports8: 0x04,
  ports16: 0x05,
  concat16: 0x08,
  nationalSingleShift: 0x24,
  nationalLockingShift: 0x25,
} as const;

/** A header that was there and tells nothing. */
export function emptyHeader(): UserDataHeader {
  return { concat: null, ports: null, nationalSingleShift: null, nationalLockingShift: null, elements: [] };
}

/**
 * Reads the information elements: the octets after TP-UDHL. Unknown elements are kept and skipped. Of an element given
 * twice the last one holds. Null where the last element does not fit: §9.2.3.24 then has the whole header ignored.
 */
export function readHeader(octets: Uint8Array): UserDataHeader | null {
  const header = emptyHeader();
  let at = 0;
  while (at < octets.length) {
    const id = octets[at];
    const length = octets[at + 1];
    if (id === undefined || length === undefined || at + 2 + length > octets.length) return null;
    const data = octets.slice(at + 2, at + 2 + length);
    header.elements.push({ id, data });
    noteElement(header, id, data);
    at += 2 + length;
  }
  return header;
}

/** The octets of a header that says which part this is, TP-UDHL first; none where there is one part only. */
export function headerOctets(concat: Concat | null): number[] {
  if (concat === null) return [];
  const { reference, total, sequence } = concat;
  if (concat.bits === 8) return [5, ELEMENT.concat8, 3, reference & 0xff, total, sequence];
  return [6, ELEMENT.concat16, 4, (reference >> 8) & 0xff, reference & 0xff, total, sequence];
}

function noteElement(header: UserDataHeader, id: number, data: Uint8Array): void {
  const [a = 0, b = 0, c = 0, d = 0] = data;
  if (id === ELEMENT.concat8 && data.length === 3) {
    header.concat = sensible({ reference: a, bits: 8, total: b, sequence: c }) ?? header.concat;
  } else if (id === ELEMENT.concat16 && data.length === 4) {
    header.concat = sensible({ reference: (a << 8) | b, bits: 16, total: c, sequence: d }) ?? header.concat;
  } else if (id === ELEMENT.ports8 && data.length === 2) {
    header.ports = { destination: a, source: b };
  } else if (id === ELEMENT.ports16 && data.length === 4) {
    header.ports = { destination: (a << 8) | b, source: (c << 8) | d };
  } else if (id === ELEMENT.nationalSingleShift && data.length === 1) {
    header.nationalSingleShift = a;
  } else if (id === ELEMENT.nationalLockingShift && data.length === 1) {
    header.nationalLockingShift = a;
  }
}

/** §9.2.3.24.1: an element with a total of 0, or a number of 0 or above the total, is ignored. */
function sensible(concat: Concat): Concat | null {
  return concat.total > 0 && concat.sequence > 0 && concat.sequence <= concat.total ? concat : null;
}
