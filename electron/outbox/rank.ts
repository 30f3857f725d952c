import type { ReplyKind } from '../contract/books.ts';

export const messageKinds = ['broadcast', 'reply', 'receipt', 'notice', 'forward', 'confirmation'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whoever leaves hears so first, and a broadcast to hundreds never holds up one who waits for an answer. */
const LEAVE_CONFIRMATION = 0;
const ranks: Record<MessageKind, number> = {
  reply: 10,
  receipt: 10,
  confirmation: 20,
  forward: 30,
  notice: 40,
  broadcast: 50,
};

/** Everything of a lower rank goes by rank and age; from here on broadcasts take turns. */
export const BROADCAST_RANK = ranks.broadcast;

/** Lower goes first. */
export function rankOf(kind: MessageKind, reply: ReplyKind | null): number {
  return reply === 'left' ? LEAVE_CONFIRMATION : ranks[kind];
}
