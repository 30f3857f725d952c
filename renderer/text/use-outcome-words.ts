import { useCallback } from 'react';
import type { OutboxItem } from '../../electron/contract/broadcasts.ts';
import type { LampKind } from '../components/Lamp.tsx';
import { sv } from './sv/words.ts';
import { useText } from './use-text.ts';

type State = OutboxItem['state'];
type ErrorKey = keyof typeof sv.outcomes.error;
type HeldKey = keyof typeof sv.outcomes.held;

const lamps: Record<State, LampKind> = {
  queued: 'waits',
  sending: 'working',
  sent: 'onItsWay',
  delivered: 'works',
  failed: 'stopped',
  unknown: 'unknown',
  cancelled: 'off',
  expired: 'off',
};

export interface OutcomeWords {
  lamp: LampKind;
  /** "Framme", "Gick inte fram"; a mail that was handed over says so, since nobody ever answers for it. */
  state: string;
  /** Why, in a sentence; empty where the state says all. */
  why: string;
}

/** What became of one message to one person, in words. Codes a newer program may add get the plainest sentence. */
export function useOutcomeWords(): (row: {
  state: string;
  channel: 'sms' | 'mail';
  error?: string | null;
}) => OutcomeWords {
  const t = useText('outcomes');
  // The same function between renders, so that a table's columns can stay the same array.
  return useCallback(
    ({ state, channel, error }) => {
      const known = isState(state) ? state : 'unknown';
      const mailSent = channel === 'mail' && known === 'sent';
      const waiting = known === 'sent' && channel === 'sms' ? t('waiting.sent') : '';
      return {
        lamp: lamps[known],
        state: mailSent ? t('mailSent') : t(`state.${known}`),
        why: error ? t(`error.${isErrorKey(error) ? error : 'other'}`) : waiting,
      };
    },
    [t],
  );
}

/** Why a send-out is held, in a sentence. */
export function useHeldWords(): (because: string | null) => string {
  const t = useText('outcomes');
  return (because) => t(`held.${because !== null && isHeldKey(because) ? because : 'other'}`);
}

function isState(state: string): state is State {
  return Object.hasOwn(lamps, state);
}
function isErrorKey(code: string): code is ErrorKey {
  return Object.hasOwn(sv.outcomes.error, code);
}
function isHeldKey(code: string): code is HeldKey {
  return Object.hasOwn(sv.outcomes.held, code);
}
