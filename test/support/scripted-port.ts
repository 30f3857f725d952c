import { type OpenPort, type Port, PortError } from '../../electron/modem/port.ts';

/** What is answered: bytes (latin1), one after the other call by call (the last for ever), or nothing at all (null). */
export type Answer = string | null | (() => string | null) | readonly (string | null)[];

/** A modem of the test's own: bytes it expects, and bytes it answers with. It knows nothing of SMS. */
export interface ScriptedModem {
  openPort: OpenPort;
  /** Commands without their CR, ESC as `<ESC>`, a payload with its Ctrl-Z as `…<^Z>`, in the order they were written. */
  readonly heard: string[];
  /** What a command is answered with from now on; `payload` is for what Ctrl-Z ends. */
  on(command: string | RegExp, answer: Answer): void;
  /** Says bytes unasked. */
  say(text: string): void;
  /** The cable is pulled: the port closes, and opening says `missing` until `plugIn`. */
  unplug(): void;
  plugIn(): void;
}

export const OK = '\r\nOK\r\n';
export const ERROR = '\r\nERROR\r\n';
export const PROMPT = '\r\n> ';

/** `lines` and OK, as a modem frames them. */
export function answer(...lines: string[]): string {
  return `${lines.map((line) => `\r\n${line}`).join('')}\r\n${OK}`;
}

/** `otherwise` answers what the script does not know. `tear` cuts what is said into pieces of that many bytes. */
export function createScriptedModem({
  otherwise = OK,
  plugged = true,
  tear = 0,
}: {
  otherwise?: string | null;
  plugged?: boolean;
  tear?: number;
} = {}): ScriptedModem {
  const script: { command: string | RegExp; answer: Answer; calls: number }[] = [];
  const heard: string[] = [];
  let line: { data: (bytes: Uint8Array) => void; close: (error?: Error) => void } | null = null;
  let typed = '';

  function reply(command: string): string | null {
    const entry = script.findLast((each) =>
      typeof each.command === 'string' ? each.command === command : each.command.test(command),
    );
    if (!entry) return otherwise;
    const { answer: given } = entry;
    entry.calls += 1;
    if (typeof given === 'function') return given();
    if (given === null || typeof given === 'string') return given;
    return given[Math.min(entry.calls, given.length) - 1] ?? null;
  }

  function say(text: string) {
    const bytes = Buffer.from(text, 'latin1');
    const step = tear || bytes.length;
    for (let from = 0; from < bytes.length; from += step) line?.data(bytes.subarray(from, from + step));
  }

  function hear(what: string, key = what) {
    heard.push(what);
    const said = reply(key);
    if (said !== null) queueMicrotask(() => say(said));
  }

  function take(char: string) {
    if (char === '\x1b') {
      typed = '';
      hear('<ESC>');
    } else if (char === '\x1a') {
      const payload = typed;
      typed = '';
      hear(`${payload}<^Z>`, 'payload');
    } else if (char === '\r') {
      const command = typed;
      typed = '';
      if (command !== '') hear(command);
    } else {
      typed += char;
    }
  }

  function open(): Port {
    if (!plugged) throw new PortError('missing', 'nothing is plugged in');
    let isOpen = true;
    const port: Port = {
      async write(bytes) {
        if (!isOpen) throw new Error('the port is closed');
        for (const char of Buffer.from(bytes).toString('latin1')) take(char);
      },
      onData(data) {
        line = { data, close: line?.close ?? (() => {}) };
      },
      onClose(close) {
        line = {
          data: line?.data ?? (() => {}),
          close(error) {
            isOpen = false;
            close(error);
          },
        };
      },
      async close() {
        const closing = isOpen ? line : null;
        isOpen = false;
        line = null;
        closing?.close();
      },
    };
    return port;
  }

  script.push({ command: '<ESC>', answer: null, calls: 0 });
  return {
    openPort: async () => open(),
    heard,
    on(command, given) {
      script.push({ command, answer: given, calls: 0 });
    },
    say,
    unplug() {
      plugged = false;
      const closing = line;
      line = null;
      typed = '';
      closing?.close(new Error('pulled out'));
    },
    plugIn() {
      plugged = true;
    },
  };
}
