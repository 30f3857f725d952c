import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Bubble, BubbleDay, type FramedText } from '../../components/Bubble.tsx';
import { Progress } from '../../components/Progress.tsx';
import { Telephone } from '../../components/Telephone.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import type { Message, Preview } from './use-preview.ts';

/** The message exactly as it arrives, and what is left of the day's allowance after it. */
export function PreviewPanel(props: {
  message: Message;
  preview: Preview | undefined;
  better: { preview: Preview } | null;
  /** What the better text replaces with, in words; null when it only takes away. */
  betterName: string | null;
}) {
  const { message, preview, better, betterName } = props;
  const t = useText('write');
  const format = useFormat();
  const book = useBook();
  const [shown, setShown] = useState<'sms' | 'mail'>('sms');
  const empty = message.text.trim() === '';
  const number = book.number ? format.phone(book.number) : book.name;
  return (
    <aside className="write-preview stack gap-3" aria-label={t('preview')}>
      <div className="row between">
        <span className="sm quiet">{t('arrivesLike')}</span>
        <SegmentedControl
          size="xs"
          className="write-preview-switch"
          aria-label={t('arrivesLike')}
          value={shown}
          onChange={(value) => setShown(value === 'mail' ? 'mail' : 'sms')}
          data={[
            { value: 'sms', label: t('sms') },
            { value: 'mail', label: t('mail') },
          ]}
        />
      </div>
      <Telephone label={t('preview')} title={shown === 'sms' ? number : (book.mailAddress ?? book.name)}>
        <BubbleDay>{t('today', { time: format.clock(Date.now()) })}</BubbleDay>
        {empty && <p className="sm quiet">{t('emptyPreview')}</p>}
        {!empty && shown === 'sms' && (
          <>
            <Bubble way="in" {...asItArrives(preview, message.text, book.header, book.footer)} />
            {(book.header !== '' || book.footer !== '') && (
              <p className="sm quiet">
                {t('frameNote')} <Link href="/settings/frame">{t('changeFrame')}</Link>
              </p>
            )}
          </>
        )}
        {!empty && shown === 'mail' && (
          <>
            <b>{message.subject.trim() || t('noSubject')}</b>
            <Bubble way="in" text={message.text} />
            <p className="sm quiet">{t('mailNote')}</p>
          </>
        )}
      </Telephone>
      {preview && <Allowance preview={preview} better={better} betterName={betterName} />}
    </aside>
  );
}

/** The program's own rendering, cut where the book's frame begins and ends; the typed text until it has answered. */
function asItArrives(preview: Preview | undefined, text: string, header: string, footer: string): FramedText {
  const whole = preview?.partTexts.join('') ?? '';
  if (whole.startsWith(header) && whole.endsWith(footer) && whole.length >= header.length + footer.length) {
    return { header, text: whole.slice(header.length, whole.length - footer.length), footer };
  }
  return whole === '' ? { header, text, footer } : { text: whole };
}

function Allowance(props: { preview: Preview; better: { preview: Preview } | null; betterName: string | null }) {
  const { preview, better, betterName } = props;
  const t = useText('write');
  const format = useFormat();
  const { dailySmsLimit } = useBook();
  if (preview.allowanceLeft === null || dailySmsLimit === null) return null;
  const left = preview.allowanceLeft - preview.parts;
  const words =
    left < 0
      ? t('allowanceOver', { over: format.number(-left) })
      : t('allowanceLeft', { left: format.number(left), limit: format.number(dailySmsLimit) });
  return (
    <section className="stack gap-1">
      <div className="row between wrap num">
        <b>{t('allowance')}</b>
        <span className="sm muted">{words}</span>
      </div>
      <Progress
        label={`${t('allowance')}: ${words}`}
        total={dailySmsLimit}
        shares={[
          { kind: better ? 'dear' : 'arrived', count: Math.min(dailySmsLimit, dailySmsLimit - Math.max(0, left)) },
        ]}
      />
      {better && betterName && better.preview.allowanceLeft !== null && (
        <p className="sm quiet num">
          {t('allowanceBetter', {
            name: betterName,
            left: format.number(Math.max(0, better.preview.allowanceLeft - better.preview.parts)),
            time: format.clock(better.preview.finishesAt),
          })}
        </p>
      )}
    </section>
  );
}
