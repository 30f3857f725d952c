import type { ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { ChangeFeed } from './side.ts';

/** Below the shortest time after which proxies and sleeping laptops drop a silent connection. */
const HEARTBEAT_MS = 15_000;

/** A reader this far behind is let go: it comes back and refetches, where keeping all of it would fill the memory. */
const LARGEST_BACKLOG_BYTES = 1024 * 1024;

/**
 * Sends `changed` events (server-sent events; data is `{"topics":[…]}`) until the client goes or `end` is called.
 * `onEnd` is called once, however it ends.
 */
export function streamChanges(
  response: ServerResponse,
  feed: ChangeFeed,
  clock: Clock,
  onEnd: () => void,
): { end(): void } {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const send = (text: string) => {
    if (response.writableLength > LARGEST_BACKLOG_BYTES) response.destroy();
    else response.write(text);
  };
  // Tells the client that from here on nothing is missed; without it a fetch waits for the first change.
  send(': open\n\n');
  let stopHeartbeat = () => {};
  const beat = () => {
    stopHeartbeat = clock.after(HEARTBEAT_MS, () => {
      send(': still here\n\n');
      beat();
    });
  };
  beat();
  const unsubscribe = feed.subscribe((topics) => send(`event: changed\ndata: ${JSON.stringify({ topics })}\n\n`));
  response.once('close', () => {
    stopHeartbeat();
    unsubscribe();
    onEnd();
  });
  return { end: () => void response.end() };
}
