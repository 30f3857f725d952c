import { Button } from '@mantine/core';
import { IconArrowLeft, IconUser } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { conversation, type InboxItem, markSeen, type Todo } from '../../../electron/contract/inbound.ts';
import { listMembers } from '../../../electron/contract/members.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { firstName } from '../../text/first-name.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { AnswerBox } from './AnswerBox.tsx';
import { noSender } from './ConvLink.tsx';
import { Questions } from './Questions.tsx';
import { Talk } from './Talk.tsx';

/** Everything between the book and one address, with what is asked about it above and the answer below. */
export function Conversation(props: { address: string; todos: readonly Todo[]; items: readonly InboxItem[] }) {
  const { address, todos, items } = props;
  const t = useText('inbox');
  const format = useFormat();
  const book = useBook();
  const from = address === noSender ? '' : address;
  const talk = useLive(conversation, { bookId: book.id, address, limit: 200 }, { enabled: from !== '' });
  const found = useLive(listMembers, { bookId: book.id, search: address, limit: 10 }, { enabled: from !== '' });
  const member = found.data?.items.find(({ phone, email }) => phone === address || email === address);
  const name = member?.name || format.address(from) || t('noSender');
  const called = firstName(member?.name ?? '') || name;
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useMarkSeen(items.filter((item) => item.from === from));
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <section className="talk" aria-label={t('conversationWith', { name })}>
      <header className="row between wrap">
        <div className="grow">
          <Button
            className="back-to-list"
            size="sm"
            variant="subtle"
            component={Link}
            href="/inbox"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t('backToList')}
          </Button>
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          <div className="sm muted num">
            {[
              member?.name ? format.address(from) : null,
              t(`who.${member?.status ?? 'none'}`, { date: member ? format.date(member.joinedAt) : '' }),
            ]
              .filter(Boolean)
              .join(', ')}
          </div>
        </div>
        {member && (
          <Button
            size="sm"
            component={Link}
            href={`/members/${member.id}`}
            leftSection={<IconUser size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t('openMember')}
          </Button>
        )}
      </header>
      <Questions
        todos={todos.filter((todo) => todo.address === address)}
        name={called}
        onAsk={() => {
          setDraft(t('askWords', { name: member?.name ? called : '' }).replace(/ (?=!)/u, ''));
          field.current?.focus();
        }}
      />
      <Refusal error={talk.error} />
      <Talk
        messages={talk.data}
        unread={items.filter((item) => from === '' && item.from === '')}
        name={called}
        answerable={talk.data?.length === 0}
      />
      <AnswerBox
        address={from}
        name={called}
        left={member?.status === 'unsubscribed' ? { at: member.leftAt } : null}
        draft={draft}
        onDraft={setDraft}
        field={field}
      />
    </section>
  );
}

/** What is opened is seen; the number on the rail follows. */
function useMarkSeen(items: readonly InboxItem[]): void {
  const { mutate } = useCommand(markSeen);
  const unseen = items
    .filter(({ seen }) => !seen)
    .map(({ id }) => id)
    .join(',');
  useEffect(() => {
    if (unseen !== '') mutate({ ids: unseen.split(',') });
  }, [unseen, mutate]);
}
