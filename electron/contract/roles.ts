import { z } from 'zod';
import { command, query } from './define.ts';
import { createdId, done, givenName, id, nothing, time, typedAddress } from './fields.ts';

export const noticeKinds = ['joined', 'left', 'pending', 'broadcast', 'forward'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const roleKind = z.enum(['writer', 'functionary', 'access']);
export type RoleKind = z.output<typeof roleKind>;

const role = z.object({
  id: z.int(),
  role: roleKind,
  address: z.string().nullable(),
  userId: z.int().nullable(),
  /** Who that is, where a member or a user of that address is known. */
  name: z.string().nullable(),
  muted: z.array(z.enum(noticeKinds)),
});
export type Role = z.output<typeof role>;

export const addRole = command('roles.add', {
  input: z.strictObject({ bookId: id, role: roleKind, address: typedAddress.optional(), userId: id.optional() }),
  output: createdId,
});
export const removeRole = command('roles.remove', { input: z.strictObject({ id }), output: done });
/** Turns kinds of notice off for one functionary. */
export const muteRole = command('roles.mute', {
  input: z.strictObject({ id, muted: z.array(z.enum(noticeKinds)) }),
  output: done,
});
export const listRoles = query('roles.list', {
  reads: ['roles', 'members', 'users'],
  input: z.strictObject({ bookId: id }),
  output: z.array(role),
});

const user = z.object({ id: z.int(), name: z.string(), createdAt: time, isMe: z.boolean() });
export const listUsers = query('users.list', { reads: ['users'], input: nothing, output: z.array(user) });
export const addUser = command('users.add', {
  input: z.strictObject({ name: givenName }),
  output: createdId,
});
export const renameUser = command('users.update', {
  input: z.strictObject({ id, patch: z.strictObject({ name: givenName }) }),
  output: done,
});
export const removeUser = command('users.remove', { input: z.strictObject({ id }), output: done });
