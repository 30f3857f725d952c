import { parseMail, parsePhone } from '../members/address.ts';
import type { Address } from '../modem/pdu/types.ts';

/** Who a text is from, as the rules and the database tell senders apart. */
export interface Sender {
  /** `other`: letters, a short number or none; such a sender is never answered and never a member. */
  kind: 'phone' | 'mail' | 'other';
  /** E.164, lower-case mail, or as it came. */
  address: string;
}

/** Numbers of so few digits are services, not people. */
const LONGEST_SHORT_NUMBER = 6;
/** TP-OA of type "international" (3GPP TS 23.040 §9.1.2.5); its digits are whole, whatever the country. */
const INTERNATIONAL = 1;

/** The sender of an SMS. `country` (ISO) is for numbers that the network gives nationally. */
export function senderOfSms(from: Address, country: string): Sender {
  if (from.kind !== 'number') return { kind: 'other', address: from.value };
  const digits = from.value.replace(/^\+/, '');
  if (!/^\d+$/.test(digits) || digits.length <= LONGEST_SHORT_NUMBER) return { kind: 'other', address: from.value };
  const typed = from.ton === INTERNATIONAL ? `+${digits}` : digits;
  const parsed = parsePhone(typed, country) ?? (from.ton === INTERNATIONAL ? null : parsePhone(`+${digits}`, country));
  if (parsed) return { kind: 'phone', address: parsed.phone };
  // A number that no plan knows of yet is a person's all the same: who texts STOPP from it must be heard.
  const whole = `+${digits}`;
  return from.ton === INTERNATIONAL && isE164(whole)
    ? { kind: 'phone', address: whole }
    : { kind: 'other', address: from.value };
}

/** The sender as a person types it, for "what happens if 070… texts …?". */
export function senderAsTyped(typed: string, country: string): Sender {
  const mail = typed.includes('@') ? parseMail(typed) : null;
  if (mail) return { kind: 'mail', address: mail };
  const digits = typed.replace(/[^\p{L}\p{N}]/gu, '');
  const parsed = digits.length > LONGEST_SHORT_NUMBER ? parsePhone(typed, country) : null;
  return parsed ? { kind: 'phone', address: parsed.phone } : { kind: 'other', address: typed };
}

/** What the database takes as a number (ITU-T E.164: fifteen digits at most). */
function isE164(number: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(number) && !number.startsWith('+460');
}
