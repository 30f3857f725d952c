import type { Book } from '../../electron/contract/books.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { LineItem } from '../../electron/contract/lines.ts';
import type { LampKind } from '../components/Lamp.tsx';

/** One light of the strip: a lamp, the key of its words with what is filled in, where it leads and the verb that mends. */
export interface Light<Key extends string> {
  kind: LampKind;
  key: Key;
  href: string;
  mend?: MendKey;
}

export type MendKey = 'fix' | 'show' | 'pin' | 'begin' | 'answer' | 'settle';
export type LineKey = LineItem['state'] | 'readyPlain' | 'none' | 'unused' | 'practice' | 'weak';
export type MailKey = 'ready' | 'readyPlain' | 'connecting' | 'off' | 'error' | 'practice';
export type QueueKey =
  | 'empty'
  | 'left'
  | 'leftPlain'
  | 'paused'
  | 'pausedEmpty'
  | 'modem'
  | 'quiet'
  | 'limit'
  | 'mail'
  | 'clock'
  | 'answer'
  | 'account'
  | 'held'
  | 'unknown';

/** Below this (3GPP TS 27.007 8.5, -95 dBm) texts begin to fail indoors. */
const WEAK_SIGNAL = 9;

const lineLamps: Record<LineItem['state'], { kind: LampKind; mend?: MendKey }> = {
  ready: { kind: 'works' },
  starting: { kind: 'working' },
  'no-sim': { kind: 'stopped', mend: 'fix' },
  'needs-pin': { kind: 'needsYou', mend: 'pin' },
  locked: { kind: 'stopped', mend: 'fix' },
  'no-network': { kind: 'needsYou', mend: 'show' },
  unplugged: { kind: 'stopped', mend: 'fix' },
  error: { kind: 'stopped', mend: 'fix' },
};

/** `anyLine`: the computer has a modem at all, though the book may not use it. */
export function numberLight(line: LineItem | undefined, anyLine: boolean): Light<LineKey> {
  const href = '/program/modem';
  if (!line) return { kind: 'off', key: anyLine ? 'unused' : 'none', href, mend: 'begin' };
  const lamp = lineLamps[line.state];
  if (line.state !== 'ready') return { ...lamp, key: line.state, href };
  if (line.practice) return { ...lamp, key: 'practice', href };
  if (line.signal !== null && line.signal < WEAK_SIGNAL) return { kind: 'needsYou', key: 'weak', href, mend: 'show' };
  return { ...lamp, key: line.operator === null || line.signal === null ? 'readyPlain' : 'ready', href };
}

/** "bra", "hygglig", "svag", "ingen", out of AT+CSQ's 0 to 31. */
export function signalWord(signal: number): 'good' | 'fair' | 'weak' | 'none' {
  if (signal >= 15) return 'good';
  if (signal >= WEAK_SIGNAL) return 'fair';
  return signal > 1 ? 'weak' : 'none';
}

/** In practice the mailbox rests: nothing real may leave the computer. */
export function mailLight(status: Output<'mail.status'>, book: Book, practice: boolean): Light<MailKey> {
  const href = '/program/mail';
  if (practice) return { kind: 'off', key: 'practice', href };
  const states = [status.imap, status.smtp];
  if (states.includes('error')) return { kind: 'stopped', key: 'error', href, mend: 'show' };
  if (states.includes('connecting')) return { kind: 'working', key: 'connecting', href };
  if (!states.includes('ready')) return { kind: 'off', key: 'off', href };
  return { kind: 'works', key: book.mailAddress === null ? 'readyPlain' : 'ready', href };
}

/** While texts go out the light says how far they have come; when nothing moves, what needs an answer comes before what
 *  merely waits. `held`: send-outs of this book that wait for her answer. */
export function queueLight(summary: Output<'outbox.summary'>, held: number): Light<QueueKey> {
  const href = '/broadcasts';
  if (summary.waitsFor === 'clock') return { kind: 'needsYou', key: 'clock', href: '/inbox', mend: 'answer' };
  if (isMoving(summary)) {
    return { kind: 'working', key: summary.finishesAt === null ? 'leftPlain' : 'left', href };
  }
  if (summary.unknown > 0) return { kind: 'unknown', key: 'unknown', href: '/inbox', mend: 'settle' };
  if (held > 0) return { kind: 'needsYou', key: 'held', href: '/inbox', mend: 'answer' };
  if (summary.waitsFor === 'answer') return { kind: 'needsYou', key: 'answer', href: '/inbox', mend: 'answer' };
  if (summary.waitsFor === 'account') return { kind: 'stopped', key: 'account', href: '/program/modem', mend: 'show' };
  if (summary.paused) return { kind: 'paused', key: summary.queued > 0 ? 'paused' : 'pausedEmpty', href };
  if (summary.queued === 0) return { kind: 'works', key: 'empty', href };
  switch (summary.waitsFor) {
    case 'line':
      return { kind: 'paused', key: 'modem', href: '/program/modem' };
    case 'mail':
      return { kind: 'paused', key: 'mail', href: '/program/mail' };
    case 'quiet-hours':
      return { kind: 'waits', key: 'quiet', href: '/settings/times' };
    default:
      return { kind: 'waits', key: 'limit', href: '/settings/times', mend: 'show' };
  }
}

function isMoving(summary: Output<'outbox.summary'>): boolean {
  return summary.queued > 0 && !summary.paused && summary.waitsFor === null;
}
