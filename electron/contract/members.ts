import { z } from 'zod';
import { command, query } from './define.ts';
import { done, id, label, limit, memberStatus, name, offset, time, typedAddress } from './fields.ts';

const labels = z.array(label).max(50);
const ids = z.strictObject({ ids: z.array(id).min(1).max(5000) });

export const member = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  status: memberStatus,
  labels: z.array(z.string()),
  joinedAt: time,
  joinedBy: z.enum(['sms', 'mail', 'link', 'admin', 'import']),
  /** When something was last sent to this member, null where nothing was. */
  lastSentAt: time.nullable(),
  leftAt: time.nullable(),
});
export type Member = z.output<typeof member>;

export const addMember = command('members.add', {
  input: z.strictObject({
    bookId: id,
    name: name.optional(),
    phone: typedAddress.optional(),
    email: typedAddress.optional(),
    labels: labels.optional(),
  }),
  output: z.object({ id: z.int(), status: memberStatus }),
});

export const listMembers = query('members.list', {
  reads: ['members', 'outbox'],
  input: z.strictObject({
    bookId: id,
    status: memberStatus.optional(),
    search: z.string().max(200).optional(),
    label: label.optional(),
    limit,
    offset,
  }),
  output: z.object({ total: z.int(), items: z.array(member) }),
});

export const listLabels = query('members.labels', {
  reads: ['members'],
  input: z.strictObject({ bookId: id }),
  output: z.array(z.object({ label: z.string(), members: z.int() })),
});

/** One thing that happened to a member, newest first; `text` in their own or our words. */
const historyItem = z.object({
  at: time,
  kind: z.enum(['joined', 'left', 'approved', 'added', 'blocked', 'unblocked', 'edited', 'received', 'sent']),
  text: z.string().nullable(),
  state: z.string().nullable(),
  reason: z.string().nullable(),
  broadcastId: z.int().nullable(),
  outboxId: z.int().nullable(),
});

export const getMember = query('members.get', {
  reads: ['members', 'outbox', 'inbox', 'log'],
  input: z.strictObject({ id }),
  output: member.extend({
    bookId: z.int(),
    roles: z.array(z.enum(['writer', 'functionary'])),
    consent: z.object({ at: time, by: z.string(), words: z.string().nullable(), from: z.string().nullable() }),
    departure: z.object({ at: time, via: z.string(), words: z.string().nullable() }).nullable(),
    history: z.array(historyItem),
  }),
});

export const updateMember = command('members.update', {
  input: z.strictObject({
    id,
    patch: z.strictObject({
      name: name.optional(),
      phone: typedAddress.nullable().optional(),
      email: typedAddress.nullable().optional(),
      labels: labels.optional(),
    }),
  }),
  output: done,
});

/** Adds and takes away labels on many at once. */
export const labelMembers = command('members.label', {
  input: z.strictObject({ ids: z.array(id).min(1).max(5000), add: labels.default([]), take: labels.default([]) }),
  output: done,
});

export const approveMembers = command('members.approve', { input: ids, output: done });
export const declineMembers = command('members.decline', { input: ids, output: done });
export const removeMembers = command('members.remove', { input: ids, output: done });

const blockInput = z.union([ids, z.strictObject({ bookId: id, address: typedAddress })]);
export const blockMembers = command('members.block', { input: blockInput, output: done });
export const unblockMembers = command('members.unblock', { input: blockInput, output: done });

/** Addresses blocked that are no member's (a nuisance, or a member since removed). */
export const listBlocks = query('members.blocks', {
  reads: ['members'],
  input: z.strictObject({ bookId: id }),
  output: z.array(z.object({ address: z.string(), since: time })),
});

export const importReasons = [
  'has-left',
  'invalid-phone',
  'invalid-email',
  'not-mobile',
  'two-numbers',
  'two-members',
  'shares-address',
  'own-address',
  'no-address',
] as const;
export const importReason = z.enum(importReasons);
export type ImportReason = z.output<typeof importReason>;

export const importMembers = command('members.import', {
  input: z.strictObject({ bookId: id, csv: z.string().max(16_000_000), dryRun: z.boolean().optional() }),
  output: z.object({
    added: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    /** `row` counts the lines of the file from 1, the heading included. */
    leftOut: z.array(z.object({ row: z.int(), reason: importReason })),
  }),
});

export const exportMembers = query('members.export', {
  reads: ['members'],
  input: z.strictObject({ bookId: id, status: memberStatus.optional() }),
  output: z.object({ csv: z.string() }),
});
