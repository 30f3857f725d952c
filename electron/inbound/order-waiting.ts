import { keywordOf } from './keywords.ts';
import type { MessageRow } from './messages-store.ts';

/**
 * The order in which texts that waited together are judged: senders whose last keyword is STOPP before all others, then as
 * they were sent; by arrival where the network's stamp is broken or the same.
 */
export function orderWaiting(messages: readonly MessageRow[]): MessageRow[] {
  const bySent = messages.toSorted((a, b) => timeOf(a) - timeOf(b) || a.id - b.id);
  const leaving = new Map<string, boolean>();
  for (const message of bySent) {
    const keyword = keywordOf(message.text);
    if (keyword === 'stop' || keyword === 'start') leaving.set(senderOf(message), keyword === 'stop');
  }
  const leaves = (message: MessageRow) => leaving.get(senderOf(message)) === true;
  return [...bySent.filter(leaves), ...bySent.filter((message) => !leaves(message))];
}

function timeOf({ sentAt, receivedAt }: MessageRow): number {
  return sentAt ?? receivedAt;
}

function senderOf({ lineId, sender }: MessageRow): string {
  return `${lineId} ${sender.address}`;
}
