import type { DecisionKind } from '../../electron/contract/inbound.ts';
import type { LampKind } from '../components/Lamp.tsx';
import { decisions } from './sv/decisions.ts';
import { useText } from './use-text.ts';

type Reason = keyof (typeof decisions)['reason'];

/** Why the book decided as it did, in one sentence; a reason without words says nothing. */
export function useReasonText(): (reason: string) => string | null {
  const t = useText('decisions');
  return (reason) => (isReason(reason) ? t(`reason.${reason}`) : null);
}

/** The lamp that stands before what the book made of a text. */
export const decisionLamps: Record<DecisionKind, LampKind> = {
  joined: 'works',
  pending: 'waits',
  already: 'works',
  'pending-again': 'waits',
  left: 'works',
  'left-again': 'works',
  'blocked-start': 'off',
  answered: 'works',
  'nothing-to-answer': 'off',
  broadcast: 'works',
  held: 'paused',
  'near-stop': 'unknown',
  forwarded: 'off',
  'inbox-only': 'off',
  stored: 'off',
};

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(decisions.reason, reason);
}
