import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type LineItem, testLine } from '../../../../electron/contract/lines.ts';
import { useCommand } from '../../../api/use-live.ts';
import { Lamp } from '../../../components/Lamp.tsx';
import { Refusal } from '../../../components/Refusal.tsx';
import { useFieldError } from '../../../text/use-problem-text.ts';
import { useText } from '../../../text/use-text.ts';

/** One text to her own phone, to see that everything works. */
export function TestText({ line }: { line: LineItem }) {
  const t = useText('modem');
  const test = useCommand(testLine);
  const fieldError = useFieldError();
  const [to, setTo] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to.trim() !== '') test.mutate({ id: line.id, to: to.trim() });
  };
  const wrong = fieldError(test.error, { codes: ['invalid-phone'], field: 'to' });
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t('testTitle')}</h2>
      <p className="muted">{line.bookId === null ? t('testNoBook') : t('testText')}</p>
      {line.bookId !== null && (
        <div className="with-button">
          <TextInput
            label={t('testTo')}
            type="tel"
            placeholder="070-123 45 67"
            value={to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
            error={wrong}
          />
          <Button type="submit" loading={test.isPending}>
            {t('testDo')}
          </Button>
        </div>
      )}
      <div role="status" className="sm">
        {test.isSuccess && <Lamp kind="onItsWay">{t('testSent')}</Lamp>}
      </div>
      {!wrong && <Refusal error={test.error} />}
    </form>
  );
}
