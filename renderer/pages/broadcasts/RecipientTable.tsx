import { useMemo } from 'react';
import { broadcastRecipients } from '../../../electron/contract/broadcasts.ts';
import { usePages } from '../../api/use-pages.ts';
import { Lamp } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { type Column, VirtualTable } from '../../components/VirtualTable.tsx';
import { useOutcomeWords } from '../../text/use-outcome-words.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import type { Filter } from './RecipientFilters.tsx';
import type { Recipient } from './UnknownRecipients.tsx';

/** Everyone of the send-out, or those in one state. The program sorts what needs her first. */
export function RecipientTable({ broadcastId, filter }: { broadcastId: number; filter: Filter }) {
  const t = useText('broadcast');
  const columns = useColumns();
  const narrow = useNarrow();
  const people = usePages(broadcastRecipients, {
    id: broadcastId,
    ...(filter === 'all' ? {} : { state: filter }),
  });
  if (people.error) return <Refusal error={people.error} />;
  if (people.total === 0) return <p className="muted">{t('nobodyHere')}</p>;
  return (
    <VirtualTable
      label={t('people')}
      listKey={people.listKey}
      columns={columns}
      count={people.count}
      rowAt={people.rowAt}
      rowKey={(row) => row.outboxId}
      onVisible={people.onVisible}
      rowHeight={narrow ? 64 : 40}
    />
  );
}

function useColumns(): readonly Column<Recipient>[] {
  const t = useText('broadcast');
  const format = useFormat();
  const narrow = useNarrow();
  const words = useOutcomeWords();
  return useMemo(() => {
    const state: Column<Recipient> = {
      key: 'state',
      title: t('state'),
      width: '176px',
      cell: (row) => {
        const { lamp, state } = words(row);
        return (
          <Lamp kind={lamp} size={18}>
            <span className={row.state === 'failed' ? 'failed-word' : undefined}>{state}</span>
          </Lamp>
        );
      },
    };
    const nameOf = (row: Recipient) => row.name || format.address(row.to);
    if (narrow) {
      const person = (row: Recipient) => (
        <div className="two-lines">
          <b className="ellipsis">{nameOf(row)}</b>
          <span className="sm muted ellipsis">{words(row).why || format.address(row.to)}</span>
        </div>
      );
      return [{ key: 'name', title: t('name'), width: 'auto', cell: person }, state];
    }
    return [
      { key: 'name', title: t('name'), width: '22%', cell: (row) => <span className="name">{nameOf(row)}</span> },
      { key: 'to', title: t('to'), width: '188px', cell: (row) => <TelephoneNumber address={row.to} /> },
      state,
      {
        key: 'time',
        title: t('time'),
        width: '112px',
        cell: (row) => <span className="muted">{row.state === 'queued' ? '' : format.short(row.at)}</span>,
      },
      { key: 'why', title: t('why'), width: 'auto', cell: (row) => <span className="muted">{words(row).why}</span> },
    ];
  }, [t, format, narrow, words]);
}
