import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { type Broadcast, getBroadcast, outboxSummary } from '../../../electron/contract/broadcasts.ts';
import { useLive } from '../../api/use-live.ts';
import { Note } from '../../components/Note.tsx';
import { Progress } from '../../components/Progress.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { useFormat, useText } from '../../text/use-text.ts';
import { BroadcastTools } from './BroadcastTools.tsx';
import { HeldNote } from './HeldNote.tsx';
import { type Filter, RecipientFilters } from './RecipientFilters.tsx';
import { RecipientTable } from './RecipientTable.tsx';
import { SentText } from './SentText.tsx';
import { hasEnd, sharesOf, tally } from './tally.ts';
import { UndoNote } from './UndoNote.tsx';
import { UnknownRecipients } from './UnknownRecipients.tsx';
import './broadcast.css';

/** One send-out, live: how far it has come, and for each person what became of it and why. */
export function BroadcastPage() {
  const t = useText('broadcast');
  const { broadcastId } = useParams<{ broadcastId: string }>();
  const broadcast = useLive(getBroadcast, { id: broadcastId });
  return (
    <PageFrame
      name={t('title')}
      sentence={broadcast.data ? titleOf(broadcast.data) : t('title')}
      before={
        <Link href="/broadcasts" className="row gap-1 sm broadcast-back">
          <IconArrowLeft size={16} stroke={1.75} aria-hidden="true" />
          {t('allBroadcasts')}
        </Link>
      }
      tools={broadcast.data && <BroadcastTools broadcast={broadcast.data} />}
    >
      <Refusal error={broadcast.error} />
      {broadcast.data && <Found broadcast={broadcast.data} />}
    </PageFrame>
  );
}

function Found({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const [filter, setFilter] = useState<Filter>('all');
  const { total, finished, unknown, notSent } = tally(broadcast.counts);
  const done =
    broadcast.status === 'cancelled'
      ? t('goneOf', { gone: total - notSent, total })
      : t('done', { done: finished, total });
  return (
    <>
      <div className="broadcast-band">
        <div className="stack">
          <div className="row between wrap num">
            <b className="lg">{total > 0 && done}</b>
            <span className="muted">
              <WhenDone broadcast={broadcast} />
            </span>
          </div>
          {total > 0 && <Progress label={done} total={total} shares={sharesOf(broadcast.counts)} size="thick" />}
          {broadcast.status === 'sending' && <p className="sm muted">{t('canClose')}</p>}
          {broadcast.sentTo === 'functionaries' && <Note lamp="off">{t('toFunctionaries')}</Note>}
        </div>
        <SentText broadcast={broadcast} />
      </div>
      {broadcast.status === 'held' && <HeldNote broadcast={broadcast} />}
      <UndoNote broadcast={broadcast} />
      <RecipientFilters broadcast={broadcast} filter={filter} onChange={setFilter} />
      {unknown > 0 && (filter === 'all' || filter === 'unknown') && <UnknownRecipients broadcastId={broadcast.id} />}
      {total > 0 && filter !== 'unknown' && <RecipientTable broadcastId={broadcast.id} filter={filter} />}
    </>
  );
}

function WhenDone({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const format = useFormat();
  const summary = useLive(outboxSummary, {}).data;
  const { left } = tally(broadcast.counts);
  switch (broadcast.status) {
    case 'sending':
      if (summary?.waitsFor === 'line') return t('leftForModem', { count: left });
      if (summary?.waitsFor === 'answer') return t('leftForAnswer', { count: left });
      if (summary?.paused) return t('leftPaused', { count: left });
      return broadcast.finishesAt === null || !hasEnd(summary)
        ? t('leftPlain', { count: left })
        : t('left', { count: left, time: format.clock(broadcast.finishesAt) });
    case 'scheduled':
      return broadcast.at !== null && t('startsAt', { time: format.moment(broadcast.at) });
    case 'done':
      return broadcast.finishedAt !== null && t('allDone', { time: format.moment(broadcast.finishedAt) });
    case 'cancelled':
      return broadcast.finishedAt !== null && t('stopped', { time: format.moment(broadcast.finishedAt) });
    case 'held':
      return null;
  }
}

/** The subject, or the first sentence as far as one line holds. */
function titleOf({ subject, text }: Broadcast): string {
  if (subject) return subject;
  const first = text.split(/\n|(?<=[.!?]) /)[0] ?? text;
  if (first.length <= 60) return first;
  // Not in the middle of a word, unless there is but one.
  return `${first.slice(0, 58).replace(/\s+\S*$/, '')} …`;
}
