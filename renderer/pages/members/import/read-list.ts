import { vcardToCsv } from './vcard.ts';

/** What a file or a paste held, made ready for the program: the lines it will speak of by number. */
export interface ReadList {
  csv: string;
  lines: readonly string[];
}

/** As many bytes as the program takes in one import. */
export const MOST_BYTES = 16_000_000;

/**
 * Bytes of a file → text. UTF-8 where it is that (with or without its mark), UTF-16 by its mark, else Windows-1252, in
 * which Excel on Swedish Windows saves. Null for what is no text at all (an .xlsx file, a picture).
 */
export function decodeFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text from a file or the clipboard → CSV. A vCard becomes rows; a paste from Excel has tabs for semicolons. */
export function readList(text: string): ReadList {
  const csv = /^\s*BEGIN:VCARD/i.test(text) ? vcardToCsv(text) : fromTabs(text);
  return { csv, lines: csv.split(/\r\n|\r|\n/) };
}

/** Cells from a spreadsheet are parted by tabs and quoted only where they hold one. */
function fromTabs(text: string): string {
  const [heading = ''] = text.split('\n', 1);
  if (!heading.includes('\t')) return text;
  return text.replace(/\t/g, ';');
}
