/** One command of an AT line (ITU-T V.250 §5.2). */
export interface AtCommand {
  /** Upper case with its prefix: `E`, `&F`, `+CMGS`, `^CURC`. */
  name: string;
  form: 'run' | 'read' | 'test' | 'set';
  /** What stands after `=`; for a basic command its number as written, '' where none is. */
  value: string;
}

/**
 * Splits one line as typed (without its CR) into commands: `ATE0+CMEE=1;+CREG=2` is three. What stands before `AT` is
 * line noise and ignored (V.250 §5.2.1). Null where the line is no command line at all, which a modem leaves unanswered;
 * a piece that cannot be read becomes a command named `?`, which no modem knows.
 */
export function parseCommandLine(line: string): AtCommand[] | null {
  const start = line.search(/AT/i);
  if (start < 0) return null;
  let rest = line.slice(start + 2).trim();
  const commands: AtCommand[] = [];
  while (rest !== '') {
    if (rest.startsWith(';')) {
      rest = rest.slice(1).trim();
      continue;
    }
    const [command, length] = firstCommand(rest);
    commands.push(command);
    rest = rest.slice(length).trim();
  }
  return commands;
}

function firstCommand(text: string): [AtCommand, number] {
  return extended(text) ?? basic(text) ?? [{ name: '?', form: 'run', value: '' }, text.length];
}

function extended(text: string): [AtCommand, number] | null {
  if (!/^[+^#$*%]/.test(text)) return null;
  const whole = text.slice(0, endOfExtended(text));
  const parts = /^([+^#$*%][A-Z0-9]+)\s*(=\s*\?|\?|=)?(.*)$/is.exec(whole);
  if (!parts) return null;
  const [, name = '', mark = '', value = ''] = parts;
  const form = mark === '' ? 'run' : mark === '?' ? 'read' : mark === '=' ? 'set' : 'test';
  return [{ name: name.toUpperCase(), form, value: value.trim() }, whole.length];
}

/** A `;` inside quotes belongs to the value. */
function endOfExtended(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === ';' && !quoted) return at;
  }
  return text.length;
}

function basic(text: string): [AtCommand, number] | null {
  const register = /^S\d+(\?|=\d*)/i.exec(text);
  if (register) return [{ name: 'S', form: 'set', value: register[0].slice(1) }, register[0].length];
  const parts = /^(&?[A-Z])(\d*)/i.exec(text);
  if (!parts) return null;
  const [whole, name = '', value = ''] = parts;
  return [{ name: name.toUpperCase(), form: 'run', value }, whole.length];
}

/** Splits a value at its commas; quotes are taken off, an absent argument is ''. */
export function readArguments(value: string): string[] {
  const found: string[] = [];
  let current = '';
  let quoted = false;
  for (const character of value) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      found.push(current.trim());
      current = '';
    } else current += character;
  }
  found.push(current.trim());
  return found;
}

/** The argument as a number from 0 and up; `absent` where it is left out; null where it is none. */
export function readNumber(argument: string | undefined, absent: number | null = null): number | null {
  if (argument === undefined || argument === '') return absent;
  return /^\d{1,9}$/.test(argument) ? Number(argument) : null;
}
