import type { member as swedish } from '../sv/member.ts';
import type { Words } from '../words.ts';

export const member: Words<typeof swedish> = {
  title: 'Member',
};
