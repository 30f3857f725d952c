import { Button, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { enterPin, type LineItem } from '../../../../electron/contract/lines.ts';
import { Problem } from '../../../../electron/contract/problems.ts';
import { useCommand } from '../../../api/use-live.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { Note } from '../../../components/Note.tsx';
import { Refusal } from '../../../components/Refusal.tsx';
import { useText } from '../../../text/use-text.ts';
import './modem.css';

/** The PIN, given once. The last try is never spent without a second yes. */
export function PinEntry({ line }: { line: LineItem }) {
  const t = useText('modem');
  const enter = useCommand(enterPin);
  const [pin, setPin] = useState('');
  const [sure, setSure] = useState(false);
  const { pinTriesLeft: left } = line;
  const give = (lastTry: boolean) =>
    enter.mutate(
      { id: line.id, pin, ...(lastTry ? { lastTry } : {}) },
      {
        onSuccess: () => {
          setSure(false);
          setPin('');
        },
        onError: (error) => {
          if (error instanceof Problem && error.code === 'last-try') setSure(true);
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (left === 1) setSure(true);
    else give(false);
  };
  const asksAgain = enter.error instanceof Problem && enter.error.code === 'last-try';
  return (
    <form className="stack gap-3" onSubmit={submit}>
      {line.problem === 'pin-wrong' && (
        <Note tone="warn" lamp="needsYou">
          {t('pinWrong')}
        </Note>
      )}
      <TextInput
        className="pin-field"
        aria-label={t('pinLabel')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        onChange={({ currentTarget }) => setPin(currentTarget.value.replace(/\D/g, ''))}
      />
      {left !== undefined && (
        <div className="row wrap">
          <span className="pips" aria-hidden="true">
            {['first', 'second', 'third'].slice(0, left).map((pip) => (
              <i key={pip} />
            ))}
          </span>
          <span>
            <b>{left === 1 ? t('pinLast') : t('pinLeft', { count: left })}</b>{' '}
            <span className="muted">{t('pinOnce')}</span>
          </span>
        </div>
      )}
      {!asksAgain && <Refusal error={enter.error} />}
      {enter.isSuccess && line.problem !== 'pin-wrong' && (
        <p role="status" className="muted">
          {t('pinGiven')}
        </p>
      )}
      <div>
        <Button
          type="submit"
          variant="filled"
          disabled={!/^\d{4,8}$/.test(pin)}
          loading={enter.isPending}
          leftSection={<IconLock size={20} stroke={1.75} aria-hidden="true" />}
        >
          {t('pinTry')}
        </Button>
      </div>
      <p className="sm muted">{t('pinKept')}</p>
      <ConfirmDialog
        opened={sure}
        title={t('lastTitle')}
        keep={t('lastKeep')}
        onKeep={() => setSure(false)}
        outcome={t('lastDo', { pin })}
        onConfirm={() => give(true)}
        busy={enter.isPending}
        error={asksAgain ? null : enter.error}
      >
        {t('lastText')}
      </ConfirmDialog>
    </form>
  );
}
