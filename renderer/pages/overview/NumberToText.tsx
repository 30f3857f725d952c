import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Trans } from 'react-i18next';
import { Link } from 'wouter';
import { CopyButton } from '../../components/CopyButton.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** The number in large type with its QR code: what she reads out when somebody asks how to join. */
export function NumberToText() {
  const t = useText('overview');
  const format = useFormat();
  const book = useBook();
  const link = book.joinLinks.sms;
  if (book.number === null || link === null) {
    return (
      <section className="stack gap-3" aria-label={t('bookNumber')}>
        <h2>{t('noNumber')}</h2>
        <p className="muted">{t('noNumberText')}</p>
        <div>
          <Button component={Link} href="/program/modem">
            {t('toModem')}
          </Button>
        </div>
      </section>
    );
  }
  const number = format.phone(book.number);
  return (
    <section className="number-to-text" aria-label={t('bookNumber')}>
      <QrCode value={link} what={t('qrOpens', { number })} />
      <div className="stack">
        <div className="muted">
          <Trans t={t} i18nKey="textStart" components={{ 1: <b className="start-word" /> }} />
        </div>
        <div className="number-big">{number}</div>
        <div className="muted">{t('toJoin', { book: book.name })}</div>
        <div className="row wrap number-actions">
          <CopyButton value={link} size="sm" variant="subtle">
            {t('copyLink')}
          </CopyButton>
          <Button
            component={Link}
            href="/settings/links"
            size="sm"
            variant="subtle"
            leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden="true" />}
          >
            {t('poster')}
          </Button>
        </div>
      </div>
    </section>
  );
}
