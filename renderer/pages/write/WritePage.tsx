import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useParams } from 'wouter';
import { MarkedText } from '../../components/MarkedText.tsx';
import { Note } from '../../components/Note.tsx';
import { PartsMeter } from '../../components/PartsMeter.tsx';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { type Audience, audienceIn } from './audience.ts';
import { DearNote, useReplacement } from './DearNote.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { RecipientsField } from './RecipientsField.tsx';
import { SendDock } from './SendDock.tsx';
import { useDraft } from './use-draft.ts';
import { type ChannelChoice, type Message, usePreview } from './use-preview.ts';
import { WhenField } from './WhenField.tsx';
import './write.css';

const channels: readonly ChannelChoice[] = ['auto', 'sms', 'mail', 'both'];

/** Text beside a telephone that shows what arrives; who gets it and who does not; what it costs; then one button. */
export function WritePage() {
  const t = useText('write');
  const format = useFormat();
  const book = useBook();
  const { to } = useParams<{ to?: string }>();
  const ids = { to: useId(), text: useId(), subject: useId() };
  const { draft, write, drop } = useDraft();
  const [audience, setAudience] = useState<Audience>(() => audienceIn(to));
  const [channel, setChannel] = useState<ChannelChoice>('auto');
  const [at, setAt] = useState<number | null>(null);
  const message: Message = useStable({
    bookId: book.id,
    text: draft.text,
    subject: draft.subject,
    channel,
    audience,
    at: at === null || Number.isNaN(at) ? null : at,
  });
  const { preview, better, error, isCurrent } = usePreview(message);
  const replacement = useReplacement(preview);
  const costlyHere = preview?.costly.filter((character) => draft.text.includes(character)) ?? [];
  const marks = better ? costlyHere : [];
  const byMail = (preview?.mail ?? 0) > 0 || channel === 'mail' || channel === 'both';
  return (
    <PageFrame
      name={t('name')}
      sentence={t('title')}
      tools={
        draft.savedAt !== null && (
          <>
            <span className="sm quiet num">{t('draftSaved', { time: format.short(draft.savedAt) })}</span>
            <Button variant="subtle" size="sm" onClick={drop}>
              {t('draftDrop')}
            </Button>
          </>
        )
      }
      dock={
        <SendDock
          message={Number.isNaN(at) ? { ...message, at: Number.NaN } : message}
          preview={preview}
          isCurrent={isCurrent}
          error={error}
          onSent={drop}
        />
      }
    >
      <div className="write">
        <div className="write-form">
          <Line label={t('to')} htmlFor={ids.to}>
            <RecipientsField id={ids.to} audience={audience} onChange={setAudience} />
          </Line>
          {preview?.sentTo === 'functionaries' && (
            <Line>
              <Note tone="warn" lamp="needsYou">
                {t('notWriter')}
              </Note>
            </Line>
          )}
          <Line label={t('text')} htmlFor={ids.text}>
            <div className="stack">
              <MarkedText
                id={ids.text}
                value={draft.text}
                onChange={(text) => write({ text })}
                marks={marks}
                placeholder={t('textPlaceholder')}
              />
              {preview && (
                <PartsMeter parts={preview.partsEach} usedInLast={preview.usedInLast} encoding={preview.encoding} />
              )}
              {preview && better && costlyHere.length > 0 && (
                <DearNote
                  costly={costlyHere}
                  preview={preview}
                  better={better}
                  button={replacement?.button ?? t(costlyHere.length > 1 ? 'dropSeveral' : 'drop')}
                  onReplace={(text) => write({ text })}
                />
              )}
            </div>
          </Line>
          {byMail && (
            <Line label={t('subject')} htmlFor={ids.subject}>
              <div className="row wrap">
                <TextInput
                  id={ids.subject}
                  className="grow"
                  value={draft.subject}
                  onChange={(event) => write({ subject: event.currentTarget.value })}
                />
                <span className="sm quiet num">{t('subjectOnly', { count: preview?.mail ?? 0 })}</span>
              </div>
            </Line>
          )}
          {book.mailAddress !== null && book.lineId !== null && (
            <Line label={t('how')}>
              <SegmentedControl
                aria-label={t('how')}
                value={channel}
                onChange={(value) => setChannel(channels.find((choice) => choice === value) ?? 'auto')}
                data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
              />
            </Line>
          )}
          <Line label={t('when')}>
            <WhenField at={at} onChange={setAt} />
          </Line>
          {preview && preview.leftOut.length > 0 && (
            <Line label={t('leftOut')}>
              <LeftOutList leftOut={preview.leftOut} />
            </Line>
          )}
        </div>
        <PreviewPanel message={message} preview={preview} better={better} betterName={replacement?.name ?? null} />
      </div>
    </PageFrame>
  );
}

/** A row of the form: the label to the left, or above it where the window is narrow. */
function Line({ label, htmlFor, children }: { label?: string; htmlFor?: string; children: ReactNode }) {
  return (
    <div className="write-line">
      {htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>}
      <div className="grow">{children}</div>
    </div>
  );
}

/** The same object while its content is the same, so that "has the answer caught up" can be asked by identity. */
function useStable<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
