import { NumberInput, Switch } from '@mantine/core';
import type { Book } from '../../../electron/contract/books.ts';
import { DraftText } from '../../components/DraftText.tsx';
import { useText } from '../../text/use-text.ts';
import { Saved } from './Saved.tsx';
import { useBookPatch } from './use-book-patch.ts';

const NIGHT = { from: '21:00', to: '08:00' };
const limits = [
  ['staleAfterHours', 'stale'],
  ['sameTextHours', 'sameText'],
  ['senderLimit', 'senderLimit'],
  ['bookLimit', 'bookLimit'],
] as const satisfies readonly (readonly [keyof Book, string])[];

export function TimesTab() {
  const t = useText('settings');
  const { book, patch, saved, error } = useBookPatch();
  const quiet = book.quietHours;
  return (
    <div className="settings-tab stack gap-4">
      <section className="stack gap-3">
        <h2>{t('quietTitle')}</h2>
        <Switch
          checked={quiet !== null}
          onChange={({ currentTarget }) => patch({ quietHours: currentTarget.checked ? NIGHT : null })}
          label={
            <>
              <b>{t('quiet')}</b> <span className="muted">{t('quietText')}</span>
            </>
          }
        />
        {quiet && (
          <div className="row wrap gap-3">
            <DraftText
              type="time"
              required
              label={t('from')}
              value={quiet.from}
              onKeep={(from) => patch({ quietHours: { ...quiet, from } })}
            />
            <DraftText
              type="time"
              required
              label={t('to')}
              value={quiet.to}
              onKeep={(to) => patch({ quietHours: { ...quiet, to } })}
            />
          </div>
        )}
      </section>
      <section className="section stack gap-3">
        <h2>{t('limitTitle')}</h2>
        <KeptNumber
          label={t('limit')}
          description={t('limitText')}
          value={book.dailySmsLimit}
          onKeep={(dailySmsLimit) => patch({ dailySmsLimit })}
        />
      </section>
      <section className="section stack gap-3">
        <div>
          <h2>{t('heldTitle')}</h2>
          <p className="muted">{t('heldText')}</p>
        </div>
        <div className="limits">
          {limits.map(([field, words]) => (
            <KeptNumber
              key={field}
              label={t(words)}
              value={book[field]}
              onKeep={(value) => value !== null && patch({ [field]: value })}
            />
          ))}
        </div>
      </section>
      <Saved saved={saved} error={error} />
    </div>
  );
}

function KeptNumber(props: {
  label: string;
  description?: string;
  value: number | null;
  onKeep: (value: number | null) => void;
}) {
  const { label, description, value, onKeep } = props;
  return (
    <NumberInput
      key={value}
      w={220}
      label={label}
      description={description}
      min={0}
      max={100_000}
      allowNegative={false}
      defaultValue={value ?? ''}
      onBlur={({ currentTarget }) => {
        const typed = currentTarget.value.trim();
        const next = typed === '' ? null : Number(typed.replace(',', '.'));
        if (next !== value && !Number.isNaN(next)) onKeep(next);
      }}
    />
  );
}
