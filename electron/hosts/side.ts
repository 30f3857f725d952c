import type { Caller } from '../contract/index.ts';
import type { Topic } from '../contract/topics.ts';
import type { Dispatch } from '../dispatch.ts';

/** Tells of every change once it is committed; the returned function ends it. */
export interface ChangeFeed {
  subscribe(listener: (topics: readonly Topic[]) => void): () => void;
}

/** One Samband as a host sees it: the real one, or the practice one beside it. */
export interface Side {
  readonly dispatch: Dispatch;
  readonly events: ChangeFeed;
  /** Whoever holds the token, or sits at the window. */
  readonly localUser: Caller;
}

export interface Sides {
  readonly real: Side;
  /** Made when first asked for. Under the practice modem alone it is the real side itself. */
  practice(): Promise<Side>;
}
