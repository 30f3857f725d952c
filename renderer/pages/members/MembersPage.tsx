import { Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Member } from '../../../electron/contract/members.ts';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';
import { BlockedAddresses } from './BlockedAddresses.tsx';
import { MemberFilters } from './MemberFilters.tsx';
import { MemberPanel } from './MemberPanel.tsx';
import { MembersList } from './MembersList.tsx';
import { MembersTools, type Tool } from './MembersTools.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SelectionContext, useNewSelection } from './selection.ts';
import type { MemberQuery } from './use-member-rows.ts';
import './members.css';

const statuses = ['active', 'pending', 'unsubscribed', 'blocked'] as const satisfies readonly Member['status'][];

/** Everyone in the book in four lists, searched as she types, with one member open beside the list. */
export function MembersPage() {
  const t = useText('members');
  const book = useBook();
  const [, navigate] = useLocation();
  const open = Number(useParams<{ memberId?: string }>().memberId) || null;
  const [status, setStatus] = useState<Member['status']>('active');
  const [typed, setTyped] = useState('');
  const [label, setLabel] = useState<string | null>(null);
  const [tool, setTool] = useState<Tool | null>(null);
  // A pause shorter than between two keys: the list follows, and no question is asked that nobody waits for.
  const [search] = useDebouncedValue(typed.trim(), 80);
  const query: MemberQuery = { bookId: book.id, status, search, label };
  const selection = useNewSelection(JSON.stringify(query));

  return (
    <SelectionContext value={selection}>
      <div className={open === null ? 'split members-page' : 'split split-open members-page'}>
        <PageFrame
          name={t('title')}
          sentence={t('title')}
          tools={open === null && <MembersTools status={status} tool={tool} onTool={setTool} />}
          dock={selection.ids.size > 0 && <SelectionBar query={query} />}
        >
          <Tabs
            className="members-tabs"
            value={status}
            onChange={(value) => setStatus(statuses.find((one) => one === value) ?? 'active')}
          >
            <Tabs.List aria-label={t('title')}>
              {statuses.map((one) => (
                <Tabs.Tab key={one} value={one} aria-controls="members-list">
                  {t(`tabs.${one}`)} <span className="tab-count">{book.counts[one]}</span>
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <div id="members-list" role="tabpanel" aria-label={t(`tabs.${status}`)} className="members-list">
            {status !== 'active' && <p className="sm muted member-about">{t(`about.${status}`)}</p>}
            {(book.counts[status] > 0 || typed !== '' || label !== null) && (
              <MemberFilters query={query} typed={typed} onType={setTyped} onLabel={setLabel} />
            )}
            <MembersList
              query={query}
              openId={open}
              onOpen={(id) => navigate(`/members/${id}`)}
              onTool={setTool}
              onShowAll={() => {
                setTyped('');
                setLabel(null);
              }}
            />
            {status === 'blocked' && <BlockedAddresses />}
          </div>
        </PageFrame>
        {open !== null && <MemberPanel key={open} id={open} onClose={() => navigate('/members')} />}
      </div>
    </SelectionContext>
  );
}
