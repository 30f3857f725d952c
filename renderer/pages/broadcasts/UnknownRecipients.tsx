import { Button } from '@mantine/core';
import { Trans } from 'react-i18next';
import { broadcastRecipients, settleOutbox } from '../../../electron/contract/broadcasts.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Lamp } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { useOutcomeWords } from '../../text/use-outcome-words.ts';
import { useFormat, useText } from '../../text/use-text.ts';

export type Recipient = Output<'broadcasts.recipients'>['items'][number];

/** Those only a person can answer for, each with the two answers; never retried by the program. */
export function UnknownRecipients({ broadcastId }: { broadcastId: number }) {
  const unknown = useLive(broadcastRecipients, { id: broadcastId, state: 'unknown', limit: 100 });
  return (
    <ul className="unknown-recipients">
      {unknown.data?.items.map((recipient) => (
        <Row key={recipient.outboxId} recipient={recipient} />
      ))}
    </ul>
  );
}

function Row({ recipient }: { recipient: Recipient }) {
  const t = useText('broadcast');
  const format = useFormat();
  const words = useOutcomeWords();
  const settle = useCommand(settleOutbox);
  const { lamp, state, why } = words(recipient);
  const name = recipient.name || format.address(recipient.to);
  return (
    <li>
      <div className="unknown-recipient num">
        <b className="ellipsis">{name}</b>
        <TelephoneNumber address={recipient.to} />
        <span className="unknown-word">
          <Lamp kind={lamp} size={18}>
            {state}
          </Lamp>
        </span>
        <span className="muted">{format.short(recipient.at)}</span>
        <span className="muted">{why}</span>
      </div>
      <div className="row wrap">
        <div className="grow">
          <Trans t={t} i18nKey="unknownAsk" values={{ name }} components={{ 1: <b /> }} />
        </div>
        <Button
          size="sm"
          disabled={settle.isPending}
          onClick={() => settle.mutate({ id: recipient.outboxId, as: 'sent' })}
        >
          {t('cameThrough')}
        </Button>
        <Button
          size="sm"
          disabled={settle.isPending}
          onClick={() => settle.mutate({ id: recipient.outboxId, as: 'resend' })}
        >
          {recipient.channel === 'mail' ? t('sendAgainMail') : t('sendAgain')}
        </Button>
      </div>
      <Refusal error={settle.error} />
    </li>
  );
}
