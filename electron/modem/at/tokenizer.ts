/** What a modem's bytes fall into: whole lines, and the `>` that asks for a PDU (TS 27.005 §3.5.1). */
export type Token = { kind: 'line'; text: string } | { kind: 'prompt' };

export interface Tokenizer {
  /** Takes bytes in pieces of any size; tokens go to the sink before this returns. */
  push(bytes: Uint8Array): void;
  /** While true a `>` at a line start is a prompt. Falls back to false by itself when the prompt has come. */
  awaitPrompt(awaited: boolean): void;
}

/** The longest PDU is 175 octets, so no honest line comes near this; the rest of a longer one is dropped. */
export const LINE_CAP = 1024;

/**
 * Cuts a modem's bytes into tokens. Any run of CR and LF ends a line, empty lines are left out, and octets are latin1: a modem
 * that prints an operator's name in some other charset must not break the lines around it. Holds one line of 1 KiB at most, however
 * much comes in without an end.
 */
export function createTokenizer(sink: (token: Token) => void): Tokenizer {
  let line = '';
  let promptAwaited = false;

  function endLine() {
    const text = line.trim();
    line = '';
    if (text !== '') sink({ kind: 'line', text });
  }

  return {
    push(bytes) {
      for (const byte of bytes) {
        if (byte === 0x0d || byte === 0x0a) {
          endLine();
        } else if (byte === 0x3e && promptAwaited && line.trim() === '') {
          promptAwaited = false;
          line = '';
          sink({ kind: 'prompt' });
        } else if (byte !== 0 && line.length < LINE_CAP) {
          // NULs come from modems that are starting; kept, they would hide an OK.
          line += String.fromCharCode(byte);
        }
      }
    },
    awaitPrompt(awaited) {
      promptAwaited = awaited;
    },
  };
}
