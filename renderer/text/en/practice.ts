import type { practice as sv } from '../sv/practice.ts';
import type { Words } from '../words.ts';

export const practice: Words<typeof sv> = {
  title: 'Try it from the telephones',
  under: 'Write to {{number}} and see what happens.',
  tasks: {
    join: 'Join: write START from a new telephone',
    broadcast: 'Make a send-out: write anything from the telephone of {{writer}}',
    unknown: 'Write something from an unknown number',
    near: 'Write “stopp tack” from the telephone of {{member}}, and answer in the Inbox',
    leave: 'Leave: write STOPP from the telephone of {{member}}',
    unplug: 'Unplug the modem in the middle of a send-out',
  },
  taskDone: 'done',
  reasons: 'What the book decided',
  reasonsEmpty: 'Write from a telephone, and the reasons of the book stand here.',
  wrote: '<1>{{name}}</1> wrote “{{text}}”',
  phones: 'Practice telephones',
  addPhone: 'Telephone',
  addPhoneLong: 'Add a telephone',
  shown: 'Telephones shown',
  telephoneOf: 'The telephone of {{name}}',
  role: {
    writer: 'writer',
    functionary: 'functionary',
    member: 'member',
    left: 'has left',
    none: 'not a member',
  },
  type: 'Write an SMS',
  typeFrom: 'SMS from {{name}}',
  send: 'Send from {{name}}',
  quiet: 'No SMS yet.',
  unplug: 'Unplug the modem',
  plug: 'Plug the modem in again',
  unplugged: 'The modem is unplugged. SMS in both directions wait until you plug it in again.',
  reset: 'Begin the practice anew …',
  resetTitle: 'Begin the practice anew?',
  resetText:
    'The practice book is made again with the rules of the book and invented people. The real book is untouched.',
  resetKeep: 'Keep practising',
  resetDo: 'Begin anew',
  notHere: 'Practise without anything happening for real.',
  notHereText:
    'Practice is a Samband of its own with the rules of the book, invented people and pretend telephones. Your real book is untouched.',
  begin: 'Begin to practise',
};
