import { z } from 'zod';
import { command, query } from './define.ts';
import { createdId, done, givenName, id, language, nothing } from './fields.ts';

export const replyKinds = ['joined', 'already', 'pending', 'approved', 'left'] as const;
export type ReplyKind = (typeof replyKinds)[number];

const reply = z.object({ on: z.boolean(), text: z.string() });
const replyPatch = z.strictObject({ on: z.boolean().optional(), text: z.string().trim().min(1).max(1530).optional() });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const quietHours = z.strictObject({ from: clockTime, to: clockTime });
const frame = z.string().max(300);

export const book = z.object({
  id: z.int(),
  name: z.string(),
  language,
  lineId: z.int().nullable(),
  number: z.string().nullable(),
  mailAddress: z.string().nullable(),
  signUp: z.enum(['off', 'keyword', 'anyText']),
  approval: z.boolean(),
  membersMayWrite: z.boolean(),
  header: z.string(),
  footer: z.string(),
  replies: z.object({ joined: reply, already: reply, pending: reply, approved: reply, left: reply }),
  quietHours: quietHours.nullable(),
  dailySmsLimit: z.int().nullable(),
  staleAfterHours: z.number(),
  sameTextHours: z.number(),
  senderLimit: z.int(),
  bookLimit: z.int(),
  createdAt: z.int(),
  counts: z.object({ pending: z.int(), active: z.int(), unsubscribed: z.int(), blocked: z.int() }),
  joinLinks: z.object({ sms: z.string().nullable(), mail: z.string().nullable() }),
  /** Said on the settings page: a book without one sends its notices to the inbox only. */
  hasFunctionary: z.boolean(),
});
export type Book = z.output<typeof book>;

export const createBook = command('books.create', {
  input: z.strictObject({
    name: givenName,
    language: language.optional(),
    lineId: id.optional(),
  }),
  output: createdId,
});

/** The book goes with its members; its departures and blocks stay, and whoever has its line or mail address next inherits the departures. */
export const removeBook = command('books.remove', { input: z.strictObject({ id }), output: done });

export const updateBook = command('books.update', {
  input: z.strictObject({
    id,
    patch: z.strictObject({
      name: givenName.optional(),
      language: language.optional(),
      lineId: id.nullable().optional(),
      signUp: z.enum(['off', 'keyword', 'anyText']).optional(),
      approval: z.boolean().optional(),
      membersMayWrite: z.boolean().optional(),
      header: frame.optional(),
      footer: frame.optional(),
      mailAddress: z.string().trim().max(320).nullable().optional(),
      quietHours: quietHours.nullable().optional(),
      dailySmsLimit: z.int().min(0).max(100_000).nullable().optional(),
      staleAfterHours: z.number().positive().max(1000).optional(),
      sameTextHours: z.number().min(0).max(1000).optional(),
      senderLimit: z.int().min(0).max(10_000).optional(),
      bookLimit: z.int().min(0).max(10_000).optional(),
      replies: z
        .strictObject({
          joined: replyPatch.optional(),
          already: replyPatch.optional(),
          pending: replyPatch.optional(),
          approved: replyPatch.optional(),
          left: replyPatch.optional(),
        })
        .optional(),
    }),
  }),
  output: done,
});

export const getBook = query('books.get', {
  reads: ['books', 'members', 'roles', 'lines'],
  input: z.strictObject({ id }),
  output: book,
});

export const listBooks = query('books.list', {
  reads: ['books', 'members', 'roles', 'lines'],
  input: nothing,
  output: z.array(book),
});

/** Joined and left per month, newest last, for the chart of the overview. */
export const bookMovements = query('books.movements', {
  reads: ['members', 'log'],
  input: z.strictObject({ id, months: z.int().min(1).max(36).default(12) }),
  output: z.array(z.object({ month: z.string(), joined: z.int(), left: z.int() })),
});
