import type { CountryCode } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export type Language = 'sv' | 'en';

const DAY_MS = 86_400_000;
const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const nearDays: Record<Language, readonly [today: string, yesterday: string, tomorrow: string]> = {
  sv: ['i dag', 'i går', 'i morgon'],
  en: ['today', 'yesterday', 'tomorrow'],
};

/** 1234 → "1 234" (with a space that does not break). */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** Epoch milliseconds → "19.34", in English "19:34". */
export function formatClock(at: number, language: Language): string {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return language === 'sv' ? clock.replace(':', '.') : clock;
}

/** A setting such as "21:00" → "21.00". */
export function formatWallClock(clock: string, language: Language): string {
  return language === 'sv' ? clock.replace(':', '.') : clock;
}

/** "i dag", "i går", "i morgon", else "3 maj 2026". */
export function formatDay(at: number, now: number, language: Language): string {
  const distance = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS);
  const [today, yesterday, tomorrow] = nearDays[language];
  if (distance === 0) return today;
  if (distance === -1) return yesterday;
  if (distance === 1) return tomorrow;
  return formatDate(at, language);
}

/** "3 maj 2026". */
export function formatDate(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric' })
    .format(at)
    .replace(/\.(?= |$)/g, '');
}

/** "i dag 19.34", "3 maj 2026 19.34". */
export function formatMoment(at: number, now: number, language: Language): string {
  return `${formatDay(at, now, language)} ${formatClock(at, language)}`;
}

/** As close as is enough to find it again: "19.34" today, "i går" yesterday, else "3 maj 2026". */
export function formatShort(at: number, now: number, language: Language): string {
  return startOfDay(at) === startOfDay(now) ? formatClock(at, language) : formatDay(at, now, language);
}

/** "Tisdag 12 maj". */
export function formatWeekday(at: number, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  return day.charAt(0).toLocaleUpperCase(locales[language]) + day.slice(1);
}

/** "sep", in English "Sep". */
export function formatMonth(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'short' }).format(at).replace('.', '').slice(0, 3);
}

/** "september". */
export function formatLongMonth(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'long' }).format(at);
}

/**
 * E.164 → as people write it: 070-123 45 67 for a number of the country, +45 12 34 56 78 for others.
 * Anything that is not a number (a sender in letters) is given back as it is.
 */
export function formatPhone(e164: string, country: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return isCountry(number.country, country) ? number.formatNational() : number.formatInternational();
}

function isCountry(found: CountryCode | undefined, country: string): boolean {
  return found === country;
}

/** A member's phone or mail address, whichever it is. */
export function formatAddress(address: string, country: string): string {
  return address.includes('@') ? address : formatPhone(address, country);
}

/** "i dag" → "I dag", for words that begin a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
