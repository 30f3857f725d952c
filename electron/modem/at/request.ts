import type { AtError } from './final.ts';

export interface AtRequest {
  /** Without the closing CR. */
  command: string;
  timeoutMs: number;
  /** Every line of the answer gives it at least this long again: a full storage is read for minutes. */
  extendMs?: number;
  /** What lines of the answer begin with; taken from the command where left out. Other prefixes are unasked lines. */
  prefixes?: readonly string[];
  /** Some modems never print OK after this line: then it is taken as OK after `afterMs`. */
  enough?: { prefix: string; afterMs: number };
  /** A question whether anybody is there: no answer does not put the line out of step, and `0` counts as OK. */
  probe?: boolean;
  /** Written, with Ctrl-Z after it, when the prompt has come (TS 27.005 §3.5.1); `timeoutMs` starts then. */
  payload?: { text: string; promptMs: number };
}

export type AtAnswer = AtOutcome & {
  /** Lines before the final one, unasked ones taken out. */
  lines: string[];
  /** Ctrl-Z was written, whole or not: what it sends may be on its way. */
  handedOver: boolean;
};

export type AtOutcome =
  | { kind: 'ok' }
  | { kind: 'error'; error: AtError }
  | { kind: 'timeout' }
  /** The modem started anew. */
  | { kind: 'reset' }
  /** The line is gone, or the modem could not be brought into step again. */
  | { kind: 'closed' };

/** `AT+COPS=3,0;+COPS?` answers with +COPS lines only. */
export function prefixesOf(command: string): string[] {
  return [...command.matchAll(/[+^#*$][A-Z]+/gi)].map((match) => match[0].toUpperCase());
}
