import type { NoticeKind } from '../contract/roles.ts';

/** Why a text that would have become a send-out waits for a yes. */
export const heldReasons = [
  'stale',
  'same-text',
  'sender-limit',
  'book-limit',
  'start-with-more',
  'near-stop',
  'functionary',
  'own-mark',
  'stood-still',
] as const;
export type HeldReason = (typeof heldReasons)[number];

/** How many people a send-out goes to, and by which way. */
export interface SentTo {
  sms: number;
  mail: number;
}

/** Roles that stay when a membership ends. */
export type KeptRoles = 'writer' | 'functionary' | 'both';

/**
 * Everything the program says by SMS or mail of its own, in one language; the book's replies are the book's. All of it is
 * written in GSM-7, for one letter outside it would more than double what a text costs.
 */
export interface Wording {
  /** To the writer when a text has become a send-out; `from` is the time of day (HH:MM) at which the quiet hours end. */
  receipt(to: SentTo, from: string | null): string;
  /** To the writer whose text waits; `quote` is the beginning of it. */
  question(to: SentTo, because: HeldReason | null): string;
  nothingToAnswer: string;
  dropped: string;
  /** Said after the book's `left` to one whose role stays. */
  keptRoles: Record<KeptRoles, string>;
  /** A text that went to no member; `asksNext`: the functionary writes too, and is asked before the next text goes out. */
  forward(text: { book: string; from: string; text: string; incomplete: boolean; asksNext: boolean }): string;
  blockedStart(text: { book: string; from: string }): string;
  joined(text: { book: string; who: string }): string;
  left(text: { book: string; who: string }): string;
  pending(text: { book: string; who: string }): string;
  broadcast(text: { book: string; from: string; to: SentTo; text: string }): string;
  /** What came beyond the caps of an hour, counted. */
  digest: Record<NoticeKind, (text: { book: string; count: number }) => string>;
  /** A sender who has no number or address to show. */
  hiddenSender: string;
  /** Sent by hand to see that a line works. */
  test(text: { book: string }): string;
}
