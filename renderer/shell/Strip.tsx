import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'wouter';
import { outboxSummary, pauseOutbox, resumeOutbox } from '../../electron/contract/broadcasts.ts';
import { listTodos } from '../../electron/contract/inbound.ts';
import { listLines, mailStatus } from '../../electron/contract/lines.ts';
import { useCommand, useLive } from '../api/use-live.ts';
import { type LampKind, LampShape } from '../components/Lamp.tsx';
import { useFormat, useText } from '../text/use-text.ts';
import { type MendKey, mailLight, numberLight, queueLight, signalWord } from './strip-lights.ts';
import { useBook } from './use-book.ts';
import { usePractising } from './use-practising.ts';

/** Three lights with words at the bottom of every page, each leading to the page that explains and mends. */
export function Strip() {
  const t = useText('shell');
  return (
    <section className="strip" aria-label={t('stateNow')}>
      <NumberLight />
      <MailLight />
      <QueueLight />
      <PauseButton />
    </section>
  );
}

function NumberLight() {
  const t = useText('shell');
  const format = useFormat();
  const book = useBook();
  const lines = useLive(listLines, {});
  const line = lines.data?.find(({ id }) => id === book.lineId);
  if (!lines.data) return <LightLink name={t('number')} kind="working" href="/program/modem" words="" />;
  const light = numberLight(line, lines.data.length > 0);
  const words = t(`line.${light.key}`, {
    number: line?.number ? format.phone(line.number) : t('noNumber'),
    operator: line?.operator ?? '',
    signal: t(`signal.${signalWord(line?.signal ?? 0)}`),
  });
  return <LightLink name={t('number')} words={words} {...light} />;
}

function MailLight() {
  const t = useText('shell');
  const book = useBook();
  const practising = usePractising();
  const status = useLive(mailStatus, {});
  if (!status.data) return <LightLink name={t('mailbox')} kind="working" href="/program/mail" words="" />;
  const light = mailLight(status.data, book, practising);
  return (
    <LightLink name={t('mailbox')} words={t(`mail.${light.key}`, { address: book.mailAddress ?? '' })} {...light} />
  );
}

function QueueLight() {
  const t = useText('shell');
  const format = useFormat();
  const book = useBook();
  const summary = useLive(outboxSummary, {});
  const todos = useLive(listTodos, { bookId: book.id });
  if (!summary.data) return <LightLink name={t('queue')} kind="working" href="/broadcasts" words="" />;
  const held = todos.data?.filter(({ kind }) => kind === 'held').length ?? 0;
  const light = queueLight(summary.data, held);
  const { queued, unknown, finishesAt } = summary.data;
  const count = light.key === 'held' ? held : light.key === 'unknown' ? unknown : queued;
  const time = light.key === 'quiet' ? format.wallClock(book.quietHours?.to ?? '') : format.clock(finishesAt ?? 0);
  return <LightLink name={t('queue')} words={t(`queueState.${light.key}`, { count, time })} {...light} />;
}

function PauseButton() {
  const t = useText('shell');
  const summary = useLive(outboxSummary, {});
  const pause = useCommand(pauseOutbox);
  const resume = useCommand(resumeOutbox);
  const paused = summary.data?.paused ?? false;
  const nothing = !paused && (summary.data?.queued ?? 0) === 0;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <div className="strip-act">
      <Button
        size="sm"
        variant={paused ? 'filled' : 'default'}
        leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => (paused ? resume.mutate({}) : pause.mutate({}))}
        disabled={nothing}
        title={nothing ? t('nothingToPause') : undefined}
      >
        <span className="button-words">{paused ? t('resume') : t('pauseAll')}</span>
      </Button>
    </div>
  );
}

const tones: Partial<Record<LampKind, string>> = { needsYou: 'warn', stopped: 'danger', unknown: 'unknown' };

function LightLink(props: { name: string; words: string; kind: LampKind; href: string; mend?: MendKey }) {
  const { name, words, kind, href, mend } = props;
  const t = useText('shell');
  const tone = tones[kind];
  return (
    <Link href={href} className={tone ? `light light-${tone}` : 'light'} title={words}>
      <LampShape kind={kind} />
      <b>{name}</b>
      <span className="light-words">{words}</span>
      {mend && <span className="light-mend">{t(`mend.${mend}`)}</span>}
    </Link>
  );
}
