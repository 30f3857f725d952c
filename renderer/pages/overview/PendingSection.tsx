import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { approveMembers, declineMembers, listMembers, type Member } from '../../../electron/contract/members.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';

const SHOWN = 5;

/** Sign-ups that wait for her yes; gone when there are none. */
export function PendingSection() {
  const t = useText('overview');
  const book = useBook();
  const pending = useLive(listMembers, { bookId: book.id, status: 'pending', limit: SHOWN });
  if (!pending.data || pending.data.total === 0) return null;
  const { total, items } = pending.data;
  return (
    <section>
      <h2 className="section-title">
        {t('pending')} <span className="quiet pending-count">{total}</span>
      </h2>
      <ul>
        {items.map((member) => (
          <PendingRow key={member.id} member={member} />
        ))}
      </ul>
      {total > SHOWN && (
        <p className="overview-nothing">
          <Link href="/members">{t('allToDo', { count: total })}</Link>
        </p>
      )}
    </section>
  );
}

function PendingRow({ member }: { member: Member }) {
  const t = useText('overview');
  const common = useText('common');
  const format = useFormat();
  const approve = useCommand(approveMembers);
  const decline = useCommand(declineMembers);
  const address = member.phone ?? member.email ?? '';
  const name = member.name || common('noName');
  const spoken = member.name || format.address(address);
  return (
    <li className="pending-row">
      <b className="ellipsis">{name}</b>
      <span className="muted ellipsis">
        <TelephoneNumber address={address} />
      </span>
      <span className="sm muted num">
        {t(`via.${member.joinedBy}`)} {format.moment(member.joinedAt)}
      </span>
      <span className="row">
        <Button
          size="sm"
          aria-label={t('approveName', { name: spoken })}
          onClick={() => approve.mutate({ ids: [member.id] })}
          loading={approve.isPending}
        >
          {t('approve')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          aria-label={t('declineName', { name: spoken })}
          onClick={() => decline.mutate({ ids: [member.id] })}
          loading={decline.isPending}
        >
          {t('decline')}
        </Button>
      </span>
      <Refusal error={approve.error ?? decline.error} />
    </li>
  );
}
