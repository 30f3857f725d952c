import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type Role, removeRole } from '../../../electron/contract/roles.ts';
import { useCommand } from '../../api/use-live.ts';
import { useText } from '../../text/use-text.ts';
import { useRoleName } from './RoleWho.tsx';

export function RemoveRole({ role }: { role: Role }) {
  const t = useText('settings');
  const remove = useCommand(removeRole);
  const name = useRoleName()(role);
  return (
    <ActionIcon
      size={32}
      aria-label={t('removeOne', { name })}
      title={t('removeOne', { name })}
      loading={remove.isPending}
      onClick={() => remove.mutate({ id: role.id })}
    >
      <IconX size={20} stroke={1.75} aria-hidden="true" />
    </ActionIcon>
  );
}
