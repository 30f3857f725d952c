import { Trans } from 'react-i18next';
import { type InboxItem, listInbox } from '../../../electron/contract/inbound.ts';
import { useLive } from '../../api/use-live.ts';
import { LampShape } from '../../components/Lamp.tsx';
import { useBook } from '../../shell/use-book.ts';
import { firstName } from '../../text/first-name.ts';
import { decisionLamps, useReasonText } from '../../text/use-reason-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** For each text why the book did what it did, newest first. */
export function BookReasons() {
  const t = useText('practice');
  const book = useBook();
  const items = useLive(listInbox, { bookId: book.id, all: true, limit: 30 });
  return (
    <section className="section">
      <h2>{t('reasons')}</h2>
      {items.data?.length === 0 && <p className="muted">{t('reasonsEmpty')}</p>}
      <ol className="reasons" aria-live="polite">
        {items.data?.map((item) => (
          <OneReason key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

function OneReason({ item }: { item: InboxItem }) {
  const t = useText('practice');
  const d = useText('decisions');
  const format = useFormat();
  const reasonText = useReasonText();
  const name = firstName(item.name ?? '') || format.address(item.from);
  const { decision, reason } = item;
  return (
    <li>
      <LampShape kind={decision === null ? 'working' : decisionLamps[decision]} />
      <div className="grow">
        <div className="reason-words">
          <Trans t={t} i18nKey="wrote" values={{ name, text: item.text }} components={{ 1: <b /> }} />
        </div>
        {decision !== null && (
          <div className="muted">
            {reason !== null && reasonText(reason)} {d(`done.${decision}`, { name })}
          </div>
        )}
      </div>
      <span className="sm quiet num">{format.clock(item.receivedAt)}</span>
    </li>
  );
}
