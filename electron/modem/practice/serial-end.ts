import { type Port, PortError } from '../port.ts';
import type { Habits } from './habits.ts';
import { seededNumbers } from './random.ts';

/** The plug of a practice modem: hands out one port at a time. */
export interface SerialEnd {
  /** Throws PortError: `busy` while a port is open, `missing` while unplugged. */
  open(): Port;
  /** Says bytes (latin1) to the client; lost where nobody listens. */
  say(text: string): void;
  /** Closes the port under its client, as a pulled cable does; `open` then says `missing` until `plugIn`. */
  pull(): void;
  plugIn(): void;
  pluggedIn(): boolean;
}

/** `input` gets what the client writes. */
export function createSerialEnd(habits: Habits, input: (bytes: Uint8Array) => void): SerialEnd {
  let plugged = true;
  let current: OpenEnd | null = null;
  const random = seededNumbers(habits.tornReads?.seed ?? 0);
  const pieceOf = (waiting: number) => (habits.tornReads ? 1 + random(habits.tornReads.longest) : waiting);

  return {
    open() {
      if (!plugged) throw new PortError('missing', 'The practice modem is unplugged');
      if (current) throw new PortError('busy', 'The practice modem is open already');
      const end = openEnd(input, pieceOf, () => {
        if (current === end) current = null;
      });
      current = end;
      return end.port;
    },
    say: (text) => current?.push(Buffer.from(text, 'latin1')),
    pull() {
      plugged = false;
      current?.cut();
    },
    plugIn() {
      plugged = true;
    },
    pluggedIn: () => plugged,
  };
}

interface OpenEnd {
  port: Port;
  push(bytes: Uint8Array): void;
  cut(): void;
}

/** Bytes reach the client in a later microtask, never inside its own `write`, as from a real line. */
function openEnd(
  input: (bytes: Uint8Array) => void,
  pieceOf: (waiting: number) => number,
  released: () => void,
): OpenEnd {
  let open = true;
  let onData: ((bytes: Uint8Array) => void) | null = null;
  let onClose: ((error?: Error) => void) | null = null;
  let unheard = Buffer.alloc(0);
  let handing = false;

  const hand = () => {
    handing = false;
    if (!open || !onData || unheard.length === 0) return;
    const size = pieceOf(unheard.length);
    const piece = unheard.subarray(0, size);
    unheard = unheard.subarray(size);
    handSoon();
    onData(piece);
  };
  const handSoon = () => {
    if (handing || unheard.length === 0) return;
    handing = true;
    queueMicrotask(hand);
  };
  const end = (error?: Error) => {
    if (!open) return;
    open = false;
    released();
    queueMicrotask(() => onClose?.(error));
  };

  return {
    push(bytes) {
      unheard = Buffer.concat([unheard, bytes]);
      handSoon();
    },
    cut: () => end(new PortError('failed', 'The practice modem was unplugged')),
    port: {
      async write(bytes) {
        if (!open) throw new PortError('failed', 'The port is closed');
        input(bytes);
      },
      onData(listener) {
        onData = listener;
        handSoon();
      },
      onClose(listener) {
        onClose = listener;
      },
      async close() {
        end();
      },
    },
  };
}
