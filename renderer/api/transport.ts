import type { Reply } from '../../electron/contract/problems.ts';

/** Which Samband a call is for: the real one, or the second one with invented people. */
export type Side = 'real' | 'practice';

/** One way to reach the program; the window and the web host each have theirs, and no screen knows which. */
export interface Transport {
  /** Sends one call. Rejects only when the program cannot be reached; refusals are replies. */
  call(side: Side, name: string, input: unknown): Promise<Reply>;
  /** Hears every `changed` of one side until the returned function is called. */
  listen(side: Side, listener: ChangeListener): () => void;
}

export interface ChangeListener {
  /** Topics that changed. */
  changed(topics: readonly string[]): void;
  /** `true` when the stream is open again: anything may have changed while it was away. `false` when it broke. */
  connected(open: boolean): void;
}

/** The program did not answer at all: it was quit, or the computer has just woken. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The program answered that this page has no right to speak to it; a person has to log in (again). */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}
