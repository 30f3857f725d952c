import type { members as swedish } from '../sv/members.ts';
import type { Words } from '../words.ts';

export const members: Words<typeof swedish> = {
  title: 'Members',
};
