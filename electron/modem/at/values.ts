/**
 * The comma-separated values after `+NAME:` (TS 27.007 §4), quotes taken off, brackets kept whole: `("SM","ME"),3` is two values.
 * A line without a prefix is values from its start.
 */
export function readValues(line: string): string[] {
  const text = line.replace(/^[+^#*$][A-Z0-9]+:\s*/i, '');
  const values: string[] = [];
  let value = '';
  let quoted = false;
  let depth = 0;
  for (const char of text) {
    if (char === '"' && depth === 0) quoted = !quoted;
    else if (char === ',' && !quoted && depth === 0) {
      values.push(value.trim());
      value = '';
    } else {
      if (char === '(' && !quoted) depth += 1;
      if (char === ')' && !quoted) depth -= 1;
      value += char;
    }
  }
  values.push(value.trim());
  return values;
}

/** A whole number of at least 0, or null where there is none. */
export function readNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : null;
}

/** `("SM","ME")` or `(0-2,4)` as a list of words and numbers; ranges are spelt out. */
export function readList(value: string | undefined): string[] {
  return (value ?? '')
    .replace(/[()"\s]/g, '')
    .split(',')
    .filter((item) => item !== '')
    .flatMap((item) => {
      const range = /^(\d{1,3})-(\d{1,3})$/.exec(item);
      if (!range) return [item];
      const [from, to] = [Number(range[1]), Number(range[2])];
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String(from + step));
    });
}

/** A string that a modem left in AT+CSCS="UCS2" prints as hex of UTF-16BE; any other comes back as it is. */
export function readText(value: string): string {
  if (!/^(00[0-9A-F]{2}){2,}$/i.test(value)) return value;
  return (value.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
