import { type Clock, pause } from '../../clock.ts';
import type { Port } from '../port.ts';
import { readFinal } from './final.ts';
import { type AtAnswer, type AtOutcome, type AtRequest, prefixesOf } from './request.ts';
import { createTokenizer, type Token } from './tokenizer.ts';
import { maskLine } from './trace.ts';
import { opensTwoLines, prefixOf, recogniseUrc, type Urc } from './urc.ts';

export interface AtEngine {
  /** Queues a command; answers come in order. Never rejects. */
  run(request: AtRequest): Promise<AtAnswer>;
  /** Leaves a prompt that a crashed run left open. ESC, never Ctrl-Z: that would send what was half typed. */
  escape(): Promise<void>;
  /** Resolves when nothing has come for `ms` (ten times that at most). */
  quiet(ms: number): Promise<void>;
  /** A command and a word of its answer that prove, after a lost answer, that answers belong to their commands again. */
  identifyBy(probe: { command: string; word: string }): void;
  /** Ends what is running and queued as `reset`. */
  abandon(): void;
  closed(): boolean;
}

export interface AtEngineOptions {
  port: Port;
  clock: Clock;
  onUrc: (urc: Urc) => void;
  /** Any byte came. */
  onHeard: () => void;
  /** The line is of no more use: closed, unwritable, or out of step for good (`silent`). Called once. */
  onLost: (why: 'closed' | 'silent') => void;
  trace?: ((direction: 'in' | 'out', line: string) => void) | undefined;
}

interface Pending {
  request: AtRequest;
  prefixes: readonly string[];
  phase: 'answer' | 'prompt' | 'escaped';
  lines: string[];
  handedOver: boolean;
  deadline: number;
  disarm: () => void;
  resolve: (answer: AtAnswer) => void;
}

const ESC = '\x1b';
const CTRL_Z = '\x1a';
const ESCAPE_MS = 2_000;
const RESYNC_MS = 5_000;
const QUIET_MS = 300;
/** 255 slots answer with 510 lines; an endless answer must not fill the memory. */
const ANSWER_LINES = 5_000;

/** The one writer of a line: a strict queue of commands, and never a gap of ours between them. */
export function createAtEngine({ port, clock, onUrc, onHeard, onLost, trace }: AtEngineOptions): AtEngine {
  const queue: { request: AtRequest; resolve: (answer: AtAnswer) => void }[] = [];
  const tokenizer = createTokenizer(take);
  let pending: Pending | null = null;
  let working = false;
  let outOfStep = false;
  let lost = false;
  let identity: { command: string; word: string } | null = null;
  let twoLineHeader: string | null = null;
  let heardAt = clock.now();

  port.onData((bytes) => {
    heardAt = clock.now();
    onHeard();
    tokenizer.push(bytes);
  });
  port.onClose(() => lose('closed'));

  function write(text: string) {
    // A write that fails means the device is gone, whatever the events say (TS 27.007 knows no such answer).
    port.write(Buffer.from(text, 'latin1')).catch(() => lose('closed'));
  }

  function lose(why: 'closed' | 'silent') {
    if (lost) return;
    lost = true;
    endAll('closed');
    onLost(why);
  }

  function endAll(kind: 'closed' | 'reset') {
    finish({ kind });
    for (const job of queue.splice(0)) job.resolve({ kind, lines: [], handedOver: false });
  }

  function finish(outcome: AtOutcome) {
    const done = pending;
    if (!done) return;
    pending = null;
    done.disarm();
    tokenizer.awaitPrompt(false);
    done.resolve({ ...outcome, lines: done.lines, handedOver: done.handedOver });
  }

  function execute(request: AtRequest): Promise<AtAnswer> {
    return new Promise((resolve) => {
      if (lost) return resolve({ kind: 'closed', lines: [], handedOver: false });
      pending = {
        request,
        prefixes: request.prefixes ?? prefixesOf(request.command),
        phase: request.payload ? 'prompt' : 'answer',
        lines: [],
        handedOver: false,
        deadline: 0,
        disarm: () => {},
        resolve,
      };
      arm(pending, request.payload?.promptMs ?? request.timeoutMs);
      if (request.payload) tokenizer.awaitPrompt(true);
      trace?.('out', maskLine(request.command));
      write(`${request.command}\r`);
    });
  }

  function arm(what: Pending, ms: number) {
    what.disarm();
    what.deadline = clock.now() + ms;
    what.disarm = clock.after(ms, () => runOut(what));
  }

  function runOut(what: Pending) {
    if (pending !== what) return;
    const { enough } = what.request;
    if (enough && what.lines.some((line) => line.startsWith(enough.prefix))) {
      // Its OK may still come and would answer the next command.
      outOfStep = true;
      finish({ kind: 'ok' });
    } else if (what.phase === 'prompt') {
      what.phase = 'escaped';
      tokenizer.awaitPrompt(false);
      write(ESC);
      arm(what, ESCAPE_MS);
    } else {
      if (!what.request.probe) outOfStep = true;
      finish({ kind: 'timeout' });
    }
  }

  function take(token: Token) {
    if (token.kind === 'line') return takeLine(token.text);
    if (pending?.phase !== 'prompt' || !pending.request.payload) return;
    pending.phase = 'answer';
    pending.handedOver = true;
    arm(pending, pending.request.timeoutMs);
    trace?.('out', maskLine(pending.request.payload.text));
    write(pending.request.payload.text + CTRL_Z);
  }

  function takeLine(line: string) {
    trace?.('in', maskLine(line));
    if (twoLineHeader !== null) {
      const header = twoLineHeader;
      twoLineHeader = null;
      const isSecond =
        recogniseUrc(line, []) === null &&
        prefixOf(line) === null &&
        readFinal(line, false) === null &&
        !(pending && isEcho(line, pending));
      const urc = recogniseUrc(header, [], isSecond ? line : null);
      if (urc) onUrc(urc);
      if (isSecond) return;
    }
    if (pending && isEcho(line, pending)) return;
    if (opensTwoLines(line)) {
      twoLineHeader = line;
      return;
    }
    const urc = recogniseUrc(line, pending?.prefixes ?? []);
    if (urc) return onUrc(urc);
    if (pending) takeAnswerLine(line, pending);
  }

  function takeAnswerLine(line: string, to: Pending) {
    const final = readFinal(line, to.request.probe === true);
    if (final) {
      // An OK where a prompt was due is somebody else's: the prompt may come yet, and must not meet a command.
      if (to.phase !== 'answer' && final.kind === 'ok') outOfStep = true;
      if (to.phase === 'escaped') outOfStep = true;
      const answered = final.kind === 'ok' && to.phase !== 'answer' ? ({ kind: 'timeout' } as const) : final;
      return finish(to.phase === 'escaped' ? { kind: 'timeout' } : answered);
    }
    if (to.lines.length < ANSWER_LINES) to.lines.push(line);
    const { enough, extendMs } = to.request;
    if (enough && line.startsWith(enough.prefix)) arm(to, enough.afterMs);
    else if (extendMs !== undefined && to.deadline < clock.now() + extendMs) arm(to, extendMs);
  }

  async function work() {
    if (working) return;
    working = true;
    while (queue.length > 0 && !lost) {
      if (outOfStep && !(await comeIntoStep())) {
        lose('silent');
        break;
      }
      const job = queue.shift();
      if (job) job.resolve(await execute(job.request));
    }
    working = false;
  }

  /** After a lost answer: no command may go out before late answers are drained, or one would take another's OK as its own. */
  async function comeIntoStep(): Promise<boolean> {
    for (let attempt = 0; attempt < 2 && !lost; attempt += 1) {
      await quiet(QUIET_MS);
      write(`${ESC}\r`);
      await quiet(QUIET_MS);
      const there = await execute({ command: 'AT', timeoutMs: RESYNC_MS, probe: true });
      if (there.kind !== 'ok') continue;
      await quiet(QUIET_MS);
      const probe = identity;
      if (probe) {
        const who = await execute({ command: probe.command, timeoutMs: RESYNC_MS, probe: true });
        if (who.kind !== 'ok' || !who.lines.some((line) => line.includes(probe.word))) continue;
      }
      outOfStep = false;
      return true;
    }
    return false;
  }

  async function quiet(ms: number) {
    const until = clock.now() + 10 * ms;
    const from = clock.now();
    while (!lost && clock.now() < until) {
      const left = Math.max(heardAt, from) + ms - clock.now();
      if (left <= 0) return;
      await pause(clock, left);
    }
  }

  return {
    run(request) {
      return new Promise((resolve) => {
        if (lost) return resolve({ kind: 'closed', lines: [], handedOver: false });
        queue.push({ request, resolve });
        void work();
      });
    },
    async escape() {
      if (!lost) write(`${ESC}\r`);
      await quiet(QUIET_MS);
    },
    quiet,
    identifyBy(probe) {
      identity = probe;
    },
    abandon() {
      endAll('reset');
    },
    closed: () => lost,
  };
}

/** An echo comes before the answer and may be cut at its end; with a payload it carries Ctrl-Z. */
function isEcho(line: string, to: Pending): boolean {
  const { command, payload } = to.request;
  if (/^AT/i.test(line)) return to.lines.length === 0 && (command.startsWith(line) || line.startsWith(command));
  if (!payload || !to.handedOver) return false;
  const text = line.replaceAll(CTRL_Z, '').replaceAll('>', '').trim();
  return text === '' || payload.text.startsWith(text);
}
