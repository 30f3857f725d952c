import { unsentMark } from './marks.ts';
import type { HeldReason, SentTo, Wording } from './words.ts';

const because: Record<HeldReason, string> = {
  stale: 'The text arrived late.',
  'same-text': 'The same text has come before.',
  'sender-limit': 'That is many messages in a short time.',
  'book-limit': 'That is many messages in a short time.',
  'start-with-more': 'START with more words is not sent at once.',
  'near-stop': 'Do you want to leave? Reply STOP.',
  functionary: 'You were just handed a text as a functionary.',
  'own-mark': `The text is marked ${unsentMark.en}.`,
  'stood-still': 'The rest of it came to a halt.',
};

const people = ({ sms, mail }: SentTo) => sms + mail;
const ways = ({ sms, mail }: SentTo) =>
  [sms > 0 && `${sms} SMS`, mail > 0 && `${mail} mail`].filter(Boolean).join(', ');

export const en: Wording = {
  receipt: (to, from) =>
    people(to) === 0
      ? 'Nobody to send to.'
      : `Being sent ${from === null ? 'now' : `at ${from}`} to ${people(to)}: ${ways(to)}`,
  question: (to, reason) => `Send to ${people(to)}? Reply YES${reason ? `. ${because[reason]}` : '.'}`,
  nothingToAnswer: 'Nothing is waiting for an answer.',
  dropped: 'The text was thrown away. Nothing is sent.',
  keptRoles: {
    writer: 'You are still a writer.',
    functionary: 'You are still a functionary.',
    both: 'You are still a writer and a functionary.',
  },
  forward: ({ book, from, text, incomplete, asksNext }) =>
    [
      `${book}: ${unsentMark.en}. From ${from}${incomplete ? ' (parts missing)' : ''}:`,
      text,
      ...(asksNext ? ['(What you text to the number within the next hour is asked about first.)'] : []),
    ].join('\n'),
  blockedStart: ({ book, from }) => `${book}: ${from} is blocked and texted START. The number did not join.`,
  joined: ({ book, who }) => `${book}: ${who} has joined.`,
  left: ({ book, who }) => `${book}: ${who} has left.`,
  pending: ({ book, who }) => `${book}: ${who} wants to join. Approve or decline in the toolbox.`,
  broadcast: ({ book, from, to, text }) => `${book}: ${from} sent to ${people(to)}:\n${text}`,
  digest: {
    joined: ({ book, count }) => `${book}: ${count} more joined in the last hour. See the toolbox.`,
    left: ({ book, count }) => `${book}: ${count} more left in the last hour. See the toolbox.`,
    pending: ({ book, count }) => `${book}: ${count} more want to join. Approve or decline in the toolbox.`,
    broadcast: ({ book, count }) => `${book}: ${count} more messages were sent in the last hour. See the toolbox.`,
    forward: ({ book, count }) =>
      `${book}: ${unsentMark.en}: ${count} more texts in the last hour. Read them in the toolbox.`,
  },
  hiddenSender: 'unknown sender',
  test: ({ book }) => `Test message from ${book}. The number works.`,
};
