import type { broadcasts as swedish } from '../sv/broadcasts.ts';
import type { Words } from '../words.ts';

export const broadcasts: Words<typeof swedish> = {
  title: 'Send-outs',
};
