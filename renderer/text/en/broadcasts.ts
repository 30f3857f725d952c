import type { broadcasts as swedish } from '../sv/broadcasts.ts';
import type { Words } from '../words.ts';

export const broadcasts: Words<typeof swedish> = {
  title: 'Send-outs',
  write: 'Write',
  none: 'No send-outs yet',
  noneText: 'Everything sent to the members is gathered here, with who got it. Begin with one to yourself.',
  writeFirst: 'Write the first',
  text: 'Text',
  from: 'From',
  when: 'When',
  state: 'State',
  result: 'How it went',
  origin: { sms: 'SMS', mail: 'mail', toolbox: 'Samband' },
  toFunctionaries: 'To the functionaries',
  arrived: '{{count}} arrived',
  sent: '{{count}} sent',
  failed: '{{count}} did not arrive',
  unknown: '{{count}} unknown',
  left: '{{count}} waiting',
  notSent: '{{count}} did not get it',
};
