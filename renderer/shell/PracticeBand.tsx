import { Link } from 'wouter';
import { useProgram } from '../api/Program.tsx';
import { useText } from '../text/use-text.ts';
import { useBook } from './use-book.ts';

/** Says all the time that nothing is real. Never dismissible; nothing else in the program is striped ochre. */
export function PracticeBand() {
  const t = useText('shell');
  const { side } = useProgram();
  const book = useBook();
  const besideReal = side === 'practice';
  return (
    <div className="practice-band" role="status">
      <span className="lg">
        <b>{t('band')}</b>
      </span>
      <span>{besideReal ? t('bandText', { book: book.name }) : t('bandTextDemo')}</span>
      {besideReal && <Link href="~/">{t('bandEnd')}</Link>}
    </div>
  );
}
