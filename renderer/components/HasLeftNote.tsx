import { Button } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useBook } from '../shell/use-book.ts';
import { useFormat, useText } from '../text/use-text.ts';
import { CopyButton } from './CopyButton.tsx';
import { Note } from './Note.tsx';
import { QrCode } from './QrCode.tsx';

/**
 * One who left can only come back by themselves: the link for them to use, to be sent by her and never by the program.
 * `leftAt` in epoch milliseconds, null where it is not known. `refused`: it answers something she just tried.
 */
export function HasLeftNote(props: { name: string; leftAt: number | null; refused?: boolean }) {
  const { name, leftAt, refused = false } = props;
  const t = useText('member');
  const format = useFormat();
  const book = useBook();
  const [qr, setQr] = useState(false);
  const link = book.joinLinks.sms ?? book.joinLinks.mail;
  const opens = book.joinLinks.sms
    ? t('qrOpens', { number: format.phone(book.number ?? '') })
    : t('qrOpensMail', { address: book.mailAddress ?? '' });
  return (
    <Note
      tone={refused ? 'warn' : 'plain'}
      lamp={refused ? 'needsYou' : 'off'}
      announce={refused}
      actions={
        link && (
          <>
            <CopyButton size="sm" value={link}>
              {t('copyLink')}
            </CopyButton>
            <Button
              size="sm"
              aria-expanded={qr}
              onClick={() => setQr(!qr)}
              leftSection={<IconQrcode size={16} stroke={1.75} aria-hidden="true" />}
            >
              {qr ? t('hideQr') : t('showQr')}
            </Button>
          </>
        )
      }
    >
      <b>{leftAt === null ? t('leftPlain', { name }) : t('left', { name, date: format.date(leftAt) })}</b>{' '}
      {t(link ? 'onlySelf' : 'onlySelfStart', { name })}
      {qr && link && (
        <div className="has-left-qr">
          <QrCode value={link} what={opens} />
        </div>
      )}
    </Note>
  );
}
