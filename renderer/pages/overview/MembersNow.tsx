import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { bookMovements } from '../../../electron/contract/books.ts';
import { useLive } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';

const SmallChart = lazy(async () => ({ default: (await import('../../components/SmallChart.tsx')).SmallChart }));

/** Members now, and who came and went in twelve months. */
export function MembersNow() {
  const t = useText('overview');
  const format = useFormat();
  const { id, counts } = useBook();
  const movements = useLive(bookMovements, { id, months: 12 });
  const months = (movements.data ?? []).map((month) => ({ ...month, at: Date.parse(`${month.month.slice(0, 7)}-15`) }));
  const joined = sum(months.map((month) => month.joined));
  const left = sum(months.map((month) => month.left));
  const everAny = counts.active + counts.pending + counts.unsubscribed + counts.blocked > 0;
  if (!everAny) {
    return (
      <section className="members-now stack gap-3" aria-label={t('membersNow')}>
        <p>{t('noMembers')}</p>
        <div>
          <Button component={Link} href="/members">
            {t('importMembers')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="members-now" aria-label={t('membersNow')}>
      <div className="members-count">
        <span className="members-number">{format.number(counts.active)}</span>{' '}
        <b>{t('members', { count: counts.active })}</b>
      </div>
      <div className="members-chart">
        <Suspense fallback={null}>
          {months.length > 0 && (
            <SmallChart months={months} joined={t('joinedColumn')} left={t('leftColumn')} caption={t('chart')} />
          )}
        </Suspense>
      </div>
      <div className="row wrap sm num members-keys">
        <span className="row">
          <i className="key key-in" /> {t('joined', { count: joined })}
        </span>
        <span className="row">
          <i className="key key-out" /> {t('left', { count: left })}
        </span>
        <span className="quiet">{t('months')}</span>
      </div>
    </section>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
