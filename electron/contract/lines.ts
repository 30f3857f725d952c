import { z } from 'zod';
import { command, query } from './define.ts';
import { clubName, createdId, done, id, language, nothing, time } from './fields.ts';

export const lineStates = [
  'ready',
  'starting',
  'no-sim',
  'needs-pin',
  'locked',
  'no-network',
  'unplugged',
  'error',
] as const;

const line = z.object({
  id: z.int(),
  port: z.string().nullable(),
  state: z.enum(lineStates),
  number: z.string().nullable(),
  pinTriesLeft: z.int().optional(),
  operator: z.string().nullable(),
  /** 0 to 31, as AT+CSQ counts. */
  signal: z.int().nullable(),
  model: z.string().nullable(),
  /** A closed code; `account-refused`: the network takes nothing from the SIM (no credit, barred), whatever the state. */
  problem: z.string().optional(),
  bookId: z.int().nullable(),
  practice: z.boolean(),
  smsc: z.string().nullable(),
  storage: z.array(z.object({ memory: z.string(), used: z.int(), total: z.int() })),
  lastHeardAt: time.nullable(),
});
export type LineItem = z.output<typeof line>;

export const listLines = query('lines.list', { reads: ['lines', 'books'], input: nothing, output: z.array(line) });
export const useLine = command('lines.use', {
  input: z.strictObject({ port: z.string().trim().min(1).max(500) }),
  output: done,
});
export const enterPin = command('lines.enterPin', {
  input: z.strictObject({ id, pin: z.string().max(20), lastTry: z.boolean().optional() }),
  output: done,
});
export const setLineNumber = command('lines.setNumber', {
  input: z.strictObject({ id, number: z.string().trim().max(40) }),
  output: done,
});
export const testLine = command('lines.test', {
  input: z.strictObject({ id, to: z.string().trim().min(1).max(40) }),
  output: createdId,
});
/** Serial ports the computer has, for the modem page; a path can always be typed instead. */
export const listPorts = command('lines.ports', {
  input: nothing,
  output: z.array(z.object({ path: z.string(), maker: z.string().nullable() })),
});

export const mailStatus = query('mail.status', {
  reads: ['mail'],
  input: nothing,
  output: z.object({
    imap: z.enum(['ready', 'connecting', 'off', 'error']),
    smtp: z.enum(['ready', 'connecting', 'off', 'error']),
    problem: z.string().optional(),
  }),
});
const server = { host: z.string().min(1).max(255), port: z.int().min(1).max(65_535), secure: z.boolean() };
export const configureMail = command('mail.configure', {
  input: z.strictObject({
    imap: z.strictObject({ ...server, user: z.string().max(320), password: z.string().max(1000) }),
    smtp: z.strictObject({
      ...server,
      user: z.string().max(320).optional(),
      password: z.string().max(1000).optional(),
    }),
    from: z.string().max(320),
    authservId: z.string().max(255).optional(),
    ca: z.string().max(100_000).optional(),
  }),
  output: z.object({ problems: z.array(z.string()) }),
});

export const settings = z.object({
  language,
  country: z.string(),
  undoSeconds: z.int(),
  /** The organisation: who is behind the book, named in the replies. */
  club: z.string(),
  practice: z.boolean(),
});
export type Settings = z.output<typeof settings>;
export const getSettings = query('settings.get', { reads: ['settings'], input: nothing, output: settings });
export const updateSettings = command('settings.update', {
  input: z.strictObject({
    patch: z.strictObject({
      language: language.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      undoSeconds: z.int().min(0).max(600).optional(),
      club: clubName.optional(),
    }),
  }),
  output: done,
});
