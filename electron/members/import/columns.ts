import { parseMail, parsePhone } from '../address.ts';
import { fold } from '../fold.ts';
import type { CsvRow } from './read-csv.ts';

export type Field = 'name' | 'firstName' | 'lastName' | 'phone' | 'email' | 'labels';

/** Folded headings, without spaces, dashes and dots. */
const headings: Record<Field, readonly string[]> = {
  name: ['namn', 'name', 'fullname', 'fullstandigtnamn', 'medlem', 'member', 'visningsnamn', 'displayname'],
  firstName: ['fornamn', 'firstname', 'givenname', 'tilltalsnamn'],
  lastName: ['efternamn', 'lastname', 'surname', 'familyname'],
  phone: [
    'mobil',
    'mobilnr',
    'mobilnummer',
    'mobiltelefon',
    'mobile',
    'mobilephone',
    'mobilenumber',
    'cell',
    'cellphone',
    'phone',
    'phonenumber',
    'telefon',
    'telefonnr',
    'telefonnummer',
    'tel',
    'nummer',
    'number',
  ],
  email: ['epost', 'epostadress', 'email', 'emailaddress', 'mail', 'mailadress', 'mejl', 'mejladress'],
  labels: ['etiketter', 'etikett', 'labels', 'label', 'grupper', 'grupp', 'groups', 'group', 'taggar', 'tags'],
};

/** Which cell is what, by its position. A file may have several of one kind. */
export type Columns = readonly (Field | null)[];

/** How many rows are looked at to tell columns without headings apart. */
const SAMPLE = 20;

/** What the columns are, by their headings; by what stands in them where the first row is plainly data already. */
export function columnsOf(rows: readonly CsvRow[], country: string): { columns: Columns; hasHeadings: boolean } {
  const first = rows[0]?.cells ?? [];
  const named = first.map(fieldOf);
  if (named.some((field) => field !== null)) return { columns: named, hasHeadings: true };
  const isData = first.some((cell) => contentOf(cell, country) !== 'text');
  return { columns: guessed(isData ? rows : rows.slice(1), country), hasHeadings: !isData };
}

function fieldOf(heading: string): Field | null {
  const plain = fold(heading).replace(/[^a-z]/g, '');
  for (const [field, names] of Object.entries(headings)) {
    // The keys of the table above are the fields.
    if (names.includes(plain)) return field as Field;
  }
  return null;
}

function guessed(rows: readonly CsvRow[], country: string): Columns {
  const sample = rows.slice(0, SAMPLE);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  let texts = 0;
  return Array.from({ length: width }, (_, column): Field | null => {
    const contents = sample
      .map(({ cells }) => cells[column] ?? '')
      .filter((cell) => cell !== '')
      .map((cell) => contentOf(cell, country));
    const most = (content: 'phone' | 'email') =>
      contents.filter((each) => each === content).length * 2 > contents.length;
    if (contents.length > 0 && most('phone')) return 'phone';
    if (contents.length > 0 && most('email')) return 'email';
    texts++;
    return texts === 1 ? 'name' : texts === 2 ? 'labels' : null;
  });
}

function contentOf(cell: string, country: string): 'phone' | 'email' | 'text' {
  if (parseMail(cell) !== null) return 'email';
  return /\d/.test(cell) && parsePhone(cell, country) !== null ? 'phone' : 'text';
}
