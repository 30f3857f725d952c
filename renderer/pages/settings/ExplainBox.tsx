import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { explainInbound } from '../../../electron/contract/inbound.ts';
import { listMembers } from '../../../electron/contract/members.ts';
import { useLive } from '../../api/use-live.ts';
import { LampList } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { firstName } from '../../text/first-name.ts';
import { decisionLamps, useReasonText } from '../../text/use-reason-text.ts';
import { useText } from '../../text/use-text.ts';

/** "Vad händer om 070… SMS:ar …?": the very rules that judge what comes in, asked without anything being sent. */
export function ExplainBox() {
  const t = useText('settings');
  const d = useText('decisions');
  const reasonText = useReasonText();
  const book = useBook();
  const [from, setFrom] = useState('');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue({ from: from.trim(), text: text.trim() }, 200);
  const enabled = asked.from !== '' && asked.text !== '';
  const answer = useLive(explainInbound, { bookId: book.id, ...asked }, { enabled, keepPrevious: true });
  const looksLikeNumber = asked.from.replace(/\D/g, '').length >= 7;
  const known = useLive(
    listMembers,
    { bookId: book.id, search: asked.from, limit: 2 },
    { enabled: looksLikeNumber, keepPrevious: false },
  );
  const person = known.data?.items.length === 1 ? known.data.items[0] : undefined;
  const name = firstName(person?.name ?? '') || asked.from;
  const { data, error } = answer;
  return (
    <aside className="explain" aria-label={t('explainLabel')}>
      <h2>{t('explainTitle')}</h2>
      <p className="sm muted">{t('explainText')}</p>
      <div className="stack">
        <TextInput
          label={t('explainFrom')}
          placeholder="070-123 45 67"
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          rightSection={person?.name ? <span className="sm quiet ellipsis">{person.name}</span> : null}
          rightSectionWidth={person?.name ? 120 : 0}
        />
        <TextInput
          label={t('explainWords')}
          placeholder="START"
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div className="explain-answer" role="status">
        {enabled && data ? (
          <>
            <h3>{d(`title.${data.decision}`, { name })}</h3>
            <LampList
              items={[
                { key: 'reason', kind: decisionLamps[data.decision], text: reasonText(data.reason) ?? '' },
                { key: 'what', kind: 'onItsWay', text: d(`what.${data.decision}`, { name }) },
              ]}
            />
          </>
        ) : (
          <p className="muted">{t('explainStart')}</p>
        )}
      </div>
      {enabled && <Refusal error={error} />}
      <p className="sm quiet">{t('explainFoot')}</p>
    </aside>
  );
}
