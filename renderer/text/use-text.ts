import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatAddress,
  formatClock,
  formatDate,
  formatDay,
  formatLongMonth,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPhone,
  formatShort,
  formatWallClock,
  formatWeekday,
  type Language,
} from './format.ts';
import type { Area } from './i18n.ts';

/** The country whose numbers are written nationally (ISO 3166, from the program's settings). */
export const CountryContext = createContext('SE');

/** The words of one page, in the language of the settings: `const t = useText('members')`. */
export function useText<A extends Area>(area: A) {
  return useTranslation(area).t;
}

/** The language the words are shown in now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'sv';
}

/** Numbers, times and telephone numbers as the reader writes them. Times are epoch milliseconds. */
export function useFormat() {
  const language = useLanguage();
  const country = useContext(CountryContext);
  return useMemo(
    () => ({
      number: (value: number) => formatNumber(value, language),
      clock: (at: number) => formatClock(at, language),
      wallClock: (clock: string) => formatWallClock(clock, language),
      day: (at: number) => formatDay(at, Date.now(), language),
      date: (at: number) => formatDate(at, language),
      moment: (at: number) => formatMoment(at, Date.now(), language),
      short: (at: number) => formatShort(at, Date.now(), language),
      weekday: (at: number) => formatWeekday(at, language),
      month: (at: number) => formatMonth(at, language),
      longMonth: (at: number) => formatLongMonth(at, language),
      phone: (e164: string) => formatPhone(e164, country),
      address: (address: string) => formatAddress(address, country),
    }),
    [language, country],
  );
}
