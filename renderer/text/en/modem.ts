import type { modem as swedish } from '../sv/modem.ts';
import type { Words } from '../words.ts';

export const modem: Words<typeof swedish> = {
  title: 'The modem',
};
