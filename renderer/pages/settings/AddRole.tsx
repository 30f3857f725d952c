import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addRole, listUsers, type Role } from '../../../electron/contract/roles.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useText } from '../../text/use-text.ts';

const addressCodes = ['invalid-phone', 'invalid-email', 'not-mobile', 'own-address', 'role-exists'] as const;

/** A phone, a mail address, or for a writer also a user of Samband. */
export function AddRole(props: {
  kind: 'writer' | 'functionary';
  title: string;
  taken: readonly Role[];
  onClose: () => void;
}) {
  const { kind, title, taken, onClose } = props;
  const t = useText('settings');
  const common = useText('common');
  const book = useBook();
  const users = useLive(listUsers, {}, { enabled: kind === 'writer' });
  const add = useCommand(addRole);
  const fieldError = useFieldError();
  const [address, setAddress] = useState('');
  const [userId, setUserId] = useState<string | null>(null);
  const free = users.data?.filter(({ id }) => !taken.some((other) => other.userId === id)) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const who = userId === null ? { address: address.trim() } : { userId };
    add.mutate({ bookId: book.id, role: kind, ...who }, { onSuccess: onClose });
  };
  const wrong = fieldError(add.error, { codes: addressCodes, field: 'address' });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }}>
      <form className="stack gap-3" onSubmit={submit} noValidate>
        <TextInput
          label={t('address')}
          placeholder="070-123 45 67"
          value={address}
          onChange={({ currentTarget }) => {
            setAddress(currentTarget.value);
            setUserId(null);
          }}
          error={wrong}
          data-autofocus
        />
        {free.length > 0 && (
          <Select
            label={t('user')}
            data={free.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={userId}
            onChange={(chosen) => {
              setUserId(chosen);
              setAddress('');
            }}
            clearable
          />
        )}
        {!wrong && <Refusal error={add.error} />}
        <Group justify="flex-end" gap={8}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={add.isPending}
            disabled={address.trim() === '' && userId === null}
          >
            {t('add')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
