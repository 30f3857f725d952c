import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'wouter';
import { listInbox, listTodos } from '../../../electron/contract/inbound.ts';
import { useLive } from '../../api/use-live.ts';
import { useDocumentTitle } from '../../shell/PageFrame.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';
import { AllConversations } from './AllConversations.tsx';
import { Conversation } from './Conversation.tsx';
import { TodoList } from './TodoList.tsx';
import './inbox.css';

const tabs = ['todo', 'all'] as const;

/** What waits for her and what came in, to the left; one conversation with its question and its answer, to the right. */
export function InboxPage() {
  const t = useText('inbox');
  const book = useBook();
  const { address: coded } = useParams<{ address?: string }>();
  const address = coded === undefined ? null : decodeURIComponent(coded);
  const [tab, setTab] = useState<(typeof tabs)[number]>('todo');
  const todos = useLive(listTodos, { bookId: book.id });
  const items = useLive(listInbox, { bookId: book.id, all: tab === 'all', limit: 500 }, { keepPrevious: false });
  useDocumentTitle(t('title'));
  return (
    <div className={address === null ? 'inbox' : 'inbox inbox-open'}>
      <section className="inbox-list" aria-label={t('title')}>
        <div className="inbox-head">
          <h1>{t('title')}</h1>
          <Tabs value={tab} onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'todo')}>
            <Tabs.List aria-label={t('title')}>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one} aria-controls="inbox-list">
                  {t(`tabs.${one}`)}
                  {one === 'todo' && <span className="tab-count">{todos.data?.length ?? 0}</span>}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        </div>
        <div id="inbox-list" role="tabpanel" aria-label={t(`tabs.${tab}`)} className="inbox-panel">
          {todos.data && items.data && tab === 'todo' && (
            <TodoList todos={todos.data} items={items.data} open={address} />
          )}
          {items.data && tab === 'all' && <AllConversations items={items.data} open={address} />}
        </div>
      </section>
      {address === null ? (
        <section className="talk" aria-label={t('choose')}>
          <p className="muted talk-none">{t('choose')}</p>
        </section>
      ) : (
        <Conversation key={address} address={address} todos={todos.data ?? []} items={items.data ?? []} />
      )}
    </div>
  );
}
