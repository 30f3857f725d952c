import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { sendBroadcast } from '../../../electron/contract/broadcasts.ts';
import { useCommand } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';
import { TryDialog } from './TryDialog.tsx';
import { type Message, messageFields, type Preview } from './use-preview.ts';
import { useSendWords } from './use-send-words.ts';

/**
 * The sentence with people per channel and those left out, then the button that repeats it. The button is on only
 * while the sentence is about exactly what would be sent.
 */
export function SendDock(props: {
  message: Message;
  preview: Preview | undefined;
  isCurrent: boolean;
  error: Error | null;
  onSent: () => void;
}) {
  const { message, preview, isCurrent, error, onSent } = props;
  const t = useText('write');
  const [, navigate] = useLocation();
  const [trying, setTrying] = useState(false);
  const send = useCommand(sendBroadcast);
  const words = useSendWords(message, preview);
  const fields = messageFields(message);
  const content = JSON.stringify(fields);
  // One id for one content: a second press after a lost answer sends nothing twice, a changed text is a new message.
  const requestId = useMemo(() => `${content.length}-${crypto.randomUUID()}`, [content]);
  const submit = async () => {
    const { id } = await send.mutateAsync({ ...fields, requestId });
    onSent();
    navigate(`/broadcasts/${id}`);
  };
  return (
    <section className="write-dock" aria-label={t('send')}>
      <div className="grow" aria-live="polite">
        <p className="lg">
          <b>{words.sentence}</b>
        </p>
        {words.detail && <p className="sm muted num">{words.detail}</p>}
      </div>
      <Button onClick={() => setTrying(true)} disabled={message.text.trim() === ''}>
        {t('tryMe')}
      </Button>
      <Button
        size="lg"
        variant="filled"
        className="num"
        disabled={words.missing || !isCurrent}
        loading={send.isPending}
        onClick={() => {
          submit().catch(() => {
            // The refusal is shown from `send.error` below; nothing was left half done.
          });
        }}
      >
        {words.button}
      </Button>
      <Refusal error={send.error ?? error} />
      <TryDialog opened={trying} onClose={() => setTrying(false)} text={message.text} />
    </section>
  );
}
