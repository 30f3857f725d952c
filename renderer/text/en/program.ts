import type { program as swedish } from '../sv/program.ts';
import type { Words } from '../words.ts';

export const program: Words<typeof swedish> = {
  title: 'Settings for the program',
};
