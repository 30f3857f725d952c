import { Menu } from '@mantine/core';
import {
  IconDeviceMobile,
  IconHelpCircle,
  IconHome,
  IconInbox,
  IconPencil,
  IconSend,
  IconSettings,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Book } from '../../electron/contract/books.ts';
import { inboxCounts } from '../../electron/contract/inbound.ts';
import { useLive } from '../api/use-live.ts';
import { Mark } from '../components/Mark.tsx';
import { useFormat, useText } from '../text/use-text.ts';
import { useBook } from './use-book.ts';
import { usePractising } from './use-practising.ts';

/** The one navigation of the program; at 640 px and narrower the same links stand behind the button Meny. */
export function Rail({ books }: { books: readonly Book[] }) {
  const t = useText('shell');
  const book = useBook();
  const practising = usePractising();
  const counts = useLive(inboxCounts, { bookId: book.id });
  return (
    <nav className="rail" aria-label={t('mainMenu')}>
      <BookName books={books} />
      <RailLink href="/" icon={IconHome} words={t('overview')} />
      <RailLink href="/write" icon={IconPencil} words={t('write')} />
      <RailLink
        href="/members"
        icon={IconUsers}
        words={t('members')}
        count={book.counts.pending}
        spoken={t('waiting', { count: book.counts.pending })}
      />
      <RailLink href="/broadcasts" icon={IconSend} words={t('broadcasts')} />
      <RailLink
        href="/inbox"
        icon={IconInbox}
        words={t('inbox')}
        count={counts.data?.todos ?? 0}
        spoken={t('toDo', { count: counts.data?.todos ?? 0 })}
      />
      <RailLink href="/settings" also="/program" icon={IconSettings} words={t('settings')} />
      <div className="rail-end">
        <RailLink href={practising ? '/practice' : '~/practice'} icon={IconDeviceMobile} words={t('practice')} />
        <RailLink href="/help" icon={IconHelpCircle} words={t('help')} />
      </div>
    </nav>
  );
}

function RailLink(props: {
  href: string;
  /** Another place that belongs under this link. */
  also?: string;
  icon: TablerIcon;
  words: string;
  count?: number;
  spoken?: string;
}) {
  const { href, also, icon: Icon, words, count = 0, spoken } = props;
  const [location] = useLocation();
  const here = isUnder(location, href) || (also !== undefined && isUnder(location, also));
  return (
    <Link href={href} className="rail-link" aria-current={here ? 'page' : undefined}>
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <span>{words}</span>
      {count > 0 && (
        <span className="rail-count">
          <span aria-hidden="true">{count}</span>
          <span className="hidden-words">{spoken}</span>
        </span>
      )}
    </Link>
  );
}

function isUnder(location: string, href: string): boolean {
  if (href === '/') return location === '/' || location === '';
  return location === href || location.startsWith(`${href}/`);
}

function BookName({ books }: { books: readonly Book[] }) {
  const t = useText('shell');
  const format = useFormat();
  const book = useBook();
  const [, navigate] = useLocation();
  const words = (
    <>
      <Mark />
      <span className="grow">
        <b>{book.name}</b>
        <small className="sm muted num">{book.number ? format.phone(book.number) : t('noNumber')}</small>
      </span>
    </>
  );
  if (books.length < 2) return <div className="rail-book">{words}</div>;
  return (
    <Menu width="target" position="bottom-start">
      <Menu.Target>
        <button type="button" className="rail-book" aria-label={t('chooseBook', { name: book.name })}>
          {words}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {books.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => navigate(`~/book/${id}`)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => navigate('~/first')}>{t('newBook')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
