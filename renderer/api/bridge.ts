import type { Reply } from '../../electron/contract/problems.ts';
import type { Side, Transport } from './transport.ts';

/** What electron/preload.cts puts on the window: two functions and nothing else. */
export interface Bridge {
  call(name: string, input: unknown, side?: Side): Promise<Reply>;
  onEvent(listener: (event: { name: string; topics: readonly string[]; side?: Side }) => void): () => void;
}

declare global {
  interface Window {
    readonly samband?: Bridge;
  }
}

/** The window's way in. It cannot lose its connection: the program and the window live and die together. */
export function bridgeTransport(bridge: Bridge): Transport {
  return {
    call: (side, name, input) => bridge.call(name, input, side),
    listen(side, listener) {
      return bridge.onEvent((event) => {
        if (event.name === 'changed' && (event.side ?? 'real') === side) listener.changed(event.topics);
      });
    },
  };
}
