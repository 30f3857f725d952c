/**
 * Contacts (RFC 6350, and the older 2.1 and 3.0) → CSV with Swedish headings. Only what a book keeps is read: name, mobile
 * (the one marked CELL, else the first number), mail and categories.
 */
export function vcardToCsv(text: string): string {
  const rows = unfold(text)
    .split(/^BEGIN:VCARD\s*$/im)
    .slice(1)
    .map((card) => rowOf(card.split(/\r?\n/)));
  return ['Namn;Mobil;E-post;Etiketter', ...rows].join('\n');
}

interface Property {
  name: string;
  parameters: string;
  value: string;
}

/** A line that begins with white space continues the one before (RFC 6350, 3.2). */
function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]/g, '');
}

function rowOf(lines: readonly string[]): string {
  const properties = lines.map(propertyIn).filter((property) => property !== null);
  const all = (name: string) => properties.filter((property) => property.name === name);
  const phones = all('TEL');
  const mobile = phones.find(({ parameters }) => /CELL/i.test(parameters)) ?? phones[0];
  const name = all('FN')[0]?.value ?? nameOf(all('N')[0]?.value ?? '');
  const labels = all('CATEGORIES').flatMap(({ value }) => value.split(','));
  return [name, mobile?.value.replace(/^tel:/i, '') ?? '', all('EMAIL')[0]?.value ?? '', labels.join(',')]
    .map(cell)
    .join(';');
}

function propertyIn(line: string): Property | null {
  const match = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/.exec(line);
  if (!match) return null;
  const [, name = '', parameters = '', value = ''] = match;
  const plain = /QUOTED-PRINTABLE/i.test(parameters) ? fromQuotedPrintable(value) : value;
  return { name: name.toUpperCase(), parameters, value: plain.replace(/\\([,;\\])/g, '$1').replace(/\\n/gi, ' ') };
}

/** "Åkesson;Anna;;;" → "Anna Åkesson". */
function nameOf(structured: string): string {
  const [family = '', given = ''] = structured.split(';');
  return `${given} ${family}`.trim();
}

function fromQuotedPrintable(value: string): string {
  const bytes = Uint8Array.from(
    value
      .match(/=[0-9A-F]{2}|[\s\S]/gi)
      ?.map((piece) => (piece.length === 3 ? Number.parseInt(piece.slice(1), 16) : piece.charCodeAt(0))) ?? [],
  );
  return new TextDecoder().decode(bytes);
}

function cell(value: string): string {
  return `"${value.trim().replaceAll('"', '""')}"`;
}
