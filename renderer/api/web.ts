import type { Reply } from '../../electron/contract/problems.ts';
import { readEvents } from './event-stream.ts';
import type { Session } from './session.ts';
import { type ChangeListener, type Side, SignedOut, type Transport, Unreachable } from './transport.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** The web host's way in: POST for calls, one fetched stream for events (EventSource cannot send the token). */
export function webTransport(session: Session): Transport {
  return {
    async call(side, name, input) {
      const answer = await reach(() =>
        fetch(`./api/${name}`, { method: 'POST', headers: headers(session, side), body: JSON.stringify(input) }),
      );
      if (answer.status === 403 || answer.status === 401) throw new SignedOut(name);
      // The host answers every call in this shape; anything else is another program on the port.
      return (await answer.json()) as Reply;
    },
    listen(side, listener) {
      const stop = new AbortController();
      void follow(session, side, listener, stop.signal);
      return () => stop.abort();
    },
  };
}

async function reach(attempt: () => Promise<Response>): Promise<Response> {
  try {
    return await attempt();
  } catch (cause) {
    throw new Unreachable('The program does not answer', { cause });
  }
}

function headers(session: Session, side: Side): Record<string, string> {
  return {
    'content-type': 'application/json',
    authorization: `Bearer ${session.token() ?? ''}`,
    ...(side === 'practice' ? { 'x-samband': 'practice' } : {}),
  };
}

async function follow(session: Session, side: Side, listener: ChangeListener, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const opened = await followOnce(session, side, listener, signal);
    if (signal.aborted) return;
    listener.connected(false);
    pause = opened ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Returns whether the stream was ever open; that decides how long to wait before the next attempt. */
async function followOnce(
  session: Session,
  side: Side,
  listener: ChangeListener,
  signal: AbortSignal,
): Promise<boolean> {
  let opened = false;
  try {
    const answer = await fetch('./api/events', { headers: headers(session, side), signal });
    if (!answer.ok || answer.body === null) return false;
    opened = true;
    listener.connected(true);
    for await (const event of readEvents(answer.body)) {
      if (event.name === 'changed') listener.changed(topicsIn(event.data));
    }
  } catch (error) {
    // A stream ends by being cut: the program quit or the computer slept. The caller tries again.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
  }
  return opened;
}

function topicsIn(data: string): string[] {
  const parsed: unknown = JSON.parse(data);
  const list = typeof parsed === 'object' && parsed !== null && 'topics' in parsed ? parsed.topics : parsed;
  return Array.isArray(list) ? list.filter((topic): topic is string => typeof topic === 'string') : [];
}
