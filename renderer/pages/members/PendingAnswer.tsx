import { Button } from '@mantine/core';
import { approveMembers, declineMembers, type Member } from '../../../electron/contract/members.ts';
import { useCommand } from '../../api/use-live.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { addressOf } from './address-of.ts';

export function PendingAnswer({ member }: { member: Member }) {
  const t = useText('members');
  const format = useFormat();
  const approve = useCommand(approveMembers);
  const decline = useCommand(declineMembers);
  const name = member.name || format.address(addressOf(member));
  const ids = [member.id];
  return (
    <span className="row-actions">
      <Button
        size="sm"
        aria-label={t('approveOne', { name })}
        onClick={() => approve.mutate({ ids })}
        loading={approve.isPending}
      >
        {t('approve')}
      </Button>
      <Button
        size="sm"
        variant="subtle"
        aria-label={t('declineOne', { name })}
        onClick={() => decline.mutate({ ids })}
        loading={decline.isPending}
      >
        {t('decline')}
      </Button>
    </span>
  );
}
