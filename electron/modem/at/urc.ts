/** A line the modem sent without being asked (TS 27.007 and 27.005 call it an unsolicited result code). */
export type Urc =
  /** A message or report lies in a storage. The index is a hint that many modems get wrong, so it is not read here. */
  | { kind: 'stored' }
  /** A message (+CMT) or report (+CDS) handed over in two lines; `pdu` is null where the second never came. */
  | { kind: 'routed'; name: '+CMT' | '+CDS'; header: string; pdu: string | null }
  | { kind: 'registration'; status: number | null }
  | { kind: 'storage-full' }
  /** The modem started anew and has forgotten its settings; `certain` is false for lines that some also send at other times. */
  | { kind: 'rebooted'; certain: boolean }
  /** Known noise, or a prefix that no command asked for. */
  | { kind: 'other' };

/** Lines without a prefix that makers send unasked. NO CARRIER and BUSY are calls: this program never dials. */
const WORDS = new Set([
  'RING',
  'NO CARRIER',
  'NO ANSWER',
  'NO DIALTONE',
  'BUSY',
  'CALL READY',
  'SMS READY',
  'SMS DONE',
  'PB DONE',
  'UNDER-VOLTAGE WARNNING',
  'UNDER-VOLTAGE WARNING',
  'OVER-VOLTAGE WARNNING',
]);

const REBOOT_WORDS = new Set(['RDY', 'NORMAL POWER DOWN', 'POWERED DOWN']);

const PREFIX = /^([+^#*$][A-Z][A-Z0-9_]*|VOICE CALL|MISSED_CALL|DST|_OSIGQ|_OBS)\s*:/i;

const REGISTRATION = new Set(['+CREG', '+CGREG', '+CEREG']);

/** `+CREG: 2,1,"00A1"` answers a query; `+CREG: 1,"00A1"` or `+CREG: 1` came by itself (TS 27.007 §7.2). */
const REGISTRATION_ANSWER = /^\+C(?:G|E)?REG:\s*\d\s*,\s*"?\d{1,2}"?\s*(?:,|$)/i;

/** The prefix a line begins with, in capitals and without the colon; null for a line without one. */
export function prefixOf(line: string): string | null {
  return PREFIX.exec(line)?.[1]?.toUpperCase() ?? null;
}

/** True for the first line of two: the PDU (TS 27.005 §3.4.1) comes on the next. */
export function opensTwoLines(line: string): boolean {
  const prefix = prefixOf(line);
  return prefix === '+CMT' || prefix === '+CDS' || prefix === '+CBM';
}

/**
 * Says whether a line came unasked while a command with these prefixes is waiting (none: nothing waits). Null means that it belongs to
 * the command. Lines of makers not listed here are recognised by their prefix alone, or an answer would be read out of noise.
 */
export function recogniseUrc(line: string, awaited: readonly string[], pdu: string | null = null): Urc | null {
  const word = line.toUpperCase();
  if (REBOOT_WORDS.has(word) || word === '^SYSSTART') return { kind: 'rebooted', certain: true };
  if (WORDS.has(word)) return { kind: 'other' };
  const prefix = prefixOf(line);
  if (prefix === null) return null;
  if (REGISTRATION.has(prefix)) {
    if (awaited.includes(prefix) && REGISTRATION_ANSWER.test(line)) return null;
    const status = /:\s*(\d+)/.exec(line)?.[1];
    return { kind: 'registration', status: status === undefined ? null : Number(status) };
  }
  if (awaited.includes(prefix)) return null;
  switch (prefix) {
    case '+CMTI':
    case '+CDSI':
      return { kind: 'stored' };
    case '+CMT':
    case '+CDS':
      return { kind: 'routed', name: prefix, header: line, pdu };
    case '^SMMEMFULL':
      return { kind: 'storage-full' };
    case '+CIEV':
      return /smsfull/i.test(line) ? { kind: 'storage-full' } : { kind: 'other' };
    case '^BOOT':
      return { kind: 'rebooted', certain: false };
    case '+CPIN':
      return { kind: 'rebooted', certain: false };
    case '^SYSSTART':
      return { kind: 'rebooted', certain: true };
    default:
      return { kind: 'other' };
  }
}
