import type { inbox as swedish } from '../sv/inbox.ts';
import type { Words } from '../words.ts';

export const inbox: Words<typeof swedish> = {
  title: 'Inbox',
};
