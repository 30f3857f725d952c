import { Button } from '@mantine/core';
import { IconMessage, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '../../../electron/contract/index.ts';
import {
  approveMembers,
  blockMembers,
  declineMembers,
  removeMembers,
  unblockMembers,
} from '../../../electron/contract/members.ts';
import { useCommand } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';
import { writeHref } from '../write/audience.ts';
import { addressOf } from './address-of.ts';
import { EditMember } from './EditMember.tsx';
import { SureDialog } from './SureDialog.tsx';

/** What can be done with one member as they are now. Nothing here brings back who has left. */
export function MemberActions(props: { member: Output<'members.get'>; called: string; onGone: () => void }) {
  const { member, called, onGone } = props;
  const t = useText('member');
  const approve = useCommand(approveMembers);
  const decline = useCommand(declineMembers);
  const block = useCommand(blockMembers);
  const unblock = useCommand(unblockMembers);
  const remove = useCommand(removeMembers);
  const [dialog, setDialog] = useState<'edit' | 'block' | 'remove' | null>(null);
  const ids = [member.id];
  const close = () => setDialog(null);
  const asked = dialog === 'block' ? block : remove;
  const { status } = member;
  return (
    <div className="stack member-section">
      <div className="row wrap">
        {status === 'pending' && (
          <>
            <Button size="sm" variant="filled" onClick={() => approve.mutate({ ids })} loading={approve.isPending}>
              {t('approve')}
            </Button>
            <Button
              size="sm"
              onClick={() => decline.mutate({ ids }, { onSuccess: onGone })}
              loading={decline.isPending}
            >
              {t('decline')}
            </Button>
          </>
        )}
        {status === 'active' && (
          <Button
            size="sm"
            component={Link}
            href={writeHref({ kind: 'members', ids })}
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t('write', { name: called })}
          </Button>
        )}
        <Button
          size="sm"
          component={Link}
          href={`/inbox/${encodeURIComponent(addressOf(member))}`}
          leftSection={<IconMessage size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('conversation')}
        </Button>
        <Button size="sm" onClick={() => setDialog('edit')}>
          {t('edit')}
        </Button>
        {status === 'blocked' && (
          <Button size="sm" onClick={() => unblock.mutate({ ids })} loading={unblock.isPending}>
            {t('unblock')}
          </Button>
        )}
        {(status === 'active' || status === 'pending') && (
          <Button size="sm" variant="outline" color="ler" onClick={() => setDialog('block')}>
            {t('block')}
          </Button>
        )}
        {status !== 'pending' && (
          <Button size="sm" variant="outline" color="ler" onClick={() => setDialog('remove')}>
            {t('remove')}
          </Button>
        )}
      </div>
      <Refusal error={approve.error ?? decline.error ?? unblock.error} />
      {dialog === 'edit' && <EditMember member={member} called={called} onClose={close} />}
      {(dialog === 'block' || dialog === 'remove') && (
        <SureDialog
          kind={dialog}
          status={status}
          count={1}
          progress={{ busy: asked.isPending, done: 0, error: asked.error }}
          onKeep={close}
          onConfirm={() => asked.mutate({ ids }, { onSuccess: dialog === 'remove' ? onGone : close })}
        />
      )}
    </div>
  );
}
