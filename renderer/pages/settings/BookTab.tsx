import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { removeBook } from '../../../electron/contract/books.ts';
import { listLines } from '../../../electron/contract/lines.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DraftText } from '../../components/DraftText.tsx';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { Saved } from './Saved.tsx';
import { useBookPatch } from './use-book-patch.ts';

const NO_LINE = 'none';

/** What the book is called and what it is reached by. */
export function BookTab() {
  const t = useText('settings');
  const format = useFormat();
  const { book, patch, saved, error } = useBookPatch();
  const lines = useLive(listLines, {});
  const fieldError = useFieldError();
  const mailError = fieldError(error, { codes: ['invalid-email', 'mail-address-taken'], field: 'mailAddress' });
  const numberOf = (number: string | null) => (number ? format.phone(number) : t('lineUnknown'));
  return (
    <div className="settings-tab stack gap-3 book-fields">
      <h2>{t('bookTitle')}</h2>
      <DraftText label={t('name')} required value={book.name} onKeep={(name) => patch({ name })} />
      <Select
        label={t('language')}
        description={t('languageText')}
        data={[
          { value: 'sv', label: t('languages.sv') },
          { value: 'en', label: t('languages.en') },
        ]}
        value={book.language}
        onChange={(language) => patch({ language: language === 'en' ? 'en' : 'sv' })}
        allowDeselect={false}
      />
      {lines.data && (
        <Select
          label={t('line')}
          description={t('lineText')}
          data={[
            { value: NO_LINE, label: t('lineNone') },
            ...lines.data.map(({ id, number, bookId }) => ({
              value: String(id),
              label:
                bookId === null || bookId === book.id ? numberOf(number) : t('lineTaken', { number: numberOf(number) }),
              disabled: bookId !== null && bookId !== book.id,
            })),
          ]}
          value={book.lineId === null ? NO_LINE : String(book.lineId)}
          onChange={(line) => patch({ lineId: line === NO_LINE || line === null ? null : line })}
          allowDeselect={false}
        />
      )}
      <DraftText
        label={t('mailAddress')}
        description={t('mailAddressText')}
        type="email"
        value={book.mailAddress ?? ''}
        onKeep={(address) => patch({ mailAddress: address.trim() || null })}
        error={mailError}
      />
      <Saved saved={saved} error={mailError ? null : error} />
      <RemoveBook />
    </div>
  );
}

function RemoveBook() {
  const t = useText('settings');
  const { book } = useBookPatch();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const remove = useCommand(removeBook);
  const { name, counts } = book;
  return (
    <section className="section stack">
      <div>
        <h2>{t('removeTitle')}</h2>
        <p className="muted">{t('removeText')}</p>
      </div>
      <div>
        <Button variant="outline" color="ler" onClick={() => setAsking(true)}>
          {t('removeButton')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('removeAsk', { name })}
        keep={t('removeKeep')}
        onKeep={() => setAsking(false)}
        outcome={t('removeDo', { name })}
        onConfirm={() => remove.mutate({ id: book.id }, { onSuccess: () => navigate('~/') })}
        busy={remove.isPending}
        error={remove.error}
      >
        {t('removeAskText', { count: counts.active })} {t('removeText')}
      </ConfirmDialog>
    </section>
  );
}
