import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { InboxItem } from '../../../electron/contract/inbound.ts';
import { type LampKind, LampShape } from '../../components/Lamp.tsx';
import { useFormat, useText } from '../../text/use-text.ts';

/** One conversation in the list: who, when, the last words, and why it stands there. */
export function ConvLink(props: {
  address: string;
  name: string | null;
  at: number;
  text: string | null;
  lamp?: LampKind | undefined;
  why?: ReactNode;
  asks?: boolean;
  seen?: boolean;
  open: boolean;
}) {
  const { address, name, at, text, lamp, why, asks = false, seen = false, open } = props;
  const t = useText('inbox');
  const format = useFormat();
  return (
    <Link
      href={`/inbox/${encodeURIComponent(address)}`}
      className={seen ? 'conv conv-seen' : 'conv'}
      aria-current={open ? 'true' : undefined}
    >
      <span className="row between">
        <b className="ellipsis num">{name || format.address(address) || t('noSender')}</b>
        <span className="sm quiet num nowrap">{format.short(at)}</span>
      </span>
      <span className="ellipsis muted conv-text">{text || t('noText')}</span>
      {why && (
        <span className={asks ? 'sm why why-asks' : 'sm why quiet'}>
          {lamp && <LampShape kind={lamp} size={16} />}
          <span className="ellipsis">{why}</span>
        </span>
      )}
    </Link>
  );
}

/** Where an item without a sender is kept in the address of the page. */
export const noSender = '-';

export function addressOfItem({ from }: Pick<InboxItem, 'from'>): string {
  return from || noSender;
}
