import { findVerboseCode } from './verbose-errors.ts';

/** An error a modem answered with. `family` is null for a plain ERROR; `code` is null where the text is not in the tables. */
export interface AtError {
  family: 'CME' | 'CMS' | null;
  code: number | null;
  /** As the modem printed it. */
  text: string;
}

/** The last line of an answer (TS 27.007 §5.8 and the makers' own). */
export type Final = { kind: 'ok' } | { kind: 'error'; error: AtError };

const PLAIN_ERRORS = new Set(['ERROR', 'COMMAND NOT SUPPORT', 'NA', 'TOO MANY PARAMETERS']);

/**
 * Reads a line as the end of an answer, or null when it is not one. `numeric` lets `0` and `4` count (ATV0), which is safe only for
 * commands that answer nothing else.
 */
export function readFinal(line: string, numeric: boolean): Final | null {
  const text = line.toUpperCase();
  if (text === 'OK' || (numeric && text === '0')) return { kind: 'ok' };
  if (PLAIN_ERRORS.has(text) || text.startsWith('MODEM ERROR:') || (numeric && text === '4')) {
    return { kind: 'error', error: { family: null, code: null, text: line } };
  }
  const coded = /^\+CM([ES])\s+ERROR\s*:?\s*(.*)$/i.exec(line);
  if (!coded) return null;
  const family = coded[1]?.toUpperCase() === 'S' ? 'CMS' : 'CME';
  const rest = coded[2] ?? '';
  const code = /^\d+$/.test(rest) ? Number(rest) : findVerboseCode(family, rest);
  return { kind: 'error', error: { family, code, text: line } };
}
