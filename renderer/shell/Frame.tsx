import { Button, Drawer } from '@mantine/core';
import { IconMenu2, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Book } from '../../electron/contract/books.ts';
import { useProgram } from '../api/Program.tsx';
import { Mark } from '../components/Mark.tsx';
import { useNarrow } from '../components/use-narrow.ts';
import { useText } from '../text/use-text.ts';
import { PracticeBand } from './PracticeBand.tsx';
import { Rail } from './Rail.tsx';
import { pageOf } from './routes.tsx';
import { Strip } from './Strip.tsx';
import { useBook } from './use-book.ts';
import { usePractising } from './use-practising.ts';
import './frame.css';

/** What is always there: the rail, the page, the three lights, and over all of it the band while practising. */
export function Frame({ books, children }: { books: readonly Book[]; children: ReactNode }) {
  const t = useText('shell');
  const practising = usePractising();
  const { connected } = useProgram();
  const narrow = useNarrow();
  const main = useFocusOnMove();
  return (
    <div className="frame">
      <div className="frame-top">
        <button
          type="button"
          className="skip-link"
          onClick={() => {
            main.current?.focus();
          }}
        >
          {t('skip')}
        </button>
        {practising && <PracticeBand />}
        {!connected && (
          <div className="lost-band" role="status">
            {t('lost')}
          </div>
        )}
      </div>
      {narrow ? <TopBar books={books} /> : <Rail books={books} />}
      <main ref={main} tabIndex={-1}>
        {children}
      </main>
      <Strip />
    </div>
  );
}

/** After following a link the keyboard stands in the new page, not on a link that may be gone. */
function useFocusOnMove() {
  const main = useRef<HTMLElement>(null);
  const [location] = useLocation();
  const page = pageOf(location);
  const seen = useRef(page);
  useEffect(() => {
    if (seen.current === page) return;
    seen.current = page;
    main.current?.focus();
  }, [page]);
  return main;
}

function TopBar({ books }: { books: readonly Book[] }) {
  const t = useText('shell');
  const book = useBook();
  const [location] = useLocation();
  // Where the menu was opened; following one of its links leads elsewhere, and so closes it.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  return (
    <section className="top-bar" aria-label={t('menu')}>
      <Button
        variant="subtle"
        onClick={() => setOpenedAt(location)}
        leftSection={<IconMenu2 size={20} stroke={1.75} aria-hidden="true" />}
      >
        {t('menu')}
      </Button>
      <Mark size={24} />
      <b className="grow ellipsis">{book.name}</b>
      <Button
        component={Link}
        href="/write"
        size="sm"
        leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
      >
        {t('write')}
      </Button>
      <Drawer
        opened={openedAt === location}
        onClose={() => setOpenedAt(null)}
        position="left"
        size={280}
        title={t('mainMenu')}
        className="menu-drawer"
        closeButtonProps={{ 'aria-label': t('menu') }}
      >
        <Rail books={books} />
      </Drawer>
    </section>
  );
}
