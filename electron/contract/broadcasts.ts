import { z } from 'zod';
import { command, query } from './define.ts';
import { createdId, done, id, label, limit, messageText, nothing, time } from './fields.ts';

const audience = {
  bookId: id,
  text: messageText,
  subject: z.string().trim().max(200).optional(),
  channel: z.enum(['auto', 'sms', 'mail', 'both']).optional(),
  label: label.optional(),
  search: z.string().max(200).optional(),
  memberIds: z.array(id).max(5000).optional(),
};

export const leftOutReasons = [
  'no-mobile',
  'no-email',
  'no-line',
  'no-mail',
  'near-stop',
  'blocked',
  'has-left',
  'key-mismatch',
] as const;
export const leftOutReason = z.enum(leftOutReasons);
export type LeftOutReason = z.output<typeof leftOutReason>;

export const previewBroadcast = query('broadcasts.preview', {
  reads: ['books', 'members', 'roles', 'lines', 'outbox', 'todos'],
  input: z.strictObject({ ...audience, at: time.optional() }),
  output: z.object({
    recipients: z.int(),
    sms: z.int(),
    mail: z.int(),
    parts: z.int(),
    partsEach: z.int(),
    /** What is left of the day's allowance before this is sent; null without one. */
    allowanceLeft: z.int().nullable(),
    encoding: z.enum(['gsm7', 'ucs2']),
    costly: z.array(z.string()),
    /** `name` as it stands in the book, else the address. */
    leftOut: z.array(z.object({ memberId: z.int(), name: z.string(), reason: leftOutReason })),
    finishesAt: time,
    /** The SMS as it arrives, header and footer included, one string per part. */
    partTexts: z.array(z.string()),
    usedInLast: z.int(),
    roomInLast: z.int(),
    /** The text with typographic characters replaced, where that makes it cheaper. */
    cheaper: z
      .object({
        text: z.string(),
        partsEach: z.int(),
        replaced: z.array(z.object({ from: z.string(), to: z.string() })),
      })
      .nullable(),
    /** Who asks is no writer: it would go to the functionaries with `Meddelande ej skickat`. */
    sentTo: z.enum(['members', 'functionaries']),
  }),
});

export const sendBroadcast = command('broadcasts.send', {
  input: z.strictObject({ ...audience, at: time.optional(), requestId: z.string().min(1).max(100).optional() }),
  output: z.object({ id: z.int(), sentTo: z.enum(['members', 'functionaries']) }),
});

/** "Prova: bara till mig": the text as it arrives, to one number of the club's own choosing; no broadcast is made. */
export const tryBroadcast = command('broadcasts.try', {
  input: z.strictObject({ bookId: id, text: messageText, to: z.string().trim().min(1).max(40) }),
  output: createdId,
});

export const broadcastStatus = z.enum(['scheduled', 'held', 'sending', 'done', 'cancelled']);

const counts = z.object({
  queued: z.int(),
  sending: z.int(),
  sent: z.int(),
  delivered: z.int(),
  failed: z.int(),
  unknown: z.int(),
  cancelled: z.int(),
  expired: z.int(),
});

export const broadcast = z.object({
  id: z.int(),
  bookId: z.int(),
  status: broadcastStatus,
  origin: z.enum(['sms', 'mail', 'toolbox']),
  sentTo: z.enum(['members', 'functionaries']),
  text: z.string(),
  subject: z.string().nullable(),
  heldBecause: z.string().nullable(),
  /** The writer's number, mail or the user's name. */
  author: z.string().nullable(),
  authorName: z.string().nullable(),
  createdAt: time,
  at: time.nullable(),
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  finishesAt: time.nullable(),
  counts,
});
export type Broadcast = z.output<typeof broadcast>;

export const getBroadcast = query('broadcasts.get', {
  reads: ['broadcasts', 'outbox'],
  input: z.strictObject({ id }),
  output: broadcast,
});
export const listBroadcasts = query('broadcasts.list', {
  reads: ['broadcasts', 'outbox'],
  input: z.strictObject({ bookId: id, limit }),
  output: z.array(broadcast),
});
/** Everyone of one send-out with the latest state of theirs: the unknown first, then the failed, then by name. */
export const broadcastRecipients = query('broadcasts.recipients', {
  reads: ['broadcasts', 'outbox', 'members'],
  input: z.strictObject({ id, state: z.string().optional(), limit, offset: z.int().min(0).default(0) }),
  output: z.object({
    total: z.int(),
    items: z.array(
      z.object({
        outboxId: z.int(),
        memberId: z.int().nullable(),
        name: z.string(),
        to: z.string(),
        channel: z.enum(['sms', 'mail']),
        state: z.string(),
        error: z.string().nullable(),
        at: time,
      }),
    ),
  }),
});
export const cancelBroadcast = command('broadcasts.cancel', { input: z.strictObject({ id }), output: done });
export const releaseBroadcast = command('broadcasts.release', { input: z.strictObject({ id }), output: done });
export const dropBroadcast = command('broadcasts.drop', { input: z.strictObject({ id }), output: done });
/** A new row for everyone it failed for; never for those whose outcome is unknown. */
export const resendFailed = command('broadcasts.resendFailed', {
  input: z.strictObject({ id }),
  output: z.object({ resent: z.int() }),
});

const outboxItem = z.object({
  id: z.int(),
  broadcastId: z.int().optional(),
  to: z.string(),
  channel: z.enum(['sms', 'mail']),
  kind: z.enum(['broadcast', 'reply', 'receipt', 'notice', 'forward', 'confirmation']),
  text: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'cancelled', 'expired']),
  parts: z.int(),
  attempts: z.int(),
  error: z.string().optional(),
  at: time,
});
export type OutboxItem = z.output<typeof outboxItem>;
export const listOutbox = query('outbox.list', {
  reads: ['outbox'],
  input: z.strictObject({
    bookId: id.optional(),
    broadcastId: id.optional(),
    state: z.string().max(20).optional(),
    limit,
  }),
  output: z.array(outboxItem),
});
/** The queue in one line, for the strip. */
export const outboxSummary = query('outbox.summary', {
  reads: ['outbox', 'broadcasts', 'settings', 'lines'],
  input: nothing,
  output: z.object({
    paused: z.boolean(),
    queued: z.int(),
    unknown: z.int(),
    finishesAt: time.nullable(),
    /**
     * Why nothing goes although something waits; null when it does. `account`: the operator takes nothing from the SIM
     * until resumed. `answer`: all that is left is to people who may have meant STOPP.
     */
    waitsFor: z.enum(['pause', 'clock', 'account', 'line', 'quiet-hours', 'limit', 'mail', 'answer']).nullable(),
  }),
});
export const pauseOutbox = command('outbox.pause', { input: nothing, output: done });
export const resumeOutbox = command('outbox.resume', { input: nothing, output: done });
export const settleOutbox = command('outbox.settle', {
  input: z.strictObject({ id, as: z.enum(['sent', 'resend', 'dropped']) }),
  output: done,
});
/** The clock was behind what this program itself had written; a person says that it is right now. */
export const confirmClock = command('outbox.confirmClock', { input: nothing, output: done });
