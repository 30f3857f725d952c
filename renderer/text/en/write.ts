import type { write as swedish } from '../sv/write.ts';
import type { Words } from '../words.ts';

export const write: Words<typeof swedish> = {
  title: 'Write to the members',
};
