import { Button, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { QrCode } from '../../components/QrCode.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';

/** A poster of A4 in black and white, small on the screen and whole on paper. */
export function PosterSection({ link, number }: { link: string; number: string }) {
  const t = useText('settings');
  const [line, setLine] = useState(t('posterDefault'));
  return (
    <section className="poster-section">
      <figure aria-label={t('posterPreview')}>
        <Poster link={link} number={number} line={line} />
      </figure>
      <div className="stack gap-3">
        <div>
          <h2>{t('posterTitle')}</h2>
          <p className="muted">{t('posterText')}</p>
        </div>
        <TextInput
          label={t('posterLine')}
          value={line}
          maxLength={80}
          onChange={({ currentTarget }) => setLine(currentTarget.value)}
        />
        <div>
          <Button
            leftSection={<IconPrinter size={20} stroke={1.75} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('posterPrint')}
          </Button>
        </div>
      </div>
      {createPortal(
        <div className="poster-paper" aria-hidden="true">
          <Poster link={link} number={number} line={line} />
        </div>,
        document.body,
      )}
    </section>
  );
}

function Poster({ link, number, line }: { link: string; number: string; line: string }) {
  const t = useText('settings');
  const member = useText('member');
  const { name } = useBook();
  return (
    <div className="poster">
      <b>{name}</b>
      <span>{line}</span>
      <strong>START</strong>
      <span>{t('posterTo')}</span>
      <strong className="num">{number}</strong>
      <QrCode value={link} what={member('qrOpens', { number })} />
      <span className="poster-foot">{t('posterStop')}</span>
    </div>
  );
}
