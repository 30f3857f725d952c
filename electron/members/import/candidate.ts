import { plainName } from '../../contract/fields.ts';
import type { ImportReason } from '../../contract/members.ts';
import { holdsTwoNumbers, parseMail, parsePhone } from '../address.ts';
import type { Columns, Field } from './columns.ts';
import type { CsvRow } from './read-csv.ts';

/** A person of the file, in the form that is kept. */
export interface Candidate {
  /** The line of the file. */
  row: number;
  name: string;
  phone: string | null;
  email: string | null;
  labels: string[];
  /** What is wrong with the row whatever the book says; that somebody has left comes before it. */
  flaw: ImportReason | null;
}

const LONGEST_NAME = 200;
const LONGEST_LABEL = 60;

/** Reads one row. What cannot be read becomes the candidate's flaw; the addresses that can are there all the same. */
export function candidateOf({ line, cells }: CsvRow, columns: Columns, country: string): Candidate {
  const of = (field: Field) => cells.filter((cell, index) => columns[index] === field && cell !== '');
  const phone = onePhone(of('phone'), country);
  const email = oneMail(of('email'));
  const flaw = phone.flaw ?? email.flaw ?? (phone.address === null && email.address === null ? 'no-address' : null);
  return {
    row: line,
    name: nameOf(of('name'), [...of('firstName'), ...of('lastName')]),
    phone: phone.address,
    email: email.address,
    labels: labelsOf(of('labels')),
    flaw,
  };
}

interface Read {
  address: string | null;
  flaw: ImportReason | null;
}

/** Of a landline and a mobile in columns of their own the mobile; of two mobiles neither, for a member has one. */
function onePhone(cells: readonly string[], country: string): Read {
  const parsed = cells.map((cell) => parsePhone(cell, country));
  const known = parsed.filter((phone) => phone !== null);
  const mobiles = [...new Set(known.filter(({ mobile }) => mobile).map(({ phone }) => phone))];
  const address = mobiles[0] ?? known[0]?.phone ?? null;
  if (mobiles.length > 1 || cells.some((cell) => holdsTwo(cell, country))) return { address, flaw: 'two-numbers' };
  if (parsed.includes(null)) return { address, flaw: 'invalid-phone' };
  return { address, flaw: known.length > 0 && mobiles.length === 0 ? 'not-mobile' : null };
}

/** Looking for numbers in a text is slow: only where there are digits enough for two. */
function holdsTwo(cell: string, country: string): boolean {
  return cell.replace(/\D/g, '').length > 11 && parsePhone(cell, country) === null && holdsTwoNumbers(cell, country);
}

function oneMail(cells: readonly string[]): Read {
  const parsed = cells.map(parseMail);
  const known = [...new Set(parsed.filter((address) => address !== null))];
  // Two addresses in one cell are as little one address as nonsense is.
  return { address: known[0] ?? null, flaw: parsed.includes(null) || known.length > 1 ? 'invalid-email' : null };
}

function nameOf(whole: readonly string[], parts: readonly string[]): string {
  const name = whole.length > 0 ? whole.join(' ') : parts.join(' ');
  return cut(plainName(name.replace(/^'(?=[=+\-@])/, '')), LONGEST_NAME);
}

/** Never in the middle of a character. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

function labelsOf(cells: readonly string[]): string[] {
  const labels = cells
    .flatMap((cell) => cell.replace(/^'(?=[=+\-@])/, '').split(/[,;|]/))
    .map((label) => cut(plainName(label), LONGEST_LABEL))
    .filter((label) => label !== '');
  return [...new Set(labels)];
}
