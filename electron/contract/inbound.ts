import { z } from 'zod';
import { command, query } from './define.ts';
import { createdId, done, id, limit, messageText, nothing, time } from './fields.ts';

export const decisions = [
  'joined',
  'pending',
  'already',
  'pending-again',
  'left',
  'left-again',
  'blocked-start',
  'answered',
  'nothing-to-answer',
  'broadcast',
  'held',
  'near-stop',
  'forwarded',
  'inbox-only',
  'stored',
] as const;
/** What the book made of a text; `reason` says why, in a closed code. */
export const decisionKind = z.enum(decisions);
export type DecisionKind = z.output<typeof decisionKind>;

export const explainInbound = query('inbound.explain', {
  reads: ['books', 'members', 'roles', 'broadcasts', 'inbox'],
  input: z.strictObject({ bookId: id, from: z.string().trim().max(320), text: messageText }),
  output: z.object({ decision: decisionKind, reason: z.string() }),
});

const inboxItem = z.object({
  id: z.int(),
  bookId: z.int().nullable(),
  channel: z.enum(['sms', 'mail']),
  from: z.string(),
  name: z.string().nullable(),
  memberId: z.int().nullable(),
  text: z.string(),
  receivedAt: time,
  sentAt: time.nullable(),
  state: z.enum(['incomplete', 'waiting', 'decided', 'unreadable']),
  decision: decisionKind.nullable(),
  reason: z.string().nullable(),
  /** Parts here and parts in all, for a long text that is not whole. */
  partsHere: z.int(),
  partsTotal: z.int(),
  seen: z.boolean(),
});
export type InboxItem = z.output<typeof inboxItem>;

/** Texts that were not sent on, or could not be read: what a person should look at. `all` gives every text. */
export const listInbox = query('inbound.list', {
  reads: ['inbox', 'members', 'todos'],
  input: z.strictObject({
    bookId: id.optional(),
    all: z.boolean().default(false),
    unseen: z.boolean().optional(),
    limit,
  }),
  output: z.array(inboxItem),
});
export const inboxCounts = query('inbound.counts', {
  reads: ['inbox', 'todos'],
  input: z.strictObject({ bookId: id.optional() }),
  output: z.object({ unseen: z.int(), todos: z.int() }),
});
export const markSeen = command('inbound.markSeen', {
  input: z.strictObject({ ids: z.array(id).min(1).max(5000) }),
  output: done,
});

/** Both directions with one address, newest first. */
export const conversation = query('inbound.conversation', {
  reads: ['inbox', 'outbox'],
  input: z.strictObject({ bookId: id, address: z.string().min(1).max(320), limit }),
  output: z.array(
    z.object({
      at: time,
      direction: z.enum(['in', 'out']),
      text: z.string(),
      state: z.string(),
      decision: decisionKind.nullable(),
      reason: z.string().nullable(),
      kind: z.string().nullable(),
      id: z.int(),
    }),
  ),
});
/** A private answer to one person; goes out like a receipt and counts against no send-out. */
export const answerOne = command('inbound.answer', {
  input: z.strictObject({ bookId: id, to: z.string().trim().min(1).max(320), text: messageText }),
  output: createdId,
});

export const todoKinds = [
  'near-stop',
  'held',
  'unknown',
  'writer-left',
  'functionary-left',
  'unreadable',
  'incomplete',
  'key-mismatch',
  'clock-back',
] as const;
const todo = z.object({
  id: z.string(),
  kind: z.enum(todoKinds),
  bookId: z.int().nullable(),
  at: time,
  address: z.string().nullable(),
  name: z.string().nullable(),
  text: z.string().nullable(),
  messageId: z.int().nullable(),
  broadcastId: z.int().nullable(),
  outboxId: z.int().nullable(),
  memberId: z.int().nullable(),
  reason: z.string().nullable(),
});
export type Todo = z.output<typeof todo>;

/** What waits for the secretary: asked texts, held send-outs, unknown outcomes and the rest, newest first. */
export const listTodos = query('todos.list', {
  reads: ['todos', 'broadcasts', 'outbox', 'inbox'],
  input: z.strictObject({ bookId: id.optional() }),
  output: z.array(todo),
});
/** `leaves`: the person is taken as having left; `stays`: they wanted to stay; `done`: seen to. */
export const answerTodo = command('todos.answer', {
  input: z.strictObject({ id: z.string().max(40), answer: z.enum(['leaves', 'stays', 'done']) }),
  output: done,
});

const logItem = z.object({
  id: z.int(),
  at: time,
  kind: z.string(),
  bookId: z.int().nullable(),
  address: z.string().nullable(),
  name: z.string().nullable(),
  text: z.string().optional(),
  reason: z.string().optional(),
  count: z.int().optional(),
});
export type LogItem = z.output<typeof logItem>;
export const listLog = query('log.list', {
  reads: ['log'],
  input: z.strictObject({ bookId: id.optional(), kind: z.string().max(40).optional(), limit, before: id.optional() }),
  output: z.array(logItem),
});
/** What happened while the computer was off, newest pause first; null when there was none to tell of. */
export const whileAway = query('log.whileAway', {
  reads: ['log', 'inbox', 'settings'],
  input: z.strictObject({ bookId: id }),
  output: z
    .object({
      from: time,
      to: time,
      joined: z.int(),
      pending: z.int(),
      left: z.int(),
      forwarded: z.int(),
      held: z.int(),
    })
    .nullable(),
});

export const practiceSms = command('practice.sms', {
  input: z.strictObject({ from: z.string().trim().min(1).max(40), text: messageText }),
  output: done,
});
export const practicePhones = query('practice.phones', {
  reads: ['practice'],
  input: nothing,
  output: z.array(
    z.object({
      number: z.string(),
      name: z.string().nullable(),
      role: z.enum(['writer', 'functionary', 'member', 'left', 'none']),
      received: z.array(z.object({ text: z.string(), at: time, from: z.string() })),
      sent: z.array(z.object({ text: z.string(), at: time })),
    }),
  ),
});
export const practiceAddPhone = command('practice.addPhone', {
  input: nothing,
  output: z.object({ number: z.string() }),
});
/** Pulls the practice modem out, or puts it back. */
export const practiceUnplug = command('practice.unplug', {
  input: z.strictObject({ unplugged: z.boolean() }),
  output: done,
});
/** A fresh practice book: the rules of the real one, invented people. */
export const practiceReset = command('practice.reset', { input: nothing, output: done });
