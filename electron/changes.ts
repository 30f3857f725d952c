import type { Clock } from './clock.ts';
import type { Topic } from './contract/topics.ts';

/** Long enough to gather what one piece of work changes, short enough to be seen as at once. */
const GATHER_MS = 40;

export interface Changes {
  /** Tells every listener, a moment later and together with what else changed meanwhile. */
  announce(topics: readonly Topic[]): void;
  subscribe(listener: (topics: readonly Topic[]) => void): () => void;
}

/** Carries "this changed" from a commit to whoever shows it. A send-out commits many times a second: the screens are told in gathers. */
export function createChanges(clock: Clock): Changes {
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  const gathered = new Set<Topic>();
  return {
    announce(topics) {
      if (gathered.size === 0 && topics.length > 0) {
        clock.after(GATHER_MS, () => {
          const changed = [...gathered];
          gathered.clear();
          for (const listener of [...listeners]) listener(changed);
        });
      }
      for (const topic of topics) gathered.add(topic);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
