import { Button } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'wouter';
import {
  type Broadcast,
  listBroadcasts,
  outboxSummary,
  pauseOutbox,
  resumeOutbox,
} from '../../../electron/contract/broadcasts.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Progress } from '../../components/Progress.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { hasEnd, sharesOf, tally } from '../broadcasts/tally.ts';

/** What is being sent, or else what was sent last. */
export function SendingSection() {
  const t = useText('overview');
  const book = useBook();
  const broadcasts = useLive(listBroadcasts, { bookId: book.id, limit: 20 });
  if (!broadcasts.data) return null;
  const running = broadcasts.data.filter(({ status }) => status === 'sending');
  const last = broadcasts.data.find(({ status }) => status === 'done' || status === 'cancelled');
  if (running.length === 0 && !last) {
    return (
      <section className="stack">
        <h2>{t('noneSent')}</h2>
        <p className="muted">{t('noneSentText')}</p>
        <div>
          <Button
            component={Link}
            href="/write"
            leftSection={<IconPencil size={20} stroke={1.75} aria-hidden="true" />}
          >
            {t('writeFirst')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="stack gap-3">
      <div className="row between">
        <h2>{running.length > 0 ? t('sendingNow') : t('lastSent')}</h2>
        {running.length > 0 && <Pause />}
      </div>
      {(running.length > 0 ? running : [last]).map(
        (broadcast) => broadcast && <Running key={broadcast.id} broadcast={broadcast} />,
      )}
    </section>
  );
}

function Running({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('overview');
  const format = useFormat();
  const summary = useLive(outboxSummary, {}).data;
  const { total, finished, failed, notSent } = tally(broadcast.counts);
  const done =
    broadcast.status === 'cancelled'
      ? t('goneOf', { gone: total - notSent, total })
      : t('done', { done: finished, total });
  const whenReady = () => {
    if (summary?.waitsFor === 'line') return t('forModem');
    if (summary?.waitsFor === 'answer') return t('forAnswer');
    if (broadcast.finishesAt === null || !hasEnd(summary)) return null;
    return t('ready', { time: format.clock(broadcast.finishesAt) });
  };
  return (
    <div className="stack">
      <Link href={`/broadcasts/${broadcast.id}`} className="ellipsis">
        {broadcast.subject || broadcast.text}
      </Link>
      <Progress label={done} total={total} shares={sharesOf(broadcast.counts)} />
      <div className="row between num">
        <b>{done}</b>
        <span className="muted">
          {broadcast.status === 'sending' ? whenReady() : format.moment(broadcast.finishedAt ?? broadcast.createdAt)}
        </span>
      </div>
      {failed > 0 && <p className="sm muted num">{t('notArrived', { count: failed })}</p>}
    </div>
  );
}

function Pause() {
  const t = useText('overview');
  const summary = useLive(outboxSummary, {});
  const pause = useCommand(pauseOutbox);
  const resume = useCommand(resumeOutbox);
  const paused = summary.data?.paused ?? false;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Button
      size="sm"
      leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => (paused ? resume.mutate({}) : pause.mutate({}))}
    >
      {paused ? t('resume') : t('pause')}
    </Button>
  );
}
