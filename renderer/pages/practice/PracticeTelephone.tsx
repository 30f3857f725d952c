import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { type FormEvent, Fragment, useEffect, useRef, useState } from 'react';
import { practiceSms } from '../../../electron/contract/inbound.ts';
import { useCommand } from '../../api/use-live.ts';
import { Bubble, BubbleDay } from '../../components/Bubble.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { Telephone } from '../../components/Telephone.tsx';
import { useFormat, useText } from '../../text/use-text.ts';
import type { Phone } from './phone.ts';

/** One invented person's telephone: what it has sent and got, and a field to text the number from. */
export function PracticeTelephone({ phone }: { phone: Phone }) {
  const t = useText('practice');
  const format = useFormat();
  const send = useCommand(practiceSms);
  const [text, setText] = useState('');
  const number = format.phone(phone.number);
  const name = phone.name || number;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send.mutate({ from: phone.number, text: text.trim() }, { onSuccess: () => setText('') });
  };
  return (
    <Telephone
      label={t('telephoneOf', { name })}
      title={name}
      detail={phone.name ? `${number}, ${t(`role.${phone.role}`)}` : t(`role.${phone.role}`)}
      footer={
        <form className="phone-say" onSubmit={submit}>
          <TextInput
            className="grow"
            aria-label={t('typeFrom', { name })}
            placeholder={t('type')}
            autoComplete="off"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <ActionIcon type="submit" variant="filled" aria-label={t('send', { name })} loading={send.isPending}>
            <IconArrowUp size={20} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
          <Refusal error={send.error} />
        </form>
      }
    >
      <Messages phone={phone} />
    </Telephone>
  );
}

function Messages({ phone }: { phone: Phone }) {
  const t = useText('practice');
  const format = useFormat();
  const end = useRef<HTMLDivElement>(null);
  const all = [
    // On the person's own telephone what they sent lies right, and what the club sent lies left.
    ...phone.sent.map(({ text, at }) => ({ text, at, way: 'out' as const })),
    ...phone.received.map(({ text, at }) => ({ text, at, way: 'in' as const })),
  ].sort((a, b) => a.at - b.at);
  const count = all.length;
  useEffect(() => {
    const screen = end.current?.parentElement;
    if (screen && count > 0) screen.scrollTop = screen.scrollHeight;
  }, [count]);
  const times = all.map(({ at }) => format.moment(at));
  return (
    <>
      {count === 0 && <BubbleDay>{t('quiet')}</BubbleDay>}
      {all.map((message, index) => (
        <Fragment key={`${message.way}-${message.at}-${message.text}`}>
          {times[index] !== times[index - 1] && <BubbleDay>{times[index]}</BubbleDay>}
          <Bubble way={message.way} text={message.text} />
        </Fragment>
      ))}
      <div ref={end} />
    </>
  );
}
