import { Button } from '@mantine/core';
import { Trans } from 'react-i18next';
import { Link } from 'wouter';
import { listMembers } from '../../../electron/contract/members.ts';
import { useLive } from '../../api/use-live.ts';
import { Lamp } from '../../components/Lamp.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useBook } from '../../shell/use-book.ts';
import { usePractising } from '../../shell/use-practising.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { StepEnd } from './StepEnd.tsx';

/** Her own START, seen arriving. */
export function TryStep({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const t = useText('firstRun');
  const member = useText('member');
  const format = useFormat();
  const book = useBook();
  const practising = usePractising();
  const members = useLive(listMembers, { bookId: book.id, limit: 50 });
  const came = members.data?.items.find(({ joinedBy }) => joinedBy === 'sms');
  const number = book.number ? format.phone(book.number) : null;
  const link = book.joinLinks.sms;
  return (
    <div className="first-run-form">
      <h1>{practising ? t('tryHeadPractice') : t('tryHead')}</h1>
      {number && practising && (
        <p className="lg num">
          <Trans t={t} i18nKey="tryPractice" values={{ number }} components={{ 2: <b className="nowrap" /> }} />
        </p>
      )}
      {!practising && number && link && (
        <div className="row wrap gap-4 try-number">
          <QrCode value={link} what={member('qrOpens', { number })} />
          <p className="lg num">
            <Trans t={t} i18nKey="tryText" values={{ number }} components={{ 1: <b />, 2: <b className="nowrap" /> }} />
          </p>
        </div>
      )}
      {!number && <p className="muted">{t('tryNoNumber')}</p>}
      {practising && (
        <div>
          <Button component={Link} href={`/book/${book.id}/practice`} onClick={onDone}>
            {t('tryPhones')}
          </Button>
        </div>
      )}
      <div role="status">
        {came ? (
          <Lamp kind="works">
            {t('came', {
              name: came.name || format.address(came.phone ?? came.email ?? ''),
              time: format.moment(came.joinedAt),
            })}
          </Lamp>
        ) : (
          number && <Lamp kind="working">{t('waiting')}</Lamp>
        )}
      </div>
      <StepEnd onBack={onBack}>
        <Button
          size="lg"
          variant={came ? 'filled' : 'default'}
          component={Link}
          href={`/book/${book.id}/`}
          onClick={onDone}
        >
          {t('finish')}
        </Button>
      </StepEnd>
    </div>
  );
}
