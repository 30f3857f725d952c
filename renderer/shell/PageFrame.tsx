import { type ReactNode, useEffect } from 'react';
import { useBook } from './use-book.ts';
import './page-frame.css';

/**
 * A page: the sentence as its h1, tools beside it, then the content. `name` is what the window's title says.
 * `dock` is a bar at the bottom of the page that never floats over rows.
 */
export function PageFrame(props: {
  name: string;
  sentence: ReactNode;
  before?: ReactNode;
  tools?: ReactNode;
  dock?: ReactNode;
  children: ReactNode;
}) {
  const { name, sentence, before, tools, dock, children } = props;
  useDocumentTitle(name);
  return (
    <div className="page">
      <div className="page-scroll">
        {before}
        <header className="page-head">
          <h1>{sentence}</h1>
          {tools && <div className="row wrap page-tools">{tools}</div>}
        </header>
        {children}
      </div>
      {dock && <div className="page-dock">{dock}</div>}
    </div>
  );
}

/** The page, then the book, then the program: the first words are what a person looks for among many tabs. */
export function useDocumentTitle(name: string): void {
  const { name: book } = useBook();
  useEffect(() => {
    document.title = `${name} · ${book} · Samband`;
  }, [name, book]);
}
