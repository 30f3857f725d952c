import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { type Broadcast, listBroadcasts, outboxSummary } from '../../../electron/contract/broadcasts.ts';
import { useLive } from '../../api/use-live.ts';
import { EmptyPage } from '../../components/EmptyPage.tsx';
import { Lamp, type LampKind } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { tally } from './tally.ts';

/** As many as a club sends in several years; older ones are in the log. */
const LISTED = 1000;

const lamps: Record<Broadcast['status'] | 'paused', LampKind> = {
  paused: 'paused',
  scheduled: 'waits',
  held: 'paused',
  sending: 'working',
  done: 'works',
  cancelled: 'off',
};

/** Everything sent to the members, newest first. */
export function BroadcastsPage() {
  const t = useText('broadcasts');
  const book = useBook();
  const [, navigate] = useLocation();
  const columns = useColumns();
  const narrow = useNarrow();
  const list = useLive(listBroadcasts, { bookId: book.id, limit: LISTED });
  const rows = list.data;
  const rowAt = useCallback((index: number) => rows?.[index], [rows]);
  return (
    <PageFrame
      name={t('title')}
      sentence={t('title')}
      tools={
        <Button component={Link} href="/write" leftSection={<IconPencil size={20} stroke={1.75} aria-hidden="true" />}>
          {t('write')}
        </Button>
      }
    >
      <Refusal error={list.error} />
      {rows?.length === 0 && (
        <EmptyPage
          title={t('none')}
          action={
            <Button component={Link} href="/write" variant="filled">
              {t('writeFirst')}
            </Button>
          }
        >
          {t('noneText')}
        </EmptyPage>
      )}
      {rows && rows.length > 0 && (
        <VirtualTable
          label={t('title')}
          listKey={String(book.id)}
          columns={columns}
          count={rows.length}
          rowAt={rowAt}
          rowKey={(row) => row.id}
          rowHeight={narrow ? 64 : 40}
          onOpen={(row) => navigate(`/broadcasts/${row.id}`)}
        />
      )}
    </PageFrame>
  );
}

function useColumns(): readonly Column<Broadcast>[] {
  const t = useText('broadcasts');
  const outcomes = useText('outcomes');
  const format = useFormat();
  const narrow = useNarrow();
  const paused = useLive(outboxSummary, {}).data?.paused ?? false;
  return useMemo(() => {
    const state = (row: Broadcast) => {
      const status = paused && row.status === 'sending' ? 'paused' : row.status;
      return (
        <Lamp kind={lamps[status]} size={18}>
          {outcomes(`status.${status}`)}
        </Lamp>
      );
    };
    const when = (row: Broadcast) => format.short(row.at ?? row.createdAt);
    const text = (row: Broadcast) => (
      <Link href={`/broadcasts/${row.id}`} className="name">
        {row.subject || row.text}
      </Link>
    );
    if (narrow) {
      const all = (row: Broadcast) => (
        <div className="two-lines">
          <span className="ellipsis">{text(row)}</span>
          <span className="row between">
            {state(row)} <span className="sm muted">{when(row)}</span>
          </span>
        </div>
      );
      return [{ key: 'text', title: t('text'), width: 'auto', cell: all }];
    }
    return [
      { key: 'text', title: t('text'), width: 'auto', cell: text },
      {
        key: 'from',
        title: t('from'),
        width: '148px',
        cell: (row) => row.authorName || format.address(row.author ?? ''),
      },
      { key: 'when', title: t('when'), width: '120px', cell: when },
      { key: 'state', title: t('state'), width: '180px', cell: state },
      {
        key: 'result',
        title: t('result'),
        width: '28%',
        cell: (row) => (
          <span className="muted">{row.sentTo === 'functionaries' ? t('toFunctionaries') : resultOf(row, t)}</span>
        ),
      },
    ];
  }, [t, outcomes, format, narrow, paused]);
}

/** "1 gick inte fram, 137 framme": only what there is any of, what went wrong first. */
function resultOf({ counts }: Broadcast, t: ReturnType<typeof useText<'broadcasts'>>): string {
  const { arrived, sent, failed, unknown, left, notSent } = tally(counts);
  const parts = [
    failed > 0 && t('failed', { count: failed }),
    unknown > 0 && t('unknown', { count: unknown }),
    arrived > 0 && t('arrived', { count: arrived }),
    sent > 0 && t('sent', { count: sent }),
    left > 0 && t('left', { count: left }),
    notSent > 0 && t('notSent', { count: notSent }),
  ];
  return parts.filter((part) => part !== false).join(', ');
}
