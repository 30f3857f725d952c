import type { broadcast as swedish } from '../sv/broadcast.ts';
import type { Words } from '../words.ts';

export const broadcast: Words<typeof swedish> = {
  title: 'Send-out',
};
