/** What a change can touch; `changed` carries these, and a query says which of them it reads. */
export const topics = [
  'books',
  'members',
  'roles',
  'users',
  'broadcasts',
  'outbox',
  'inbox',
  'todos',
  'log',
  'lines',
  'mail',
  'settings',
  'practice',
] as const;

export type Topic = (typeof topics)[number];
