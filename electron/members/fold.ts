import { nationalWriting } from './address.ts';

/** Å, Ä and Ö come last in Swedish, in that order; these stand after z in the order of bytes. */
const LAST_LETTERS: Record<string, string> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' };
const OTHER_LETTERS: Record<string, string> = { æ: 'ae', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', þ: 'th' };

/** Without a name people come last, by address. */
const AFTER_ALL_LETTERS = '~';

/** A key that puts names in Swedish order when compared byte by byte, as SQLite does. */
export function sortKeyOf(member: { name: string; phone: string | null; email: string | null }): string {
  if (member.name === '') return `${AFTER_ALL_LETTERS}${member.email ?? member.phone ?? ''}`;
  return member.name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[åäöæø]/g, (letter) => LAST_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Letters without case and accents: what is searched for is found however it was typed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[æøđðłßþ]/g, (letter) => OTHER_LETTERS[letter] ?? letter)
    .replace(/\p{M}/gu, '');
}

/** What a member is found by: name, mail, and the number's digits in E.164 and as written at home. */
export function searchOf(member: { name: string; phone: string | null; email: string | null }): string {
  const digits = member.phone === null ? [] : [member.phone.slice(1), nationalWriting(member.phone).replace(/\D/g, '')];
  return [fold(member.name), fold(member.email ?? ''), ...digits].join('\n');
}

/**
 * What must all be in a member's `searchOf`: the words of a name in any order, or the digits of a number with its spaces and
 * dashes left out. Empty for a blank search.
 */
export function searchTerms(typed: string): string[] {
  const folded = fold(typed).trim();
  if (/^\+?[\d\s()/.\-\u2010-\u2015]+$/.test(folded)) {
    const digits = folded.replace(/\D/g, '');
    if (digits !== '') return [digits.replace(/^00/, '')];
  }
  return folded.split(/\s+/).filter((word) => word !== '');
}
