import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { listBooks } from '../../electron/contract/books.ts';
import { call } from '../api/call.ts';
import { useProgram } from '../api/Program.tsx';
import { useText } from '../text/use-text.ts';

/** Says all the time that nothing is real. Never dismissible; nothing else in the program is striped ochre. */
export function PracticeBand() {
  const t = useText('shell');
  const program = useProgram();
  const besideReal = program.side === 'practice';
  // Asked once, of the other side: whoever has no book yet is not told that one of theirs is untouched.
  const real = useQuery({
    queryKey: ['real books'],
    queryFn: () => call({ ...program, side: 'real' }, listBooks, {}),
    enabled: besideReal,
  });
  const book = real.data?.[0];
  const beside = book ? t('bandText', { book: book.name }) : t('bandTextNoBook');
  return (
    <div className="practice-band" role="status">
      <span className="lg">
        <b>{t('band')}</b>
      </span>
      <span>{besideReal ? beside : t('bandTextDemo')}</span>
      {besideReal && <Link href="~/">{t('bandEnd')}</Link>}
    </div>
  );
}
