import { Fragment, useEffect, useRef } from 'react';
import type { InboxItem } from '../../../electron/contract/inbound.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { Bubble, BubbleDay, BubbleNote } from '../../components/Bubble.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useScrollRegion } from '../../components/use-scroll-region.ts';
import { capital } from '../../text/format.ts';
import { useErrorText } from '../../text/use-error-text.ts';
import { useReasonText } from '../../text/use-reason-text.ts';
import { useStateText } from '../../text/use-state-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';

type Message = Output<'inbound.conversation'>[number];
const outKinds = ['broadcast', 'reply', 'receipt', 'notice', 'forward', 'confirmation'] as const;

/** The bubbles, oldest first, each with what the book did. Opens at the newest; stays there while new ones come. */
export function Talk(props: {
  messages: readonly Message[] | undefined;
  unread: readonly InboxItem[];
  name: string;
  answerable: boolean;
}) {
  const { messages = [], unread, name, answerable } = props;
  const t = useText('inbox');
  const format = useFormat();
  const screen = useRef<HTMLDivElement>(null);
  useScrollRegion(screen);
  const count = messages.length;
  useEffect(() => {
    const box = screen.current;
    if (box && count > 0) box.scrollTop = box.scrollHeight;
  }, [count]);
  const days = [...messages].reverse().map((message) => ({ message, day: format.day(message.at) }));
  return (
    <div className="talk-screen" ref={screen}>
      {answerable && <p className="muted">{t('noWords', { name })}</p>}
      {days.map(({ message, day }, index) => (
        <Fragment key={`${message.direction}-${message.id}`}>
          {days[index - 1]?.day !== day && <BubbleDay>{capital(day)}</BubbleDay>}
          <One message={message} name={name} />
        </Fragment>
      ))}
      {unread.map(({ id, text, receivedAt }) => (
        <div key={id}>
          <Bubble way="in" text={text || t('noText')} />
          <BubbleNote way="in">{format.moment(receivedAt)}</BubbleNote>
        </div>
      ))}
    </div>
  );
}

function One({ message, name }: { message: Message; name: string }) {
  const t = useText('inbox');
  const common = useText('common');
  const d = useText('decisions');
  const format = useFormat();
  const reasonText = useReasonText();
  const stateText = useStateText();
  const errorText = useErrorText();
  const { direction, text, decision, reason, state, at } = message;
  if (direction === 'in') {
    const notSent = decision === 'forwarded' || decision === 'inbox-only' || decision === 'near-stop';
    return (
      <div>
        <Bubble way="in" text={text || t('noText')} />
        <BubbleNote way="in">
          <span>{format.clock(at)}</span>
          {notSent && <StateTag>{common('notSent')}</StateTag>}
          <span>
            {decision !== null && !notSent && `${d(`done.${decision}`, { name })} `}
            {reason !== null && reasonText(reason)}
            {state === 'incomplete' && t('todo.incomplete')}
            {state === 'unreadable' && t('state.unreadable')}
          </span>
        </BubbleNote>
      </div>
    );
  }
  const kind = outKinds.find((one) => one === message.kind);
  const failed = (state === 'failed' || state === 'cancelled') && reason !== null;
  return (
    <div>
      <Bubble way="out" text={text} />
      <BubbleNote way="out">
        {[kind && t(`out.${kind}`), stateText(state), failed && errorText(reason), format.clock(at)]
          .filter(Boolean)
          .join('. ')}
      </BubbleNote>
    </div>
  );
}
