/** How a command ends: `OK`, `ERROR`, +CME ERROR (TS 27.007 §9.2) or +CMS ERROR (TS 27.005 §3.2.5). */
export type Final = 'ok' | 'error' | { cme: number } | { cms: number };

/** What a command does next. */
export type Outcome =
  | { kind: 'done'; lines: string[]; end: Final }
  /** Nothing is answered until `ms` have passed; then `next` goes on. */
  | { kind: 'wait'; ms: number; next: () => Outcome }
  /** A prompt is shown; `next` gets what was typed before Ctrl-Z. */
  | { kind: 'text'; next: (text: string) => Outcome }
  /** The modem says nothing more about this line. */
  | { kind: 'silent' };

export function ok(...lines: string[]): Outcome {
  return { kind: 'done', lines, end: 'ok' };
}

export function fail(end: Final): Outcome {
  return { kind: 'done', lines: [], end };
}

/** A wait that costs nothing is none: it would need a turn of the clock. */
export function after(ms: number, next: () => Outcome): Outcome {
  return ms > 0 ? { kind: 'wait', ms, next } : next();
}

const CME_TEXT: Record<number, string> = {
  3: 'operation not allowed',
  4: 'operation not supported',
  10: 'SIM not inserted',
  11: 'SIM PIN required',
  12: 'SIM PUK required',
  13: 'SIM failure',
  14: 'SIM busy',
  16: 'incorrect password',
  30: 'no network service',
  50: 'incorrect parameters',
};

const CMS_TEXT: Record<number, string> = {
  300: 'ME failure',
  302: 'operation not allowed',
  303: 'operation not supported',
  304: 'invalid PDU mode parameter',
  310: 'SIM not inserted',
  311: 'SIM PIN required',
  314: 'SIM busy',
  316: 'SIM PUK required',
  321: 'invalid memory index',
  322: 'memory full',
  330: 'SMSC address unknown',
  331: 'no network service',
  340: 'no +CNMA acknowledgement expected',
};

/**
 * The final line in words. `cmee` is +CMEE: 0 hides a CME code behind ERROR, 2 spells codes out. +CMS ERROR keeps its number
 * under +CMEE=0, for TS 27.005 does not tie it to that setting.
 */
export function finalLine(end: Final, cmee: number): string {
  if (end === 'ok') return 'OK';
  if (end === 'error') return 'ERROR';
  if ('cme' in end) {
    if (cmee === 0) return 'ERROR';
    return `+CME ERROR: ${cmee === 2 ? (CME_TEXT[end.cme] ?? end.cme) : end.cme}`;
  }
  return `+CMS ERROR: ${cmee === 2 ? (CMS_TEXT[end.cms] ?? end.cms) : end.cms}`;
}
