import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { type Broadcast, resendFailed } from '../../../electron/contract/broadcasts.ts';
import { useCommand } from '../../api/use-live.ts';
import { LampShape } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useOutcomeWords } from '../../text/use-outcome-words.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { tally } from './tally.ts';

export type Filter = 'all' | keyof Broadcast['counts'];

const order: readonly (keyof Broadcast['counts'])[] = [
  'delivered',
  'sent',
  'failed',
  'unknown',
  'sending',
  'queued',
  'cancelled',
  'expired',
];

/** The counts under the bar are the table's filters; beside them the way to send again to those it failed for. */
export function RecipientFilters(props: { broadcast: Broadcast; filter: Filter; onChange: (filter: Filter) => void }) {
  const { broadcast, filter, onChange } = props;
  const t = useText('broadcast');
  const format = useFormat();
  const words = useOutcomeWords();
  const resend = useCommand(resendFailed);
  const { total, failed } = tally(broadcast.counts);
  if (total === 0) return null;
  const present = order.filter((state) => broadcast.counts[state] > 0 || state === filter);
  return (
    <div className="stack broadcast-filters">
      <div className="row between wrap">
        <fieldset className="row wrap broadcast-filter-set" aria-label={t('filters')}>
          <button type="button" aria-pressed={filter === 'all'} onClick={() => onChange('all')}>
            <b>{format.number(total)}</b> {t('filter.all')}
          </button>
          {present.map((state) => (
            <button key={state} type="button" aria-pressed={filter === state} onClick={() => onChange(state)}>
              <LampShape kind={words({ state, channel: 'sms' }).lamp} size={18} />
              <b>{format.number(broadcast.counts[state])}</b> {t(`filter.${state}`)}
            </button>
          ))}
        </fieldset>
        {failed > 0 && broadcast.status !== 'held' && (
          <Button
            size="sm"
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden="true" />}
            loading={resend.isPending}
            onClick={() => resend.mutate({ id: broadcast.id })}
          >
            {t('resend', { count: failed })}
          </Button>
        )}
      </div>
      <Refusal error={resend.error} />
      <div role="status" className={resend.data ? 'sm muted' : 'hidden-words'}>
        {resend.data && t('resent', { count: resend.data.resent })}
      </div>
    </div>
  );
}
