import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { getMember } from '../../../electron/contract/members.ts';
import { useLive } from '../../api/use-live.ts';
import { HasLeftNote } from '../../components/HasLeftNote.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { firstName } from '../../text/first-name.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { addressOf } from './address-of.ts';
import { ConsentSection } from './ConsentSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { MemberActions } from './MemberActions.tsx';
import { WhySection } from './WhySection.tsx';

/** One member beside the list: what they are, what can be done, and the folder of everything between them and the book. */
export function MemberPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useText('member');
  const common = useText('common');
  const format = useFormat();
  const found = useLive(getMember, { id });
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const member = found.data;
  const called = member ? firstName(member.name) || format.address(addressOf(member)) : '';
  const title = member ? member.name || common('noName') : t('title');
  return (
    <aside
      ref={panel}
      className="side-panel"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div className="row between">
        <h1>{title}</h1>
        <ActionIcon aria-label={t('close', { name: title })} onClick={onClose}>
          <IconX size={20} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </div>
      {found.error && <Refusal error={found.error} actions={<Button onClick={onClose}>{common('back')}</Button>} />}
      {member && (
        <>
          <div className="row wrap muted num">
            {[member.phone, member.email].map(
              (address) => address !== null && <TelephoneNumber key={address} address={address} />,
            )}
            <span>{t(`status.${member.status}`, { date: format.date(member.joinedAt) })}</span>
            {member.roles.map((role) => (
              <StateTag key={role} solid>
                {t(`role.${role}`)}
              </StateTag>
            ))}
            {member.labels.map((label) => (
              <StateTag key={label}>{label}</StateTag>
            ))}
          </div>
          {member.status === 'unsubscribed' && (
            <div className="member-section">
              <HasLeftNote name={called} leftAt={member.departure?.at ?? member.leftAt} />
            </div>
          )}
          <MemberActions member={member} called={called} onGone={onClose} />
          {member.status !== 'pending' && <WhySection member={member} called={called} />}
          <ConsentSection member={member} called={called} />
          <HistorySection history={member.history} />
        </>
      )}
    </aside>
  );
}
