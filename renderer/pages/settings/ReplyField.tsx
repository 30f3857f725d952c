import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { ReplyKind } from '../../../electron/contract/books.ts';
import { getSettings } from '../../../electron/contract/lines.ts';
import { useLive } from '../../api/use-live.ts';
import { DraftText } from '../../components/DraftText.tsx';
import { PartsMeter } from '../../components/PartsMeter.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { measureSms } from '../../text/measure-sms.ts';
import { useText } from '../../text/use-text.ts';
import { fillReply } from './fill-reply.ts';
import { useBookPatch } from './use-book-patch.ts';

/** One of the five replies: on or off, its words, and what they cost while she writes them. */
export function ReplyField({ kind }: { kind: ReplyKind }) {
  const t = useText('settings');
  const { book, patch, error } = useBookPatch();
  const { on, text } = book.replies[kind];
  const club = useLive(getSettings, {}).data?.club ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const title = t(`reply.${kind}`);
  return (
    <li className="reply">
      <Switch
        aria-label={t('replyOn', { reply: title })}
        checked={on}
        onChange={({ currentTarget }) => patch({ replies: { [kind]: { on: currentTarget.checked } } })}
      />
      <div className="grow">
        <div className="row between wrap">
          <b>{title}</b>
          <PartsMeter small {...measureSms(fillReply(draft ?? text, book.name, club))} />
        </div>
        <DraftText
          aria-label={title}
          lines="many"
          required
          value={text}
          onDraft={setDraft}
          onKeep={(words) => patch({ replies: { [kind]: { text: words } } })}
        />
        {kind === 'left' && !on && <p className="sm muted">{t('leftOff')}</p>}
        <Refusal error={error} />
      </div>
    </li>
  );
}
