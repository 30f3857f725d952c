import { readAddress, readCentre } from './address.ts';
import { OctetReader, octetsOfHex } from './octets.ts';
import { readTimestamp } from './timestamp.ts';
import type { Address, Decoded, DecodeError, StatusReport, Tpdu } from './types.ts';
import { readUserData } from './user-data.ts';
import { readValidity } from './validity.ts';

/**
 * Reads a PDU that came from a service centre: SMS-DELIVER or SMS-STATUS-REPORT. Never throws.
 *
 * `hex` has the centre's address first, as +CMGL, +CMGR, +CMT and +CDS print it. `declaredLength` is the count of TPDU
 * octets the modem gave with it; a line that is cut, or has something else run into it, is told by it. Null where the
 * modem gave none: then only the TPDU's own lengths are looked at.
 */
export function decodePdu(hex: string, declaredLength: number | null): Decoded {
  return decode(hex, declaredLength, readFromCentre);
}

/** Reads a PDU that goes to a service centre: an SMS-SUBMIT, as drafts lie in a SIM and as AT+CMGS takes it. Never throws. */
export function decodeSubmitPdu(hex: string, declaredLength: number | null): Decoded {
  return decode(hex, declaredLength, readFromMobile);
}

type ReadTpdu = (octets: Uint8Array) => Tpdu | DecodeError;

function decode(hex: string, declaredLength: number | null, readTpdu: ReadTpdu): Decoded {
  const refuse = (error: DecodeError): Decoded => ({ ok: false, error, hex });
  if (!/^[0-9A-Fa-f]*$/.test(hex)) return refuse('not-hex');
  if (hex.length % 2 === 1) return refuse('odd-length');
  const octets = octetsOfHex(hex);
  const reader = new OctetReader(octets);
  const smsc = readCentre(reader);
  const tpduOctets = reader.rest();
  if (reader.ranOut || tpduOctets.length === 0) return refuse('too-short');
  if (declaredLength !== null && tpduOctets.length !== declaredLength) {
    const report = octets.length === declaredLength ? readReportWithoutCentre(octets) : null;
    return report === null
      ? refuse('wrong-length')
      : { ok: true, smsc: { kind: 'none', value: '', ton: 0 }, tpdu: report };
  }
  const tpdu = readTpdu(tpduOctets);
  return typeof tpdu === 'string' ? refuse(tpdu) : { ok: true, smsc, tpdu };
}

/**
 * Some firmware prints the PDU of +CDS without the centre's address. Believed of a report whose two times are times, for
 * a line that lost as many octets as the address has would have this length too.
 */
function readReportWithoutCentre(octets: Uint8Array): StatusReport | null {
  const tpdu = readFromCentre(octets);
  if (typeof tpdu === 'string' || tpdu.kind !== 'status-report') return null;
  return tpdu.sentAt !== null && tpdu.dischargedAt !== null ? tpdu : null;
}

/** TP-MTI as a mobile receives it (3GPP TS 23.040 §9.2.3.1); the reserved value is read as SMS-DELIVER. */
function readFromCentre(octets: Uint8Array): Tpdu | DecodeError {
  const reader = new OctetReader(octets);
  const flags = reader.next();
  const messageType = flags & 0b11;
  if (messageType === 0b01) return 'unsupported-type';
  return messageType === 0b10 ? readStatusReport(reader) : readDeliver(flags, reader);
}

/** §9.2.2.1. TP-MMS is 0 where more messages wait (§9.2.3.2). */
function readDeliver(flags: number, reader: OctetReader): Tpdu | DecodeError {
  const from = readAddress(reader);
  const pid = reader.next();
  const dcs = reader.next();
  const sentAt = readTimestamp(reader.take(7));
  const length = reader.next();
  if (reader.ranOut) return 'bad-header';
  const userData = readUserData(dcs, hasHeader(flags), length, reader.rest());
  return { kind: 'deliver', from, pid, dcs, sentAt, userData, moreToSend: (flags & 0b100) === 0 };
}

/** §9.2.2.3. What may follow TP-ST tells nothing more of the message. */
function readStatusReport(reader: OctetReader): Tpdu | DecodeError {
  const reference = reader.next();
  const recipient: Address = readAddress(reader);
  const sentAt = readTimestamp(reader.take(7));
  const dischargedAt = readTimestamp(reader.take(7));
  const status = reader.next();
  if (reader.ranOut) return 'bad-header';
  return { kind: 'status-report', reference, recipient, sentAt, dischargedAt, status };
}

/** §9.2.2.2. */
function readFromMobile(octets: Uint8Array): Tpdu | DecodeError {
  const reader = new OctetReader(octets);
  const flags = reader.next();
  if ((flags & 0b11) !== 0b01) return 'unsupported-type';
  const reference = reader.next();
  const to = readAddress(reader);
  const pid = reader.next();
  const dcs = reader.next();
  const validity = readValidity((flags >> 3) & 0b11, reader);
  const length = reader.next();
  if (reader.ranOut) return 'bad-header';
  const userData = readUserData(dcs, hasHeader(flags), length, reader.rest());
  const statusReportRequested = (flags & 0b10_0000) !== 0;
  return { kind: 'submit', to, reference, pid, dcs, statusReportRequested, validity, userData };
}

/** TP-UDHI (§9.2.3.23). */
function hasHeader(flags: number): boolean {
  return (flags & 0b100_0000) !== 0;
}
