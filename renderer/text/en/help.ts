import type { help as swedish } from '../sv/help.ts';
import type { Words } from '../words.ts';

export const help: Words<typeof swedish> = {
  title: 'Help',
};
