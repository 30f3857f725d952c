import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Reply } from '../contract/problems.ts';
import type { Log } from '../log.ts';
import { createDoor, isAddressedToUs } from './door.ts';
import { streamChanges } from './event-stream.ts';
import { readPages } from './pages.ts';
import { readBody } from './request-body.ts';
import type { Side, Sides } from './side.ts';

/** What is still open this long after `close` was called is cut off. */
const CLOSE_GRACE_MS = 500;

export interface WebHostOptions {
  sides: Sides;
  /** Opens everything, from the first moment to the last. */
  token: string;
  /** 0 takes any that is free. */
  port: number;
  /** The built pages; without them only the calls are served. */
  rendererDir: string | null;
  clock: Clock;
  log: Log;
}

export interface WebHost {
  /** `http://127.0.0.1:41873` */
  readonly url: string;
  /** For the fragment of the address a browser is opened with: `#ticket=…`. */
  issueTicket(): string;
  close(): Promise<void>;
}

/**
 * Serves the calls, the changes and the pages on the loopback address. Rejects with the system's error where the port
 * cannot be had. Host and Origin are checked on everything, the token on everything but the pages and the exchange of
 * a ticket; what does not pass gets 403.
 */
export async function serveWeb({ sides, token, port, rendererDir, clock, log }: WebHostOptions): Promise<WebHost> {
  const pages = rendererDir === null ? () => null : readPages(rendererDir);
  const door = createDoor(token, clock);
  const streams = new Set<{ end(): void }>();
  let ownPort = port;

  const server = createServer((request, response) => {
    // A client that goes away while it is answered is no news, and must not end the program.
    response.on('error', () => {});
    handle(request, response).catch((error: unknown) => {
      log.error('A request could not be answered', error);
      if (!response.headersSent) answer(response, 500, refusal('internal'));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAddressedToUs(request.headers, ownPort)) return answer(response, 403, refusal('forbidden'));
    const path = request.url?.split('?')[0] ?? '/';
    if (!path.startsWith('/api/')) return servePage(request, response, path);
    if (path === '/api/session' && request.method === 'POST') return exchangeTicket(request, response);
    const bearer = door.bearerOf(request.headers);
    if (bearer === null) return answer(response, 403, refusal('forbidden'));
    if (path === '/api/events' && request.method === 'GET') return serveEvents(request, response);
    if (request.method !== 'POST') return answer(response, 405, refusal('unknown-call'), { allow: 'POST' });
    if (path === '/api/ticket') {
      if (bearer !== 'start') return answer(response, 403, refusal('forbidden'));
      return answer(response, 200, { ok: true, value: { ticket: door.issueTicket() } });
    }
    return serveCall(request, response, path.slice('/api/'.length));
  }

  function servePage(request: IncomingMessage, response: ServerResponse, path: string): void {
    const page = request.method === 'GET' || request.method === 'HEAD' ? pages(path) : null;
    if (page === null) return void response.writeHead(404).end();
    response.writeHead(200, { ...page.headers, 'content-length': page.body.length });
    response.end(request.method === 'HEAD' ? undefined : page.body);
  }

  async function exchangeTicket(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const ticket = body.kind === 'object' && 'ticket' in body.value ? body.value.ticket : null;
    const bearer = typeof ticket === 'string' ? door.redeem(ticket) : null;
    if (bearer === null) return answer(response, 403, refusal('forbidden'));
    return answer(response, 200, { ok: true, value: { token: bearer } });
  }

  async function serveEvents(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const side = await sideOf(request);
    if (side === null) return answer(response, 200, refusal('invalid-input', { field: 'X-Samband' }));
    // The client may have gone while the practice side was made; then nothing would ever end the stream.
    if (response.destroyed) return;
    const stream = streamChanges(response, side.events, clock, () => streams.delete(stream));
    streams.add(stream);
  }

  async function serveCall(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const body = await readBody(request);
    switch (body.kind) {
      case 'gone':
        return;
      case 'too-large':
        if (!body.ended) response.once('finish', () => request.destroy());
        return answer(response, 413, refusal('too-large'), body.ended ? {} : { connection: 'close' });
      case 'malformed':
        return answer(response, 200, refusal('invalid-input', { field: '' }));
      case 'object': {
        const side = await sideOf(request);
        if (side === null) return answer(response, 200, refusal('invalid-input', { field: 'X-Samband' }));
        return answer(response, 200, await side.dispatch(name, body.value, side.localUser));
      }
    }
  }

  /** Null for a header we do not know: a misspelt `practice` must never reach the real book. */
  async function sideOf({ headers }: IncomingMessage): Promise<Side | null> {
    const wanted = headers['x-samband'];
    if (wanted === undefined) return sides.real;
    return wanted === 'practice' ? sides.practice() : null;
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address !== null) ownPort = address.port;

  return {
    url: `http://127.0.0.1:${ownPort}`,
    issueTicket: () => door.issueTicket(),
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const stream of streams) stream.end();
      server.closeIdleConnections();
      const cancel = clock.after(CLOSE_GRACE_MS, () => server.closeAllConnections());
      await closed;
      cancel();
    },
  };
}

function answer(response: ServerResponse, status: number, reply: Reply, headers: Record<string, string> = {}): void {
  const body = Buffer.from(JSON.stringify(reply));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

function refusal(code: 'forbidden' | 'too-large' | 'invalid-input' | 'unknown-call' | 'internal', detail = {}): Reply {
  return { ok: false, code, detail };
}
