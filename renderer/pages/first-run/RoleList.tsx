import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type Role, removeRole } from '../../../electron/contract/roles.ts';
import { useCommand } from '../../api/use-live.ts';
import { useText } from '../../text/use-text.ts';
import { useRoleName } from '../settings/RoleWho.tsx';

/** Those added so far; a slip of the finger is taken away at once. */
export function RoleList({ roles }: { roles: readonly Role[] }) {
  const t = useText('firstRun');
  const nameOf = useRoleName();
  const remove = useCommand(removeRole);
  const shown = roles.flatMap((role) => (role.role === 'access' ? [] : [{ ...role, role: role.role }]));
  if (shown.length === 0) return null;
  return (
    <ul className="found" aria-label={t('listed')}>
      {shown.map((role) => (
        <li key={role.id}>
          <b className="num">{nameOf(role)}</b>
          <span className="muted grow">{t(role.role)}</span>
          <ActionIcon
            size={32}
            aria-label={t('remove', { name: nameOf(role), role: t(role.role) })}
            onClick={() => remove.mutate({ id: role.id })}
          >
            <IconX size={20} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
