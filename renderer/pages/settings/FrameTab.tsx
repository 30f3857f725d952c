import { useState } from 'react';
import { Bubble } from '../../components/Bubble.tsx';
import { DraftText } from '../../components/DraftText.tsx';
import { Note } from '../../components/Note.tsx';
import { PartsMeter } from '../../components/PartsMeter.tsx';
import { measureSms } from '../../text/measure-sms.ts';
import { useText } from '../../text/use-text.ts';
import { Saved } from './Saved.tsx';
import { useBookPatch } from './use-book-patch.ts';

/** Header and footer of every send-out, with what they take from each SMS while they are written. */
export function FrameTab() {
  const t = useText('settings');
  const { book, patch, saved, error } = useBookPatch();
  const [header, setHeader] = useState(book.header);
  const [footer, setFooter] = useState(book.footer);
  const alone = measureSms(header + footer);
  const room = (alone.encoding === 'gsm7' ? 160 : 70) - alone.usedInLast;
  return (
    <div className="settings-tab">
      <section className="stack gap-3">
        <div>
          <h2>{t('frameTitle')}</h2>
          <p className="muted">{t('frameText')}</p>
        </div>
        <DraftText
          label={t('header')}
          lines="many"
          value={book.header}
          onDraft={setHeader}
          onKeep={(words) => patch({ header: words })}
        />
        <DraftText
          label={t('footer')}
          lines="many"
          value={book.footer}
          onDraft={setFooter}
          onKeep={(words) => patch({ footer: words })}
        />
        <div>
          <p className="sm muted">{t('frameAlone')}</p>
          <PartsMeter {...alone} />
          <p className="sm muted num">
            {alone.parts > 1 || room <= 0 ? t('frameNone') : t('frameLeft', { count: room })}
          </p>
        </div>
        {alone.encoding === 'ucs2' && (
          <Note tone="warn" lamp="needsYou">
            {t('frameDear')}
          </Note>
        )}
        {footer.trim() === '' && <Note lamp="off">{t('noStop')}</Note>}
        <Saved saved={saved} error={error} />
        <div className="frame-sample">
          <Bubble way="in" header={header} text={t('frameSample')} footer={footer} />
        </div>
      </section>
    </div>
  );
}
