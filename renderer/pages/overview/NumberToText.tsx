import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
  const { name, number, mailAddress, joinLinks } = useBook();
  if (number !== null && joinLinks.sms !== null) {
    const written = format.phone(number);
    return (
      <WayToJoin
        label={t('bookNumber')}
        link={joinLinks.sms}
        opens={t('qrOpens', { number: written })}
        say={<Trans t={t} i18nKey="textStart" components={{ 1: <b className="start-word" /> }} />}
        address={<div className="number-big">{written}</div>}
        book={name}
      />
    );
  }
  if (mailAddress !== null && joinLinks.mail !== null) {
    return (
      <WayToJoin
        label={t('bookAddress')}
        link={joinLinks.mail}
        opens={t('qrOpensMail', { address: mailAddress })}
        say={<Trans t={t} i18nKey="mailStart" components={{ 1: <b className="start-word" /> }} />}
        address={<div className="address-big">{mailAddress}</div>}
        book={name}
      />
    );
  }
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

function WayToJoin(props: {
  label: string;
  link: string;
  /** What the QR code opens, in words. */
  opens: string;
  say: ReactNode;
  address: ReactNode;
  book: string;
}) {
  const { label, link, opens, say, address, book } = props;
  const t = useText('overview');
  return (
    <section className="number-to-text" aria-label={label}>
      <QrCode value={link} what={opens} />
      <div className="stack">
        <div className="muted">{say}</div>
        {address}
        <div className="muted">{t('toJoin', { book })}</div>
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
