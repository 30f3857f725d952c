import type { Language } from '../contract/fields.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';
import type { Wording } from './words.ts';

const languages: Record<Language, Wording> = { sv, en };

export function wordingOf(language: Language): Wording {
  return languages[language];
}

export function testText(book: { name: string; language: Language }): string {
  return wordingOf(book.language).test({ book: book.name });
}
