import type { practice as swedish } from '../sv/practice.ts';
import type { Words } from '../words.ts';

export const practice: Words<typeof swedish> = {
  title: 'Try it from the phones',
};
