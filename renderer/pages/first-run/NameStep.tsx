import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { type Book, createBook, updateBook } from '../../../electron/contract/books.ts';
import { updateSettings } from '../../../electron/contract/lines.ts';
import { useCommand } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useLanguage, useText } from '../../text/use-text.ts';
import { StepEnd } from './StepEnd.tsx';

/** Long enough to see a mistake and press Ångra. */
const UNDO_SECONDS = 30;

/** Makes the book. `first`: there is none yet, so the club gets its name too. `made`: she came back to change it. */
export function NameStep(props: { first: boolean; made: Book | null; onDone: (bookId: number) => void }) {
  const { first, made, onDone } = props;
  const t = useText('firstRun');
  const language = useLanguage();
  const settings = useCommand(updateSettings);
  const create = useCommand(createBook);
  const rename = useCommand(updateBook);
  const [name, setName] = useState(made?.name ?? '');
  const typed = name.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (made) {
      rename.mutate({ id: made.id, patch: { name: typed } }, { onSuccess: () => onDone(made.id) });
      return;
    }
    if (first) await settings.mutateAsync({ patch: { club: typed, undoSeconds: UNDO_SECONDS } });
    create.mutate({ name: typed, language }, { onSuccess: ({ id }) => onDone(id) });
  };
  return (
    <form className="first-run-form" onSubmit={(event) => void submit(event)}>
      <h1>{t(first || made ? 'nameHead' : 'bookHead')}</h1>
      <p className="muted">{t('nameText')}</p>
      <TextInput
        label={t(first || made ? 'nameField' : 'bookField')}
        maxLength={100}
        autoComplete="organization"
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {first && (
        <Select
          label={t('language')}
          data={[
            { value: 'sv', label: t('languages.sv') },
            { value: 'en', label: t('languages.en') },
          ]}
          value={language}
          onChange={(chosen) => settings.mutate({ patch: { language: chosen === 'en' ? 'en' : 'sv' } })}
          allowDeselect={false}
        />
      )}
      <Refusal error={settings.error ?? create.error ?? rename.error} />
      <StepEnd>
        {!first && !made && (
          <Button variant="subtle" component={Link} href="/">
            {t('cancel')}
          </Button>
        )}
        {typed === '' && <span className="sm quiet">{t('nameMissing')}</span>}
        <Button
          type="submit"
          size="lg"
          variant="filled"
          disabled={typed === ''}
          loading={create.isPending || rename.isPending}
        >
          {t('nameNext')}
        </Button>
      </StepEnd>
    </form>
  );
}
