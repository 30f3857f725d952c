import { Select } from '@mantine/core';
import { useState } from 'react';
import { listBroadcasts } from '../../../electron/contract/broadcasts.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { useLive } from '../../api/use-live.ts';
import { LampList } from '../../components/Lamp.tsx';
import { useErrorText } from '../../text/use-error-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { whyNot } from './why-not.ts';

/** "Varför fick inte Anna det?": one send-out, and the book's reasons. */
export function WhySection({ member, called }: { member: Output<'members.get'>; called: string }) {
  const t = useText('member');
  const format = useFormat();
  const errorText = useErrorText();
  const broadcasts = useLive(listBroadcasts, { bookId: member.bookId, limit: 100 });
  const [chosen, setChosen] = useState<string | null>(null);
  const list = broadcasts.data ?? [];
  const broadcast = list.find(({ id }) => String(id) === chosen) ?? list[0];
  return (
    <section className="member-section">
      <h2 id="why">{t('whyTitle', { name: called })}</h2>
      {broadcast ? (
        <div className="stack">
          <Select
            mt={8}
            aria-labelledby="why"
            data={list.map(({ id, subject, text, createdAt }) => ({
              value: String(id),
              label: `${shorten(subject || text)}  ${format.moment(createdAt)}`,
            }))}
            value={String(broadcast.id)}
            onChange={setChosen}
            allowDeselect={false}
            searchable={list.length > 8}
          />
          <LampList
            items={whyNot(member, broadcast).map(({ key, kind, at, error }) => ({
              key,
              kind,
              text: t(`why.${key}`, {
                name: called,
                time: at === undefined ? '' : format.moment(at),
                reason: errorText(error ?? null),
              }),
            }))}
          />
        </div>
      ) : (
        <p className="muted">{t('whyNone')}</p>
      )}
    </section>
  );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 36 ? `${line.slice(0, 34)} …` : line;
}
