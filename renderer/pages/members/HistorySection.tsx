import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../electron/contract/index.ts';
import { Bubble } from '../../components/Bubble.tsx';
import { useErrorText } from '../../text/use-error-text.ts';
import { useReasonText } from '../../text/use-reason-text.ts';
import { useStateText } from '../../text/use-state-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';

type Item = Output<'members.get'>['history'][number];
const SHOWN = 5;

/** Everything that has happened between the book and one person, newest first. */
export function HistorySection({ history }: { history: readonly Item[] }) {
  const t = useText('member');
  const [all, setAll] = useState(false);
  const shown = all ? history : history.slice(0, SHOWN);
  return (
    <section className="section member-section">
      <h2>{t('history')}</h2>
      {history.length === 0 && <p className="muted">{t('historyEmpty')}</p>}
      <ol className="folder">
        {shown.map((item, index) => (
          <HistoryItem key={`${item.at}-${item.kind}-${item.outboxId ?? index}`} item={item} />
        ))}
      </ol>
      {history.length > SHOWN && (
        <Button size="sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('historyLess') : t('historyShown', { count: history.length })}
        </Button>
      )}
    </section>
  );
}

function HistoryItem({ item }: { item: Item }) {
  const t = useText('member');
  const format = useFormat();
  const stateText = useStateText();
  const errorText = useErrorText();
  const reasonText = useReasonText();
  const { at, kind, text, state, reason } = item;
  const failed = kind === 'sent' && (state === 'failed' || state === 'cancelled') && reason !== null;
  const notes = [
    t(`kind.${kind}`),
    kind === 'sent' && state !== null ? stateText(state) : null,
    failed ? errorText(reason) : null,
    kind !== 'sent' && reason !== null ? reasonText(reason) : null,
  ];
  return (
    <li>
      <time className="num" dateTime={new Date(at).toISOString()}>
        {format.date(at)}
        <br />
        {format.clock(at)}
      </time>
      <div>
        {text !== null && text !== '' && <Bubble way={kind === 'sent' ? 'out' : 'in'} text={text} />}
        <p className={kind === 'sent' && text ? 'sm muted at-end' : 'sm muted'}>
          {notes.filter((note) => note !== null).join('. ')}
        </p>
      </div>
    </li>
  );
}
