import { useMemo } from 'react';
import type { Member } from '../../../electron/contract/members.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import type { Column } from '../../components/VirtualTable.tsx';
import { useFormat, useText } from '../../text/use-text.ts';
import { addressOf } from './address-of.ts';
import { PendingAnswer } from './PendingAnswer.tsx';
import { Tick, TickAll } from './Tick.tsx';

type Status = Member['status'];

/** What stands in the list of one tab. With a member open beside it, only what tells people apart is left. */
export function useMemberColumns(status: Status, beside: boolean, tickAll: () => void): readonly Column<Member>[] {
  const t = useText('members');
  const format = useFormat();
  const narrow = useNarrow();
  const noName = useText('common')('noName');
  return useMemo(() => {
    const tick: Column<Member> = {
      key: 'tick',
      title: <TickAll onTickAll={tickAll} />,
      width: '48px',
      cell: (member) => <Tick id={member.id} name={member.name || addressOf(member)} />,
    };
    const name: Column<Member> = {
      key: 'name',
      title: t('column.name'),
      width: 'auto',
      cell: (member) =>
        member.name ? <span className="name">{member.name}</span> : <span className="quiet">{noName}</span>,
    };
    const address: Column<Member> = {
      key: 'address',
      title: t('column.address'),
      width: '200px',
      cell: (member) => <TelephoneNumber address={addressOf(member)} />,
    };
    const day = (key: string, title: string, at: (member: Member) => number | null): Column<Member> => ({
      key,
      title,
      width: '112px',
      wideOnly: true,
      cell: (member) => {
        const when = at(member);
        return when === null ? null : <span className="muted">{format.short(when)}</span>;
      },
    });
    const answer: Column<Member> = {
      key: 'answer',
      title: t('column.answer'),
      width: narrow ? '172px' : '196px',
      cell: (member) => <PendingAnswer member={member} />,
    };
    const left = day('leftAt', t('column.leftAt'), ({ leftAt }) => leftAt);
    if (narrow) {
      const two: Column<Member> = { ...name, cell: (member) => <TwoLines member={member} status={status} /> };
      return status === 'pending' ? [tick, two, answer] : [tick, two];
    }
    if (status === 'unsubscribed') return beside ? [name, address, left] : [tick, name, address, left];
    if (beside) return [name, address];
    const by: Column<Member> = {
      key: 'by',
      title: t('column.by'),
      width: '112px',
      wideOnly: true,
      cell: (member) => <span className="muted">{t(`by.${member.joinedBy}`)}</span>,
    };
    if (status === 'pending') {
      return [tick, name, address, by, day('joinedAt', t('column.askedAt'), ({ joinedAt }) => joinedAt), answer];
    }
    const labels: Column<Member> = {
      key: 'labels',
      title: t('column.labels'),
      width: '18%',
      cell: (member) => <Labels member={member} />,
    };
    if (status === 'blocked') return [tick, name, address, labels];
    return [
      tick,
      name,
      {
        key: 'phone',
        title: t('column.phone'),
        width: '136px',
        cell: ({ phone }) =>
          phone ? <TelephoneNumber address={phone} /> : <span className="quiet">{t('mailOnly')}</span>,
      },
      { key: 'email', title: t('column.email'), width: '21%', cell: ({ email }) => email },
      labels,
      day('joinedAt', t('column.joinedAt'), ({ joinedAt }) => joinedAt),
      day('sentAt', t('column.sentAt'), ({ lastSentAt }) => lastSentAt),
    ];
  }, [t, format, narrow, noName, status, beside, tickAll]);
}

function Labels({ member }: { member: Member }) {
  return (
    <span className="labels">
      {member.labels.map((label) => (
        <StateTag key={label}>{label}</StateTag>
      ))}
    </span>
  );
}

function TwoLines({ member, status }: { member: Member; status: Status }) {
  const t = useText('members');
  const format = useFormat();
  const noName = useText('common')('noName');
  const address = <TelephoneNumber address={addressOf(member)} />;
  const when = status === 'unsubscribed' ? member.leftAt : member.lastSentAt;
  return (
    <div className="member-two-lines">
      <b className="ellipsis">{member.name || noName}</b>
      {status === 'pending' ? <span /> : address}
      {status === 'pending' ? <span className="sm muted">{address}</span> : <Labels member={member} />}
      <span className="sm muted">
        {member.phone === null && status === 'active' ? `${t('mailOnly')} ` : ''}
        {status !== 'pending' && when !== null && format.short(when)}
      </span>
    </div>
  );
}
