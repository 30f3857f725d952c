import type { Language } from '../contract/fields.ts';
import type { Member } from '../contract/members.ts';
import { nationalWriting } from './address.ts';

const headings: Record<Language, readonly string[]> = {
  sv: ['Namn', 'Mobil', 'E-post', 'Etiketter', 'Status', 'Gick med'],
  en: ['Name', 'Mobile', 'Email', 'Labels', 'Status', 'Joined'],
};
const statuses: Record<Language, Record<Member['status'], string>> = {
  sv: { pending: 'Väntar', active: 'Medlem', unsubscribed: 'Avanmäld', blocked: 'Spärrad' },
  en: { pending: 'Pending', active: 'Member', unsubscribed: 'Unsubscribed', blocked: 'Blocked' },
};

/** A spreadsheet runs what begins like this. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The members as a file that a Swedish (semicolon) or English (comma) spreadsheet opens and `members.import` takes back. With a byte
 * order mark, without which Excel breaks å, ä and ö. `home` is the country calling code whose numbers are written nationally: as
 * digits behind a plus Excel would turn them into a sum.
 */
export function membersAsCsv(members: readonly Member[], language: Language, home: string): string {
  const separator = language === 'sv' ? ';' : ',';
  const lines = members.map((member) =>
    [
      member.name,
      member.phone === null ? '' : writtenAt(member.phone, home),
      member.email ?? '',
      member.labels.join(', '),
      statuses[language][member.status],
      dateOf(member.joinedAt),
    ]
      .map((cell) => quoted(safe(cell), separator))
      .join(separator),
  );
  return `\ufeff${[headings[language].join(separator), ...lines].join('\r\n')}\r\n`;
}

function writtenAt(phone: string, home: string): string {
  return phone.startsWith(`+${home}`) ? nationalWriting(phone) : phone;
}

/** The mark that tells a spreadsheet "this is text"; the import takes it off again. */
function safe(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function dateOf(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
