/**
 * A line as it may stand in a trace: PDUs become their octet count, quoted secrets and all but the last four of long digits go.
 * A diagnostics file must never carry a text, a PIN or a number.
 */
export function maskLine(line: string): string {
  return line
    .replace(/(\+CPIN=)".*/i, '$1"…"')
    .replace(/\b[0-9A-F]{24,}\b/gi, (hex) => `<${Math.floor(hex.length / 2)} octets>`)
    .replace(/\d{7,}/g, (digits) => `…${digits.slice(-4)}`);
}
