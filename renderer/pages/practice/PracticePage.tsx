import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { PageFrame, useDocumentTitle } from '../../shell/PageFrame.tsx';
import { useBook } from '../../shell/use-book.ts';
import { usePractising } from '../../shell/use-practising.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { BookReasons } from './BookReasons.tsx';
import { PracticeTools } from './PracticeTools.tsx';
import { TaskList } from './TaskList.tsx';
import { Telephones } from './Telephones.tsx';
import './practice.css';

export function PracticePage() {
  return usePractising() ? <Practising /> : <BeginPractice />;
}

/** Telephones to the right, what to try and what the book made of it to the left. */
function Practising() {
  const t = useText('practice');
  const format = useFormat();
  const book = useBook();
  useDocumentTitle(t('title'));
  return (
    <div className="practice">
      <div className="practice-page">
        <h1>{t('title')}</h1>
        {book.number && <p className="muted num">{t('under', { number: format.phone(book.number) })}</p>}
        <TaskList />
        <PracticeTools />
        <BookReasons />
      </div>
      <Telephones />
    </div>
  );
}

function BeginPractice() {
  const t = useText('practice');
  return (
    <PageFrame name={t('notHere')} sentence={t('notHere')}>
      <div className="stack gap-3">
        <p className="muted">{t('notHereText')}</p>
        <div>
          <Button variant="filled" component={Link} href="~/practice">
            {t('begin')}
          </Button>
        </div>
      </div>
    </PageFrame>
  );
}
