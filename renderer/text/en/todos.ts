import type { todos as swedish } from '../sv/todos.ts';
import type { Words } from '../words.ts';

export const todos: Words<typeof swedish> = {
  title: {
    'near-stop': 'Does {{name}} want to leave?',
    held: 'The send-out from {{name}} waits for you',
    unknown: '1 SMS has an unknown outcome',
    'writer-left': '{{name}} has left but can still write to everyone',
    'functionary-left': '{{name}} has left but is still a functionary',
    unreadable: 'A message could not be read',
    incomplete: 'Part of an SMS is missing',
    'key-mismatch': 'The address of {{name}} was changed outside Samband',
    'clock-back': "The computer's clock has gone back",
  },
  hint: {
    'near-stop': '{{name}} wrote “{{text}}” {{time}}. Nothing has changed.',
    held: 'Written {{time}}. Nothing has gone out.',
    unknown: 'To {{name}} {{time}}. It may have arrived.',
    'writer-left': 'Remove {{name}} as a writer if that is not intended.',
    'functionary-left': 'Remove {{name}} as a functionary if that is not intended.',
    unreadable: 'From {{name}} {{time}}. Ask {{name}} what it said.',
    incomplete: 'From {{name}} {{time}}. Ask {{name}} what it said if the rest is late.',
    'key-mismatch': 'Nothing is sent there. Remove the member and add the right address.',
    'clock-back': 'All send-outs wait. Correct the clock, or say that it is right.',
  },
  action: {
    'near-stop': 'Read and answer',
    held: 'Read and decide',
    unknown: 'Settle',
    'writer-left': 'Show',
    'functionary-left': 'Show',
    unreadable: 'Show',
    incomplete: 'Show',
    'key-mismatch': 'Show',
    'clock-back': 'The clock is right',
  },
  done: 'Done',
};
