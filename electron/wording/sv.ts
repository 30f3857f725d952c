import { unsentMark } from './marks.ts';
import type { HeldReason, SentTo, Wording } from './words.ts';

const because: Record<HeldReason, string> = {
  stale: 'Texten kom fram sent.',
  'same-text': 'Samma text har redan kommit.',
  'sender-limit': 'Det är många utskick på kort tid.',
  'book-limit': 'Det är många utskick på kort tid.',
  'start-with-more': 'START med fler ord skickas inte direkt.',
  'near-stop': 'Vill du lämna? Svara STOPP.',
  functionary: 'Du fick nyss en text som funktionär.',
  'own-mark': `Texten är märkt ${unsentMark.sv}.`,
  'stood-still': 'Resten av utskicket blev stående.',
};

const people = ({ sms, mail }: SentTo) => sms + mail;
const ways = ({ sms, mail }: SentTo) =>
  [sms > 0 && `${sms} SMS`, mail > 0 && `${mail} mejl`].filter(Boolean).join(', ');

export const sv: Wording = {
  receipt: (to, from) =>
    people(to) === 0
      ? 'Ingen att skicka till.'
      : `Skickas ${from === null ? 'nu' : `kl ${from}`} till ${people(to)}: ${ways(to)}`,
  question: (to, reason) => `Skicka till ${people(to)}? Svara JA${reason ? `. ${because[reason]}` : '.'}`,
  nothingToAnswer: 'Inget väntar på svar.',
  dropped: 'Texten kastades. Inget skickas.',
  keptRoles: {
    writer: 'Du är fortfarande skribent.',
    functionary: 'Du är fortfarande funktionär.',
    both: 'Du är fortfarande skribent och funktionär.',
  },
  forward: ({ book, from, text, incomplete, asksNext }) =>
    [
      `${book}: ${unsentMark.sv}. Från ${from}${incomplete ? ' (delar saknas)' : ''}:`,
      text,
      ...(asksNext ? ['(Det du skriver till numret den närmaste timmen frågar vi om först.)'] : []),
    ].join('\n'),
  blockedStart: ({ book, from }) => `${book}: ${from} är spärrad och skrev START. Numret kom inte med.`,
  joined: ({ book, who }) => `${book}: ${who} har gått med.`,
  left: ({ book, who }) => `${book}: ${who} har lämnat.`,
  pending: ({ book, who }) => `${book}: ${who} vill gå med. Godkänn eller avböj i Verktygslådan.`,
  broadcast: ({ book, from, to, text }) => `${book}: ${from} skickade till ${people(to)}:\n${text}`,
  digest: {
    joined: ({ book, count }) => `${book}: ${count} till har gått med den senaste timmen. Se Verktygslådan.`,
    left: ({ book, count }) => `${book}: ${count} till har lämnat den senaste timmen. Se Verktygslådan.`,
    pending: ({ book, count }) => `${book}: ${count} till vill gå med. Godkänn eller avböj i Verktygslådan.`,
    broadcast: ({ book, count }) => `${book}: ${count} utskick till den senaste timmen. Se Verktygslådan.`,
    forward: ({ book, count }) =>
      `${book}: ${unsentMark.sv}: ${count} texter till den senaste timmen. Läs dem i Verktygslådan.`,
  },
  hiddenSender: 'okänd avsändare',
  test: ({ book }) => `Provmeddelande från ${book}. Numret fungerar.`,
};
