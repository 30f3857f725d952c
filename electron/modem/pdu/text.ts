import { ESCAPE } from './gsm7.ts';
import { lockingShiftTable, singleShiftTable } from './national.ts';
import type { UserData } from './types.ts';

/**
 * The text of a message: all its parts, in order; or of the one part there is. Neighbours of one alphabet are joined
 * before they are decoded, for senders cut between an escape and its letter and between the halves of an emoji.
 * 8-bit data is text only where it is plain ASCII without ports; else it adds nothing, and the caller shows the octets.
 */
export function textOf(parts: readonly UserData[]): string {
  let text = '';
  for (let from = 0, to = 0; from < parts.length; from = to) {
    const first = parts[from];
    if (first === undefined) break;
    while (parts[to]?.alphabet === first.alphabet) to += 1;
    const run = parts.slice(from, to);
    if (first.alphabet === 'gsm7') text += textOfSeptets(run);
    else if (first.alphabet === 'ucs2') text += textOfUcs2(run);
    else text += run.map(textOf8Bit).join('');
  }
  return text;
}

/**
 * 3GPP TS 23.038 §6.2.1.1: two escapes are a space; an escape before a septet that the extension lacks is skipped. Each
 * part brings its own national tables (3GPP TS 23.040 §9.2.3.24.15 and .16); the letter after an escape is looked up in
 * those of the part it stands in.
 */
function textOfSeptets(parts: readonly UserData[]): string {
  let text = '';
  let escaped = false;
  for (const { header, units } of parts) {
    const locking = lockingShiftTable(header?.nationalLockingShift ?? null);
    const single = singleShiftTable(header?.nationalSingleShift ?? null);
    for (const septet of units) {
      if (escaped) {
        text += septet === ESCAPE ? ' ' : (single.get(septet) ?? locking.charAt(septet));
        escaped = false;
      } else if (septet === ESCAPE) {
        escaped = true;
      } else {
        text += locking.charAt(septet);
      }
    }
  }
  return text;
}

/**
 * UCS-2 (3GPP TS 23.038 §6.2.3) is UTF-16 in practice. A half emoji whose other half is lost becomes U+FFFD, last of
 * all. U+0000, which some phones add at the end, is nothing one can read, and SQLite ends a text there.
 */
function textOfUcs2(parts: readonly UserData[]): string {
  const codes: number[] = [];
  for (const { units } of parts) {
    for (let at = 0; at + 1 < units.length; at += 2) {
      const code = ((units[at] ?? 0) << 8) | (units[at + 1] ?? 0);
      if (code !== 0) codes.push(code);
    }
  }
  let text = '';
  // In slices: an argument list has a limit, and a message of 255 parts comes near it.
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.slice(at, at + 4096));
  return text.toWellFormed();
}

function textOf8Bit({ header, units }: UserData): string {
  const isText = header?.ports == null && units.every((octet) => isPrintable(octet));
  return isText ? String.fromCharCode(...units) : '';
}

function isPrintable(octet: number): boolean {
  return (octet >= 0x20 && octet < 0x7f) || octet === 0x0a || octet === 0x0d || octet === 0x09;
}
