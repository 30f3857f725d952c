import { Button, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Note } from '../../components/Note.tsx';
import { QrCode, qrDocument } from '../../components/QrCode.tsx';
import { fileName, saveFile } from '../../components/save-file.ts';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { PosterSection } from './PosterSection.tsx';

/** The two links by which people join and come back, each to copy, to save as a QR code and to print. */
export function LinksTab() {
  const t = useText('settings');
  const member = useText('member');
  const format = useFormat();
  const { joinLinks, number, mailAddress } = useBook();
  const phone = format.phone(number ?? '');
  return (
    <div className="settings-tab">
      <h2>{t('linksTitle')}</h2>
      <p className="muted">{t('linksText')}</p>
      {joinLinks.sms ? (
        <JoinLink
          title={t('bySms')}
          text={t('bySmsText', { number: phone })}
          link={joinLinks.sms}
          opens={member('qrOpens', { number: phone })}
        />
      ) : (
        <Missing words={t('noSmsLink')} href="/program/modem" action={t('toModem')} />
      )}
      {joinLinks.mail ? (
        <JoinLink
          title={t('byMail')}
          text={t('byMailText')}
          link={joinLinks.mail}
          opens={member('qrOpensMail', { address: mailAddress ?? '' })}
        />
      ) : (
        <Missing words={t('noMailLink')} href="/settings/book" action={t('toBook')} />
      )}
      {joinLinks.sms && <PosterSection link={joinLinks.sms} number={phone} />}
    </div>
  );
}

function Missing({ words, href, action }: { words: string; href: string; action: string }) {
  return (
    <div className="join-link">
      <Note
        lamp="off"
        actions={
          <Button size="sm" component={Link} href={href}>
            {action}
          </Button>
        }
      >
        {words}
      </Note>
    </div>
  );
}

function JoinLink({ title, text, link, opens }: { title: string; text: string; link: string; opens: string }) {
  const t = useText('settings');
  const { name } = useBook();
  return (
    <div className="join-link">
      <QrCode value={link} what={opens} size={120} />
      <div className="grow">
        <h3>{title}</h3>
        <p className="muted">{text}</p>
        <TextInput my={8} aria-label={`${title}: ${t('link')}`} value={link} readOnly />
        <div className="row wrap">
          <CopyButton size="sm" value={link}>
            {t('copy')}
          </CopyButton>
          <Button
            size="sm"
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => saveFile(`QR-${fileName(`${name} ${title}`)}.svg`, 'image/svg+xml', qrDocument(link))}
          >
            {t('saveQr')}
          </Button>
        </div>
      </div>
    </div>
  );
}
