import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { Output } from '../../../electron/contract/index.ts';
import { Bubble } from '../../components/Bubble.tsx';
import { whose } from '../../text/first-name.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { addressOf } from './address-of.ts';

type MemberFile = Output<'members.get'>;
const ways = ['sms', 'mail', 'link', 'admin', 'import'] as const;
const departureWays = ['sms', 'mail', 'link'] as const;

/** How and when they joined and left, in their own words. The folder can be printed for the one who asks what is known. */
export function ConsentSection({ member, called }: { member: MemberFile; called: string }) {
  const t = useText('member');
  const format = useFormat();
  const { consent, departure } = member;
  const by = ways.find((way) => way === consent.by) ?? 'admin';
  const via = departureWays.find((way) => way === departure?.via) ?? 'sms';
  const from = format.address(consent.from ?? addressOf(member));
  const spoke = consent.words !== null || (departure?.words ?? null) !== null;
  return (
    <section className="section member-section">
      <div className="row between">
        <h2>{t(spoke ? 'ownWords' : 'consent', { name: called, whose: whose(called) })}</h2>
        <Button
          size="sm"
          variant="subtle"
          title={t('extractHint', { name: called })}
          onClick={() => window.print()}
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('print')}
        </Button>
      </div>
      <ol className="folder">
        <Page at={consent.at} words={consent.words} note={t(`consentBy.${by}`, { from })} />
        {member.history
          .filter(({ kind }) => kind === 'approved')
          .map(({ at }) => (
            <Page key={at} at={at} words={null} note={t('kind.approved')} />
          ))}
        {departure && <Page at={departure.at} words={departure.words} note={t(`departureVia.${via}`)} />}
      </ol>
    </section>
  );
}

function Page({ at, words, note }: { at: number; words: string | null; note: string }) {
  const format = useFormat();
  return (
    <li>
      <time className="num" dateTime={new Date(at).toISOString()}>
        {format.date(at)}
        <br />
        {format.clock(at)}
      </time>
      <div>
        {words !== null && (
          <div className="words">
            <Bubble way="in" text={words} />
          </div>
        )}
        <p className="sm muted">{note}</p>
      </div>
    </li>
  );
}
