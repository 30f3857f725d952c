import { createHmac, createSecretKey } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

export type ParsedAddress = { channel: 'sms'; address: string; mobile: boolean } | { channel: 'mail'; address: string };

/** Numbers of these kinds ring a switchboard or cost the caller; no person reads a text there. */
const NOT_MOBILE = new Set<string | undefined>([
  'FIXED_LINE',
  'TOLL_FREE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'UAN',
  'VOICEMAIL',
  'PAGER',
]);
/** The local part as people write it, and a domain with at least one dot. */
const MAIL = /^[^\s@<>()[\]",;:\\\p{C}]{1,64}@(?:[^\s@.,;<>()\p{C}]{1,63}\.)+\p{L}[^\s@.,;<>()\p{C}]{1,62}$/u;

/** Is this an ISO country (`SE`) whose way of writing numbers is known? */
export function isCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}

/**
 * A phone number as people write it, nationally in `country` (ISO) or with + or 00 first; null where no such number exists.
 * `phone` is E.164; `mobile` is false where it is surely not one (070-123 45 67 and +46701234567 are the same number).
 */
export function parsePhone(typed: string, country: string): { phone: string; mobile: boolean } | null {
  const parsed = parsePhoneNumberFromString(plain(typed), isCountry(country) ? country : 'SE');
  if (!parsed?.isValid() || parsed.ext) return null;
  return { phone: parsed.number, mobile: !NOT_MOBILE.has(parsed.getType()) };
}

/** More than one number in what should be one ("070-123 45 67 / 073-765 43 21", "070-123 45 67 hem 08-123 456 78"). */
export function holdsTwoNumbers(typed: string, country: string): boolean {
  for (const between of typed.matchAll(/[^\d+()]+/g)) {
    const rest = typed.slice(between.index + between[0].length);
    if (!/\d/.test(rest) || !parsePhone(typed.slice(0, between.index), country)) continue;
    if (parsePhone(rest, country) || holdsTwoNumbers(rest, country)) return true;
  }
  return false;
}

/** A mail address in the one form it is kept in (NFKC, so that a wide ａ is an a; lower case; the domain in Unicode), or null. `Anna <a@b.se>` counts. */
export function parseMail(typed: string): string | null {
  const bare = typed.replace(/^mailto:/i, '').trim();
  const inBrackets = /<([^<>]+)>$/.exec(bare)?.[1] ?? bare;
  const address = inBrackets.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
  if (!MAIL.test(address) || address.length > 254) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToUnicode(domainToASCII(address.slice(at + 1)));
  const whole = `${address.slice(0, at)}@${domain}`;
  return MAIL.test(whole) ? whole : null;
}

/** A phone number or a mail address, whichever it is. */
export function parseAddress(typed: string, country: string): ParsedAddress | null {
  if (typed.includes('@')) {
    const address = parseMail(typed);
    return address === null ? null : { channel: 'mail', address };
  }
  const parsed = parsePhone(typed, country);
  return parsed && { channel: 'sms', address: parsed.phone, mobile: parsed.mobile };
}

/** How the number is written in its own country, as Swedes write theirs: 070-123 45 67. */
export function nationalWriting(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatNational() ?? phone;
}

/** The digits after the plus of a country's numbers: 46 for SE. */
export function callingCodeOf(country: string): string {
  return getCountryCallingCode(isCountry(country) ? country : 'SE');
}

/** HMAC-SHA-256 of a normalised address, hex: tells nobody the address, and matches it for ever. */
export function createAddressKey(key: Uint8Array): (address: string) => string {
  // Made once: making it anew for each of a hundred thousand members costs more than all the rest of reading them.
  const secret = createSecretKey(key);
  return (address) => createHmac('sha256', secret).update(address, 'utf8').digest('hex');
}

/** Digits of any script, dashes and spaces of any kind, and a leading apostrophe (a spreadsheet's mark for text) made plain. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^\s*(?:tel:)?'?\s*/i, '')
    .replace(/^00(?=[1-9])/, '+')
    .trim();
}
