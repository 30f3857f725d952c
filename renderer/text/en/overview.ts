import type { overview as swedish } from '../sv/overview.ts';
import type { Words } from '../words.ts';

export const overview: Words<typeof swedish> = {
  title: 'Overview',
};
