import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { tryBroadcast } from '../../../electron/contract/broadcasts.ts';
import { useCommand } from '../../api/use-live.ts';
import { Lamp } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';

const KEPT = 'samband-my-number';

/** Sends the text to one phone of her own, header and footer included; no send-out is made. */
export function TryDialog({ opened, onClose, text }: { opened: boolean; onClose: () => void; text: string }) {
  const t = useText('write');
  const common = useText('common');
  const format = useFormat();
  const { id: bookId } = useBook();
  const [to, setTo] = useState(() => localStorage.getItem(KEPT) ?? '');
  const attempt = useCommand(tryBroadcast);
  const fieldError = useFieldError()(attempt.error, {
    codes: ['invalid-phone', 'not-mobile', 'own-address', 'two-numbers'],
    field: 'to',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    localStorage.setItem(KEPT, to);
    attempt.mutate({ bookId, text, to });
  };
  const close = () => {
    attempt.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={t('tryTitle')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={submit} className="stack gap-3">
        <p>{t('tryText')}</p>
        <TextInput
          label={t('tryNumber')}
          type="tel"
          autoComplete="tel"
          data-autofocus
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={fieldError}
        />
        {fieldError === null && <Refusal error={attempt.error} />}
        <div className="row between wrap">
          <div role="status">
            {attempt.isSuccess && <Lamp kind="onItsWay">{t('trySent', { number: format.address(to) })}</Lamp>}
          </div>
          <Button type="submit" variant="filled" disabled={to.trim() === ''} loading={attempt.isPending}>
            {t('trySend')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
