import type { settings as swedish } from '../sv/settings.ts';
import type { Words } from '../words.ts';

export const settings: Words<typeof swedish> = {
  title: 'Settings for the address book',
};
