import type { EncodedPdu } from '../line.ts';
import { addressOctets, centreOctets } from './address.ts';
import { dataCodingOf } from './dcs.ts';
import { packSeptets, septetsOfText } from './gsm7.ts';
import { headerOctets } from './header.ts';
import { hexOfOctets } from './octets.ts';
import { timestampOctets } from './timestamp.ts';
import type { Concat } from './types.ts';
import { relativeValidityOctet, VALIDITY_FORMAT } from './validity.ts';

/** One part of a text, as `planText` cuts it. */
export interface TextPart {
  text: string;
  encoding: 'gsm7' | 'ucs2';
  /** Null where the text is one part. */
  concat: Concat | null;
}

export interface SubmitRequest {
  /** E.164 with its plus, or a short number. */
  to: string;
  part: TextPart;
  /** How long the centre may keep trying; null leaves it to the centre. */
  validity: { relativeMs: number } | null;
  statusReport: boolean;
  /** Shown at once and not kept (class 0). */
  flash?: boolean;
}

export interface DeliverRequest {
  /** The centre, E.164; null for none. */
  smsc?: string | null;
  /** E.164, a short number, up to 11 letters, or nothing. */
  from: string;
  /** Epoch milliseconds. */
  sentAt: number;
  /** The centre's zone, in quarters of an hour east of UTC. */
  tzQuarters: number;
  part: TextPart;
  moreToSend?: boolean;
  flash?: boolean;
}

export interface StatusReportRequest {
  smsc?: string | null;
  /** TP-MR of the SMS-SUBMIT it is about. */
  reference: number;
  recipient: string;
  /** Epoch milliseconds, as the next. */
  sentAt: number;
  dischargedAt: number;
  tzQuarters: number;
  /** TP-ST (3GPP TS 23.040 §9.2.3.15). */
  status: number;
}

/** TP-MTI, TP-MMS, TP-SRR and TP-UDHI in the first octet (3GPP TS 23.040 §9.2.2). */
const DELIVER = 0b00;
const SUBMIT = 0b01;
const STATUS_REPORT = 0b10;
const NO_MORE_MESSAGES = 0b100;
const STATUS_REPORT_REQUEST = 0b10_0000;
const HAS_HEADER = 0b100_0000;

/** The octets TP-UD may take (§9.2.3.24). */
const MOST_OCTETS = 140;

/**
 * An SMS-SUBMIT for AT+CMGS. The centre is the one of the SIM; TP-MR is 0, for the modem puts its own.
 * Throws RangeError where the part has a character its encoding lacks, or is too long, or `to` is no number.
 */
export function encodeSubmit(request: SubmitRequest): EncodedPdu {
  const { to, part, validity, statusReport, flash = false } = request;
  if (!/^\+?[0-9*#]{1,20}$/.test(to)) throw new RangeError('A text goes to a number');
  const format = validity === null ? VALIDITY_FORMAT.none : VALIDITY_FORMAT.relative;
  return encoded(centreOctets(null), [
    SUBMIT | (format << 3) | (statusReport ? STATUS_REPORT_REQUEST : 0) | headerFlag(part),
    0,
    ...addressOctets(to),
    0,
    dataCodingOf(part.encoding, flash),
    ...(validity === null ? [] : [relativeValidityOctet(validity.relativeMs)]),
    ...userDataOctets(part),
  ]);
}

/** An SMS-DELIVER as a modem hands it over; for the practice modem and the tests. Throws as `encodeSubmit`. */
export function encodeDeliver(request: DeliverRequest): EncodedPdu {
  const { smsc = null, from, sentAt, tzQuarters, part, moreToSend = false, flash = false } = request;
  return encoded(centreOctets(smsc), [
    DELIVER | (moreToSend ? 0 : NO_MORE_MESSAGES) | headerFlag(part),
    ...addressOctets(from),
    0,
    dataCodingOf(part.encoding, flash),
    ...timestampOctets(sentAt, tzQuarters),
    ...userDataOctets(part),
  ]);
}

/** An SMS-STATUS-REPORT as a modem hands it over; for the practice modem and the tests. */
export function encodeStatusReport(request: StatusReportRequest): EncodedPdu {
  const { smsc = null, reference, recipient, sentAt, dischargedAt, tzQuarters, status } = request;
  return encoded(centreOctets(smsc), [
    STATUS_REPORT | NO_MORE_MESSAGES,
    reference & 0xff,
    ...addressOctets(recipient),
    ...timestampOctets(sentAt, tzQuarters),
    ...timestampOctets(dischargedAt, tzQuarters),
    status & 0xff,
  ]);
}

function encoded(centre: number[], tpdu: number[]): EncodedPdu {
  return { hex: hexOfOctets(centre) + hexOfOctets(tpdu), length: tpdu.length };
}

function headerFlag(part: TextPart): number {
  return part.concat === null ? 0 : HAS_HEADER;
}

/** TP-UDL and TP-UD (§9.2.3.16, §9.2.3.24). */
function userDataOctets(part: TextPart): number[] {
  const header = headerOctets(part.concat);
  const { length, body } =
    part.encoding === 'gsm7' ? septetBody(part.text, header.length) : ucs2Body(part.text, header.length);
  if (header.length + body.length > MOST_OCTETS) throw new RangeError('The part is longer than one SMS');
  return [length, ...header, ...body];
}

function septetBody(
  text: string,
  headerLength: number,
): { length: number; body: Iterable<number> & { length: number } } {
  const septets = septetsOfText(text);
  if (septets === null) throw new RangeError('The part has a character that GSM-7 lacks');
  const headerSeptets = Math.ceil((8 * headerLength) / 7);
  const body = packSeptets(septets, 7 * headerSeptets - 8 * headerLength);
  return { length: headerSeptets + septets.length, body };
}

function ucs2Body(text: string, headerLength: number): { length: number; body: number[] } {
  const body: number[] = [];
  for (let at = 0; at < text.length; at++) body.push(text.charCodeAt(at) >> 8, text.charCodeAt(at) & 0xff);
  return { length: headerLength + body.length, body };
}
