import { listBooks } from '../../../../electron/contract/books.ts';
import type { LineItem } from '../../../../electron/contract/lines.ts';
import { useLive } from '../../../api/use-live.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { signalWord } from '../../../shell/strip-lights.ts';
import { capital } from '../../../text/format.ts';
import { useFormat, useText } from '../../../text/use-text.ts';

/** What the modem says of itself, and the same in a form for whoever helps. */
export function LineFacts({ line }: { line: LineItem }) {
  const t = useText('modem');
  const shell = useText('shell');
  const format = useFormat();
  const books = useLive(listBooks, {});
  const none = t('noFact');
  const { signal, operator, pinTriesLeft, storage, lastHeardAt, port, smsc, bookId } = line;
  const memory = storage[0];
  const facts = [
    [
      t('signal'),
      signal === null
        ? none
        : t('signalOf', {
            word: capital(shell(`signal.${signalWord(signal)}`)),
            bars: Math.min(5, Math.ceil(signal / 5)),
          }),
    ],
    [t('operator'), operator ?? none],
    [t('pin'), pinTriesLeft === undefined ? none : t('pinLeft', { count: pinTriesLeft })],
    [t('memory'), memory ? t('memoryOf', { used: memory.used, total: memory.total }) : none],
    [t('lastHeard'), lastHeardAt === null ? none : format.moment(lastHeardAt)],
    [t('usedBy'), books.data?.find(({ id }) => id === bookId)?.name ?? t('noBook')],
    [t('port'), port ?? none],
    [t('smsc'), smsc ?? none],
  ] as const;
  // For a stranger's eyes: of the number only the last four digits.
  const support = JSON.stringify({ ...line, number: line.number?.slice(-4) ?? null }, null, 2);
  return (
    <section className="stack gap-3">
      <h2>{t('factsTitle')}</h2>
      <dl className="facts num">
        {facts.map(([term, fact]) => (
          <div key={term} className="fact">
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div>
        <CopyButton variant="subtle" value={support}>
          {t('copySupport')}
        </CopyButton>
      </div>
    </section>
  );
}
