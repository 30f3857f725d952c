import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { getSettings } from '../../electron/contract/lines.ts';
import { useLive } from '../api/use-live.ts';
import { CountryContext } from '../text/use-text.ts';

const KEPT = 'samband-language';

/** The language this browser showed last, for the moment before the settings are read. */
export function keptLanguage(storage: Storage): 'sv' | 'en' {
  return storage.getItem(KEPT) === 'en' ? 'en' : 'sv';
}

/** Shows everything below in the language and with the country of the program's settings, as they are now. */
export function KeepLanguage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const settings = useLive(getSettings, {});
  const language = settings.data?.language;
  useEffect(() => {
    if (!language) return;
    localStorage.setItem(KEPT, language);
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);
  return <CountryContext value={settings.data?.country ?? 'SE'}>{children}</CountryContext>;
}
