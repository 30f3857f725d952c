import type { ReplyKind } from '../contract/books.ts';
import type { Language } from '../contract/fields.ts';
import type { BookRow } from './books-store.ts';

const defaults: Record<Language, Record<ReplyKind, string>> = {
  sv: {
    joined: 'Välkommen till {bok} ({förening})! Du får nu våra meddelanden. Svara STOPP för att lämna.',
    already: 'Du är redan anmäld till {bok}. Svara STOPP om du vill lämna.',
    pending: 'Tack! {bok} har fått din anmälan. Du får svar när den är godkänd.',
    approved: 'Du är nu medlem i {bok}. Svara STOPP för att lämna.',
    left: 'Du har lämnat {bok} och får inga fler meddelanden. Svara START om du vill komma tillbaka.',
  },
  en: {
    joined: 'Welcome to {book} ({club})! You will now get our messages. Reply STOP to leave.',
    already: 'You are already signed up to {book}. Reply STOP if you want to leave.',
    pending: 'Thank you! {book} has your sign-up. You will hear from us when it is approved.',
    approved: 'You are now a member of {book}. Reply STOP to leave.',
    left: 'You have left {book} and will get no more messages. Reply START if you want to come back.',
  },
};

const footers: Record<Language, string> = { sv: '\nSvara STOPP för att lämna', en: '\nReply STOP to leave' };

type Worded = Pick<BookRow, 'name' | 'language' | 'replies'>;

/** What stands before a broadcast of a book that has not said otherwise. */
export function defaultHeader(name: string): string {
  return `*${name}* `;
}

export function defaultFooter(language: Language): string {
  return footers[language];
}

/** The reply as the book keeps it, its {bok} and {förening} not filled in. */
export function replyTemplate(book: Worded, kind: ReplyKind): { on: boolean; text: string } {
  const own = book.replies[kind];
  return { on: own?.on ?? true, text: own?.text ?? defaultReply(book.language, kind) };
}

export function defaultReply(language: Language, kind: ReplyKind): string {
  return defaults[language][kind];
}

/** The reply as it is sent. `club` is the organisation; it is left out where it is empty or the book's own name. */
export function replyOf(book: Worded, kind: ReplyKind, club: string): { on: boolean; text: string } {
  const { on, text } = replyTemplate(book, kind);
  const behind = sameName(club, book.name) ? '' : club.trim();
  const kept = behind === '' ? text.replace(/ ?\(\{(?:förening|club)\}\)/gu, '') : text;
  return {
    on,
    // One pass: a club called "{bok}" is not filled in again.
    text: kept.replace(/\{(bok|book|förening|club)\}/gu, (_, word) =>
      word === 'bok' || word === 'book' ? book.name : behind,
    ),
  };
}

function sameName(one: string, other: string): boolean {
  return one.trim().normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase();
}
