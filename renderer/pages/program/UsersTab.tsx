import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { addUser, listUsers, removeUser, renameUser } from '../../../electron/contract/roles.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { DraftText } from '../../components/DraftText.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useText } from '../../text/use-text.ts';

/** Who uses Samband here; a name is kept when its field is left. */
export function UsersTab() {
  const t = useText('program');
  const users = useLive(listUsers, {});
  const add = useCommand(addUser);
  const rename = useCommand(renameUser);
  const remove = useCommand(removeUser);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate({ name: name.trim() }, { onSuccess: () => setName('') });
  };
  return (
    <div className="settings-tab stack gap-3">
      <div>
        <h2>{t('usersTitle')}</h2>
        <p className="muted">{t('usersText')}</p>
      </div>
      <ul className="users">
        {users.data?.map((user) => (
          <li key={user.id}>
            <DraftText
              aria-label={t('rename', { name: user.name })}
              required
              value={user.name}
              onKeep={(words) => rename.mutate({ id: user.id, patch: { name: words.trim() } })}
            />
            {user.isMe ? (
              <StateTag>{t('me')}</StateTag>
            ) : (
              <ActionIcon
                aria-label={t('removeUser', { name: user.name })}
                onClick={() => remove.mutate({ id: user.id })}
              >
                <IconX size={20} stroke={1.75} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <form className="row wrap users-add" onSubmit={submit}>
        <TextInput
          label={t('newUser')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={100}
        />
        <Button type="submit" loading={add.isPending}>
          {t('addUser')}
        </Button>
      </form>
      <Refusal error={add.error ?? rename.error ?? remove.error} />
    </div>
  );
}
