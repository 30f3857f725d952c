/** A byte line to a modem: a serial port, a pseudo-terminal or the practice modem. */
export interface Port {
  /** Resolves when the bytes are handed to the system; rejects when the line is gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** One listener; bytes come in pieces of any size. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once, when the line closes for whatever reason (unplugged, closed by us). */
  onClose(listener: (error?: Error) => void): void;
  close(): Promise<void>;
}

/** Opens a line exclusively. Rejects with a `PortProblem` in `code` where the reason is known. */
export type OpenPort = (path: string) => Promise<Port>;

export type PortProblem = 'missing' | 'busy' | 'not-permitted' | 'failed';

export class PortError extends Error {
  readonly code: PortProblem;

  constructor(code: PortProblem, message: string) {
    super(message);
    this.name = 'PortError';
    this.code = code;
  }
}
