import '../../components/state-tag.css';
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { addRole, listUsers, type Role, removeRole } from '../../../electron/contract/roles.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';
import { useRoleName } from './RoleWho.tsx';

/** The users who see and manage the book. It gives no right to send. */
export function AccessSection({ roles }: { roles: readonly Role[] }) {
  const t = useText('settings');
  const book = useBook();
  const nameOf = useRoleName();
  const users = useLive(listUsers, {});
  const add = useCommand(addRole);
  const remove = useCommand(removeRole);
  const others = users.data?.filter(({ id }) => !roles.some(({ userId }) => userId === id)) ?? [];
  return (
    <section className="section stack">
      <div>
        <h2>{t('accessTitle')}</h2>
        <p className="sm muted">{t('accessText')}</p>
      </div>
      <ul className="row wrap">
        {roles.map((role) => (
          <li key={role.id} className="tag tag-access">
            {nameOf(role)}
            {roles.length > 1 && (
              <ActionIcon
                size={24}
                aria-label={t('removeOne', { name: nameOf(role) })}
                onClick={() => remove.mutate({ id: role.id })}
              >
                <IconX size={16} stroke={1.75} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Select
          w={280}
          aria-label={t('addAccess')}
          placeholder={t('addAccess')}
          data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={null}
          onChange={(userId) => userId && add.mutate({ bookId: book.id, role: 'access', userId })}
        />
      ) : (
        users.data && <p className="sm quiet">{t('noMoreUsers')}</p>
      )}
      <Refusal error={add.error ?? remove.error} />
    </section>
  );
}
