import type { InboxItem } from '../../../electron/contract/inbound.ts';
import type { LampKind } from '../../components/Lamp.tsx';
import { decisionLamps } from '../../text/use-reason-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { addressOfItem, ConvLink } from './ConvLink.tsx';

const stateLamps = { incomplete: 'waits', waiting: 'working', unreadable: 'needsYou' } as const;

/** A text that came in, with what became of it. */
export function ItemLink({ item, open }: { item: InboxItem; open: boolean }) {
  const t = useText('inbox');
  const common = useText('common');
  const d = useText('decisions');
  const format = useFormat();
  const name = item.name || format.address(item.from) || t('noSender');
  const { state, decision } = item;
  let lamp: LampKind | undefined;
  let why: string;
  if (state !== 'decided') {
    lamp = stateLamps[state];
    why =
      state === 'incomplete'
        ? t('state.incomplete', { count: item.partsHere, total: item.partsTotal })
        : t(`state.${state}`);
  } else if (decision === null || decision === 'forwarded' || decision === 'inbox-only') {
    why = canAnswer(item.from) ? common('notSent') : t('cannotAnswer');
    lamp = canAnswer(item.from) ? undefined : 'off';
  } else {
    lamp = decisionLamps[decision];
    why = d(`done.${decision}`, { name });
  }
  return (
    <ConvLink
      address={addressOfItem(item)}
      name={item.name}
      at={item.receivedAt}
      text={item.text}
      lamp={lamp}
      why={why}
      seen={item.seen}
      open={open}
    />
  );
}

/** A telephone or a mail address; letters and short numbers cannot be written to. */
export function canAnswer(address: string): boolean {
  return address.includes('@') || /^\+\d{7,}$/.test(address);
}
