import type { Language } from '../contract/fields.ts';

/** Stands on every text that goes to the functionaries instead of the members; one that carries it is never sent on. */
export const unsentMark: Record<Language, string> = { sv: 'Meddelande ej skickat', en: 'Message not sent' };

export const unsentMarks: readonly string[] = Object.values(unsentMark);
