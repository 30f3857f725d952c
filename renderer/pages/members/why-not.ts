import type { Broadcast } from '../../../electron/contract/broadcasts.ts';
import type { Output } from '../../../electron/contract/index.ts';
import type { LampKind } from '../../components/Lamp.tsx';
import type { member } from '../../text/sv/member.ts';

type MemberFile = Output<'members.get'>;
export type WhyKey = keyof (typeof member)['why'];

/** One sentence of the answer: its lamp, its words, the moment in them (epoch milliseconds) and the code of a failure. */
export interface WhySentence {
  key: WhyKey;
  kind: LampKind;
  at?: number;
  error?: string | null;
}

const states: Record<string, { key: WhyKey; kind: LampKind }> = {
  delivered: { key: 'delivered', kind: 'works' },
  sent: { key: 'sent', kind: 'onItsWay' },
  queued: { key: 'queued', kind: 'waits' },
  sending: { key: 'sending', kind: 'working' },
  failed: { key: 'failed', kind: 'stopped' },
  unknown: { key: 'unknown', kind: 'unknown' },
  cancelled: { key: 'cancelled', kind: 'off' },
  expired: { key: 'expired', kind: 'off' },
};

/** Why one member did, or did not, get one send-out: what was sent decides; with nothing sent, what the member was then. */
export function whyNot(member: MemberFile, broadcast: Broadcast): WhySentence[] {
  const sent = member.history.find(({ kind, broadcastId }) => kind === 'sent' && broadcastId === broadcast.id);
  const state = sent?.state ? states[sent.state] : undefined;
  if (sent && state) return [{ ...state, at: sent.at, error: sent.reason }];
  return [...becauseOfThen(member, broadcast), { key: 'nothingSent', kind: 'off' }];
}

function becauseOfThen(member: MemberFile, broadcast: Broadcast): WhySentence[] {
  const { departure } = member;
  if (broadcast.sentTo === 'functionaries') return [{ key: 'functionaries', kind: 'off' }];
  if (broadcast.status === 'held') return [{ key: 'held', kind: 'paused' }];
  if (broadcast.status === 'scheduled') return [{ key: 'scheduled', kind: 'waits' }];
  if (broadcast.author !== null && [member.phone, member.email].includes(broadcast.author)) {
    return [{ key: 'author', kind: 'off' }];
  }
  if (departure && departure.at <= broadcast.createdAt) return [{ key: 'leftBefore', kind: 'off', at: departure.at }];
  if (member.joinedAt > broadcast.createdAt) return [{ key: 'joinedAfter', kind: 'off', at: member.joinedAt }];
  if (member.status === 'pending') return [{ key: 'pending', kind: 'waits' }];
  if (member.status === 'blocked') return [{ key: 'blocked', kind: 'off' }];
  if (broadcast.status === 'cancelled') return [{ key: 'dropped', kind: 'off' }];
  return [{ key: 'selection', kind: 'off' }];
}
