import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { type LineItem, setLineNumber } from '../../../../electron/contract/lines.ts';
import { useCommand } from '../../../api/use-live.ts';
import { Refusal } from '../../../components/Refusal.tsx';
import { useFieldError } from '../../../text/use-problem-text.ts';
import { useFormat, useText } from '../../../text/use-text.ts';
import './modem.css';

/** The card's own number, which many cards do not tell. `plain`: only the field, for the first run. */
export function NumberForm({ line, plain = false }: { line: LineItem; plain?: boolean }) {
  const t = useText('modem');
  const format = useFormat();
  const save = useCommand(setLineNumber);
  const fieldError = useFieldError();
  const [number, setNumber] = useState(line.number ? format.phone(line.number) : '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ id: line.id, number: number.trim() });
  };
  const wrong = fieldError(save.error, { codes: ['invalid-phone'], field: 'number' });
  const known = line.number !== null && !plain;
  return (
    <form className={plain ? 'stack' : 'stack section'} onSubmit={submit} noValidate>
      {!plain && <h2>{t('numberTitle')}</h2>}
      <p className="muted">{known ? t('newSim') : t('numberText')}</p>
      <div className="with-button">
        <TextInput
          label={t('numberField')}
          type="tel"
          placeholder="070-123 45 67"
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          error={wrong}
        />
        <Button type="submit" loading={save.isPending}>
          {t('numberSave')}
        </Button>
        {!plain && (
          <Button component={Link} href="/settings/book">
            {t('changeBook')}
          </Button>
        )}
      </div>
      {!wrong && <Refusal error={save.error} />}
    </form>
  );
}
