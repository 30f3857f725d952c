import { NumberInput, Select } from '@mantine/core';
import { getSettings, updateSettings } from '../../../electron/contract/lines.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { DraftText } from '../../components/DraftText.tsx';
import { useLanguage, useText } from '../../text/use-text.ts';
import { Saved } from '../settings/Saved.tsx';

/** Where a club of this kind is likely to be; the program takes any country. */
const countries = ['SE', 'NO', 'DK', 'FI', 'IS', 'DE', 'NL', 'GB', 'IE', 'PL', 'EE', 'LV', 'LT', 'US'];

export function LanguageTab() {
  const t = useText('program');
  const language = useLanguage();
  const settings = useLive(getSettings, {});
  const update = useCommand(updateSettings);
  if (!settings.data) return null;
  const { club, country, undoSeconds } = settings.data;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const known = countries.includes(country) ? countries : [country, ...countries];
  return (
    <div className="settings-tab stack gap-3 book-fields">
      <DraftText
        label={t('club')}
        description={t('clubText')}
        value={club}
        onKeep={(words) => update.mutate({ patch: { club: words } })}
      />
      <Select
        label={t('language')}
        data={[
          { value: 'sv', label: t('languages.sv') },
          { value: 'en', label: t('languages.en') },
        ]}
        value={settings.data.language}
        onChange={(chosen) => update.mutate({ patch: { language: chosen === 'en' ? 'en' : 'sv' } })}
        allowDeselect={false}
      />
      <Select
        label={t('country')}
        description={t('countryText')}
        data={known.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        value={country}
        onChange={(code) => code && update.mutate({ patch: { country: code } })}
        allowDeselect={false}
        searchable
      />
      <NumberInput
        key={undoSeconds}
        label={t('undo')}
        description={t('undoText')}
        min={0}
        max={600}
        allowDecimal={false}
        defaultValue={undoSeconds}
        onBlur={({ currentTarget }) => {
          const seconds = Number(currentTarget.value);
          if (Number.isInteger(seconds) && seconds !== undoSeconds) update.mutate({ patch: { undoSeconds: seconds } });
        }}
      />
      <Saved saved={update.isSuccess} error={update.error} />
      <section className="section">
        <h2>{t('disk')}</h2>
        <p className="muted">{t('diskText')}</p>
      </section>
    </div>
  );
}
