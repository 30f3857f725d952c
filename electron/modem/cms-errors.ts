import type { AtError } from './at/final.ts';
import type { RejectClass } from './line.ts';

/**
 * +CMS ERROR by number (TS 27.005 §3.2.5): 0–127 are RP causes (TS 24.011 Annex E-2), 128–255 TP-FCS (TS 23.040 §9.2.3.22), 300–511 the
 * modem's own, 512 and up the maker's.
 */
const CMS: readonly (readonly [RejectClass, ...number[]])[] = [
  ['recipient', 1, 28, 30, 195, 196],
  ['account', 8, 10, 29, 50, 69, 193],
  ['message', 81, 95, 96, 97, 159, 175, 176, 198, 199, 302, 303, 304, 305],
  ['sim', 310, 311, 312, 313, 315, 316, 317, 318, 330],
];

const CLASSES = new Map(CMS.flatMap(([because, ...codes]) => codes.map((code) => [code, because] as const)));

/** Codes that some modems give although the text went out; after Ctrl-Z they prove nothing. */
const AMBIGUOUS_CMS = new Set([300, 332, 500]);
/** Phone failure, network timeout and unknown (TS 27.007 §9.2). */
const AMBIGUOUS_CME = new Set([0, 31, 100]);
/** The SC holds this very message already (TP-FCS 0xC5). */
const DUPLICATE = 197;
/** The highest codes of makers that are known to mean busy. */
const KNOWN_MAKER_CODES = new Set([512, 513, 514, 515]);
const LAST_STANDARD_CODE = 511;

const MENDED_BY_SWEEP = new Set([208, 209, 211, 212, 213, 302, 304, 305, 320, 322]);

/** What a refused submit means for the queue; codes that are not in the tables may be tried again. */
export function classifyCms(code: number | null): RejectClass {
  if (code === null) return 'transient';
  if (code >= 128 && code <= 144) return 'message';
  return CLASSES.get(code) ?? 'transient';
}

/** The same for an error of any family: +CME ERROR 10 to 18 are the SIM's (TS 27.007 §9.2), 14 is a busy one. */
export function classifyError(error: AtError): RejectClass {
  if (error.family !== 'CME') return classifyCms(error.code);
  const code = error.code ?? 100;
  return code >= 5 && code <= 18 && code !== 14 ? 'sim' : 'transient';
}

/** True when this error after Ctrl-Z leaves open whether the text was sent. */
export function isAmbiguous(error: AtError): boolean {
  if (error.family === null || error.code === null) return true;
  if (error.family === 'CME') return AMBIGUOUS_CME.has(error.code);
  if (error.code > LAST_STANDARD_CODE) return !KNOWN_MAKER_CODES.has(error.code);
  return AMBIGUOUS_CMS.has(error.code);
}

/** True when the SC refused the text because it has it already: it was accepted. */
export function isDuplicate(error: AtError): boolean {
  return error.family === 'CMS' && error.code === DUPLICATE;
}

/** True for errors that a modem flipped to text mode gives, or a full storage: the next sweep mends both. */
export function isMendedBySweep(code: number | null): boolean {
  return code !== null && MENDED_BY_SWEEP.has(code);
}

/** True while the SIM is still starting (+CME 14, +CMS 314) or the modem asks to wait (515). */
export function isSimBusy(error: AtError): boolean {
  if (error.family === 'CMS') return error.code === 314 || error.code === 515;
  return error.family === 'CME' && (error.code === 14 || error.code === 515);
}
