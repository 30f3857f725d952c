import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { type Book, listBooks } from '../../electron/contract/books.ts';
import { useLive } from '../api/use-live.ts';
import { Refusal } from '../components/Refusal.tsx';
import { useText } from '../text/use-text.ts';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { pageOf, routes } from './routes.tsx';
import { BookContext } from './use-book.ts';

const FirstRunPage = lazy(async () => ({
  default: (await import('../pages/first-run/FirstRunPage.tsx')).FirstRunPage,
}));

/** Finds the book the address names; with no book at all there is only the first run. `firstPage` is opened from `#/`. */
export function BookGate({ firstPage }: { firstPage: string }) {
  const books = useLive(listBooks, {});
  if (books.error) return <Refusal error={books.error} />;
  if (!books.data) return null;
  const [first] = books.data;
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/first">
          <FirstRunPage />
        </Route>
        <Route path="/book/:bookId" nest>
          {({ bookId }) => <InBook books={books.data} bookId={Number(bookId)} />}
        </Route>
        <Route>
          {first ? <Redirect href={`/book/${first.id}${firstPage}`} replace /> : <Redirect href="/first" replace />}
        </Route>
      </Switch>
    </Suspense>
  );
}

function InBook({ books, bookId }: { books: readonly Book[]; bookId: number }) {
  const book = books.find(({ id }) => id === bookId);
  // Removed, or an address from another computer: the start finds one that exists.
  if (!book) return <Redirect href="~/" replace />;
  return (
    <BookContext value={book}>
      <Frame books={books}>
        <CurrentPage />
      </Frame>
    </BookContext>
  );
}

function CurrentPage() {
  const t = useText('common');
  const [location] = useLocation();
  return (
    <PageBoundary key={pageOf(location)}>
      <Suspense fallback={<p className="hidden-words">{t('loading')}</p>}>
        <Switch>
          {routes.map(({ path, page }) => (
            <Route key={path} path={path} component={page} />
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}
