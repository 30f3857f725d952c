import type { Final } from './outcome.ts';

/**
 * How one modem behaves where modems differ or fail. Plain data, changeable while it runs, so that a test or a practice
 * scene can be written down as a list.
 */
export interface Habits {
  /** From a command to its answer. 0 answers within the same turn of the event loop. */
  answerMs: number;
  /** From Ctrl-Z to the network's answer. */
  submitMs: number;
  /** Before the prompt of +CMGS is shown. */
  promptMs: number;
  /** TS 27.005 §3.5.1 has CR LF > space; some modems leave the space or the line end out. */
  prompt: string;
  /** How long +CMGD takes: a SIM erases slowly. */
  deleteMs: number;
  /** From the right PIN until the SIM answers (CME 14 until then). */
  simBusyMs: number;
  /** <stat> of +CREG, +CGREG and +CEREG while the radio is on: 1 home, 5 roaming, 0, 2 and 3 none. */
  registration: number;
  /** +CSQ, 0 to 31 or 99. */
  signal: number;
  /** Hands out what it says in pieces of 1 to `longest` bytes; the same seed tears alike. */
  tornReads: { seed: number; longest: number } | null;
  /** Unasked lines pushed in before every `every`-th line of an answer, by turns. */
  noise: { lines: string[]; every: number } | null;
  /** Unasked results come at once, also between the lines of an answer and after a prompt, not when the modem is idle. */
  interrupts: boolean;
  faults: CommandFault[];
  submitFaults: SubmitFault[];
}

/** Something that goes wrong with a command. */
export interface CommandFault {
  /** As the modem reads it: `+CMGD`, `+CPIN`, `E`; a basic command by its letter. */
  command: string;
  /** Only this form of it. */
  form?: 'run' | 'read' | 'test' | 'set';
  /** Which of those commands, counted from 1 since the modem was made; all where absent. */
  nth?: number[];
  effect: /** Refused, and nothing is done. */
    | { kind: 'error'; end: Final }
    /** Nothing is done and nothing is said. */
    | { kind: 'silent' }
    /** Done, but not a word of it comes back. */
    | { kind: 'answer-lost' }
    | { kind: 'slow'; ms: number }
    | { kind: 'unplug'; againAfterMs?: number };
}

/** Something that goes wrong after Ctrl-Z. `accepted` tells whether the recipient gets the message all the same. */
export interface SubmitFault {
  /** Which submits, counted from 1 since the modem was made; all where absent. */
  nth?: number[];
  /** Only those to this number (E.164). */
  to?: string;
  effect:
    | { kind: 'error'; end: Final; accepted?: boolean }
    | { kind: 'answer-lost'; accepted: boolean }
    | { kind: 'slow'; ms: number }
    /** OK without +CMGS and its reference. */
    | { kind: 'no-reference' }
    | { kind: 'unplug'; accepted: boolean; againAfterMs?: number };
}

/** A modem without faults, quick enough to practise with. */
export const STEADY: Habits = {
  answerMs: 0,
  submitMs: 40,
  promptMs: 0,
  prompt: '\r\n> ',
  deleteMs: 0,
  simBusyMs: 0,
  registration: 1,
  signal: 19,
  tornReads: null,
  noise: null,
  interrupts: false,
  faults: [],
  submitFaults: [],
};
