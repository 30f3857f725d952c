import type { Clock } from '../../clock.ts';
import { type AtCommand, parseCommandLine } from './command-line.ts';
import type { Settings } from './device.ts';
import type { Habits } from './habits.ts';
import { type Final, finalLine, type Outcome } from './outcome.ts';

/** The modem's side of the line: bytes in, command lines run one at a time, answers out. */
export interface Terminal {
  /** Bytes from the client. What comes while a command runs waits for its turn. */
  input(bytes: Uint8Array): void;
  /** An unasked result (+CMTI, +CDS …): said when the modem is idle, or at once where its habits interrupt. */
  announce(...lines: string[]): void;
  /** Forgets a half line, a prompt, a running command and what waits to be said: the power went. */
  reset(): void;
}

interface Surroundings {
  clock: Clock;
  habits: Habits;
  settings(): Settings;
  run(command: AtCommand): Outcome;
  say(text: string): void;
}

const CR = 0x0d;
const LF = 0x0a;
const BACKSPACE = 0x08;
const CTRL_Z = 0x1a;
const ESC = 0x1b;

/** Longer lines are cut, as by the small buffer of a modem. */
const LONGEST_LINE = 1024;

export function createTerminal({ clock, habits, settings, run, say }: Surroundings): Terminal {
  let mode: 'command' | 'text' | 'busy' = 'command';
  let typed = '';
  let pending: number[] = [];
  let held: string[][] = [];
  let afterText: ((text: string) => void) | null = null;
  let callOff: (() => void) | null = null;
  let spoken = 0;

  const sayLine = (line: string) => {
    const { noise } = habits;
    spoken++;
    if (noise && spoken % noise.every === 0) {
      const unasked = noise.lines[(spoken / noise.every - 1) % noise.lines.length];
      if (unasked !== undefined) say(`\r\n${unasked}\r\n`);
    }
    say(line);
  };

  const answer = (lines: string[]) => {
    const { verbose } = settings();
    lines.forEach((line, place) => {
      sayLine(`${verbose && place === 0 ? '\r\n' : ''}${line}\r\n`);
    });
  };

  const conclude = (end: Final) => {
    const { cmee, quiet, verbose } = settings();
    if (!quiet) {
      if (verbose) sayLine(`\r\n${finalLine(end, cmee)}\r\n`);
      else sayLine(end === 'ok' ? '0\r' : end === 'error' ? '4\r' : `${finalLine(end, cmee)}\r\n`);
    }
    idle();
  };

  const idle = () => {
    mode = 'command';
    const waiting = held;
    held = [];
    for (const lines of waiting) announce(...lines);
  };

  const wait = (ms: number, work: () => void) => {
    mode = 'busy';
    callOff = clock.after(ms, () => {
      callOff = null;
      work();
      readPending();
    });
  };

  const follow = (outcome: Outcome, rest: AtCommand[]) => {
    switch (outcome.kind) {
      case 'done':
        answer(outcome.lines);
        if (outcome.end === 'ok' && rest.length > 0) runNext(rest);
        else conclude(outcome.end);
        return;
      case 'wait':
        wait(outcome.ms, () => follow(outcome.next(), rest));
        return;
      case 'text':
        mode = 'text';
        typed = '';
        afterText = (text) => follow(outcome.next(text), rest);
        say(habits.prompt);
        return;
      case 'silent':
        idle();
    }
  };

  const runNext = ([command, ...rest]: AtCommand[]) => {
    if (!command) conclude('ok');
    else follow(run(command), rest);
  };

  const enter = (line: string) => {
    const commands = parseCommandLine(line);
    if (!commands) return idle();
    mode = 'busy';
    if (habits.answerMs > 0) wait(habits.answerMs, () => runNext(commands));
    else runNext(commands);
  };

  const type = (byte: number) => {
    if (typed.length < LONGEST_LINE) typed += String.fromCharCode(byte);
  };

  const echo = (byte: number) => {
    if (settings().echo) say(String.fromCharCode(byte));
  };

  const readCommandByte = (byte: number) => {
    if (byte === CR) {
      const line = typed;
      typed = '';
      echo(CR);
      enter(line);
    } else if (byte === BACKSPACE) {
      typed = typed.slice(0, -1);
      echo(byte);
    } else if (byte >= 0x20) {
      type(byte);
      echo(byte);
    }
  };

  const readTextByte = (byte: number) => {
    if (byte === ESC || byte === CTRL_Z) {
      const text = typed;
      const then = afterText;
      typed = '';
      afterText = null;
      mode = 'busy';
      if (byte === ESC) conclude('ok');
      else then?.(text);
    } else if (byte !== CR && byte !== LF) {
      type(byte);
      echo(byte);
    }
  };

  const readPending = () => {
    while (mode !== 'busy') {
      const byte = pending.shift();
      if (byte === undefined) return;
      if (mode === 'text') readTextByte(byte);
      else readCommandByte(byte);
    }
  };

  const announce = (...lines: string[]) => {
    const free = mode === 'command' && typed === '';
    if (!free && !habits.interrupts) held.push(lines);
    else say(`\r\n${lines.join('\r\n')}\r\n`);
  };

  return {
    input(bytes) {
      for (const byte of bytes) pending.push(byte);
      readPending();
    },
    announce,
    reset() {
      callOff?.();
      callOff = null;
      mode = 'command';
      typed = '';
      pending = [];
      held = [];
      afterText = null;
    },
  };
}
