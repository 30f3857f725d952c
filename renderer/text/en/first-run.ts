import type { firstRun as swedish } from '../sv/first-run.ts';
import type { Words } from '../words.ts';

export const firstRun: Words<typeof swedish> = {
  title: 'Welcome to Samband',
};
