import { whileAway } from '../../../electron/contract/inbound.ts';
import { useLive } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** What came in while the computer was off; gone when there is nothing to tell. */
export function AwaySection() {
  const t = useText('overview');
  const format = useFormat();
  const book = useBook();
  const away = useLive(whileAway, { bookId: book.id });
  if (!away.data) return null;
  const { from, to, left, joined, pending, forwarded, held } = away.data;
  const lines = [
    { key: 'left', count: left, words: t('awayLeft') },
    { key: 'joined', count: joined, words: t('awayJoined') },
    { key: 'pending', count: pending, words: t('awayPending') },
    { key: 'forwarded', count: forwarded, words: t('awayForwarded', { count: forwarded }) },
    { key: 'held', count: held, words: t('awayHeld', { count: held }) },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <section className="section stack">
      <div>
        <h2>{t('away')}</h2>
        <p className="sm quiet num away-span">{t('awaySpan', { from: format.moment(from), to: format.moment(to) })}</p>
      </div>
      <ul className="away-list">
        {lines.map(({ key, count, words }) => (
          <li key={key}>
            <b className="num">{count}</b> {words}
          </li>
        ))}
      </ul>
      <p className="sm muted">{t('awayOrder')}</p>
    </section>
  );
}
