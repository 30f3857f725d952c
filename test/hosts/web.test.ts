import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Clock } from '../../electron/clock.ts';
import type { Topic } from '../../electron/contract/topics.ts';
import type { Side } from '../../electron/hosts/side.ts';
import { serveWeb, type WebHost } from '../../electron/hosts/web.ts';

const TOKEN = 'the-token-of-this-start';

/** A side that answers with what it was asked, and can tell of changes. */
function echoingSide(name: string) {
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  const side: Side = {
    dispatch: async (call, input, caller) => ({ ok: true, value: { side: name, call, input, caller } }),
    events: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    localUser: { userId: 7 },
  };
  return {
    side,
    listeners,
    announce(topics: Topic[]) {
      for (const listener of listeners) listener(topics);
    },
  };
}

/** Time that stands still until `pass`. */
function standingClock() {
  let now = 1_000_000;
  let waiting: { at: number; work: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, work) {
      const entry = { at: now + ms, work };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
  };
  return {
    clock,
    pass(ms: number) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { work } of due) work();
    },
  };
}

const pagesDir = mkdtempSync(join(tmpdir(), 'samband-pages-'));
mkdirSync(join(pagesDir, 'assets'));
writeFileSync(
  join(pagesDir, 'index.html'),
  '<meta name="csp-nonce" content="" /><script src="./assets/a.js"></script>',
);
writeFileSync(join(pagesDir, 'assets', 'a.js'), 'go()');

const real = echoingSide('real');
const practice = echoingSide('practice');
const time = standingClock();
const errors: string[] = [];
let host: WebHost;
let port: number;

before(async () => {
  host = await serveWeb({
    sides: { real: real.side, practice: async () => practice.side },
    token: TOKEN,
    port: 0,
    rendererDir: pagesDir,
    clock: time.clock,
    log: { info() {}, warn() {}, error: (text, cause) => errors.push(`${text} ${String(cause)}`) },
  });
  port = Number(new URL(host.url).port);
});
after(async () => {
  await host.close();
  rmSync(pagesDir, { recursive: true, force: true });
  assert.deepEqual(errors, []);
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** By node:http, since fetch neither sets Host nor Origin as it is told. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const bearer = { authorization: `Bearer ${TOKEN}` };
const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
  send('POST', `/api/${name}`, { ...bearer, ...headers }, JSON.stringify(input));

describe('who may come in', () => {
  const cases: [meaning: string, headers: () => Record<string, string>, status: number][] = [
    ['the token', () => bearer, 200],
    ['the token, from our own page', () => ({ ...bearer, origin: `http://127.0.0.1:${port}` }), 200],
    ['the token, by the name localhost', () => ({ ...bearer, host: `localhost:${port}` }), 200],
    ['no token', () => ({}), 403],
    ['a wrong token', () => ({ authorization: `Bearer ${TOKEN}x` }), 403],
    ['an empty token', () => ({ authorization: 'Bearer ' }), 403],
    ['the token as a password', () => ({ authorization: `Basic ${TOKEN}` }), 403],
    ['a name that was pointed to this computer', () => ({ ...bearer, host: `evil.example:${port}` }), 403],
    ['the right name at another port', () => ({ ...bearer, host: `127.0.0.1:${port + 1}` }), 403],
    ["another site's page", () => ({ ...bearer, origin: 'https://evil.example' }), 403],
    ['a page from a file', () => ({ ...bearer, origin: 'null' }), 403],
    ['a page at another port', () => ({ ...bearer, origin: `http://127.0.0.1:${port + 1}` }), 403],
    ['a page that only begins like ours', () => ({ ...bearer, origin: `http://127.0.0.1:${port}0` }), 403],
  ];
  for (const [meaning, headers, status] of cases) {
    it(`${meaning}: ${status}`, async () => {
      assert.equal((await send('POST', '/api/books.list', headers(), '{}')).status, status);
      assert.equal((await send('POST', '/api/ticket', headers())).status, status);
    });
  }

  it('the pages and the changes are refused under another name too', async () => {
    assert.equal((await send('GET', '/', { host: 'evil.example' })).status, 403);
    assert.equal((await send('GET', '/api/events', { ...bearer, origin: 'https://evil.example' })).status, 403);
    assert.equal((await send('GET', '/api/events')).status, 403);
  });

  it('no site is let in by CORS', async () => {
    const answer = await send('OPTIONS', '/api/books.list', { ...bearer, origin: `http://127.0.0.1:${port}` });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });
});

describe('a ticket', () => {
  const exchange = (ticket: unknown) => send('POST', '/api/session', {}, JSON.stringify({ ticket }));
  const tokenIn = ({ text }: Answer): string => JSON.parse(text).value.token;

  it('is exchanged once for a bearer that opens the calls', async () => {
    const ticket = host.issueTicket();
    const first = await exchange(ticket);
    assert.equal(first.status, 200);
    const headers = { authorization: `Bearer ${tokenIn(first)}` };
    assert.equal((await send('POST', '/api/books.list', headers, '{}')).status, 200);
    assert.equal((await exchange(ticket)).status, 403);
  });

  it('is worth nothing after two minutes, made up, or of another kind', async () => {
    const ticket = host.issueTicket();
    time.pass(120_000);
    for (const tried of [ticket, 'made-up', '', 17, null, TOKEN]) assert.equal((await exchange(tried)).status, 403);
    assert.equal((await send('POST', '/api/session', {}, 'nonsense')).status, 403);
  });

  it('is issued to the token of the start alone', async () => {
    const session = tokenIn(await exchange(host.issueTicket()));
    assert.equal((await send('POST', '/api/ticket', { authorization: `Bearer ${session}` })).status, 403);
    const issued = await send('POST', '/api/ticket', bearer);
    assert.equal((await exchange(JSON.parse(issued.text).value.ticket)).status, 200);
  });
});

describe('a call', () => {
  it('reaches the real side as the local user', async () => {
    const { status, text, headers } = await call('books.create', { name: 'Å' });
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^application\/json/);
    assert.deepEqual(JSON.parse(text).value, {
      side: 'real',
      call: 'books.create',
      input: { name: 'Å' },
      caller: { userId: 7 },
    });
  });

  it('reaches the practice side by its header, and a misspelt header reaches neither', async () => {
    assert.equal(JSON.parse((await call('x', {}, { 'x-samband': 'practice' })).text).value.side, 'practice');
    assert.equal(JSON.parse((await call('x', {}, { 'x-samband': 'practise' })).text).code, 'invalid-input');
  });

  it('without a JSON object is refused', async () => {
    const bodies = ['', '{', 'null', '[]', '"x"', '17', '{"a":1}}', Buffer.from([0x7b, 0xff, 0x7d])];
    for (const body of bodies) {
      const { status, text } = await send('POST', '/api/books.list', bearer, body);
      assert.equal(status, 200, String(body));
      assert.equal(JSON.parse(text).code, 'invalid-input', String(body));
    }
  });

  it('is made by POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      assert.equal((await send(method, '/api/books.list', bearer)).status, 405);
    }
  });

  it('may carry 100,000 members', async () => {
    const csv = 'Anna Andersson;070-123 45 67;anna.andersson@example.org;Kören\n'.repeat(100_000);
    const { status, text } = await call('members.import', { csv });
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).value.input.csv.length, csv.length);
  });
});

describe('a body that is too large', () => {
  it('is refused, and the same connection then serves the next call', async () => {
    const large = 20 * 1024 * 1024;
    const head = (length: number) =>
      `POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: ${length}\r\n\r\n`;
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('utf8');
    let heard = '';
    const both = new Promise<void>((resolve, reject) => {
      socket.on('data', (piece: string) => {
        heard += piece;
        if (heard.includes('"side":"real"')) resolve();
      });
      socket.on('close', () => reject(new Error(`closed after: ${heard}`)));
    });
    socket.write(head(large));
    for (let sent = 0; sent < large; sent += 1024 * 1024) socket.write(Buffer.alloc(1024 * 1024, 0x20));
    socket.write(`${head(2)}{}`);
    await both;
    socket.removeAllListeners('close');
    socket.destroy();
    assert.match(heard, /^HTTP\/1\.1 413 /);
    assert.match(heard, /\{"ok":false,"code":"too-large","detail":\{\}\}/);
  });

  it('is not kept in memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    await new Promise<void>((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/api/x', headers: bearer },
        (answer) => {
          assert.equal(answer.statusCode, 413);
          answer.resume().on('end', resolve);
        },
      );
      outgoing.on('error', reject);
      const piece = Buffer.alloc(256 * 1024, 0x20);
      let left = 240;
      const more = () => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        if (left-- > 0) outgoing.write(piece, more);
        else outgoing.end();
      };
      more();
    });
    assert.ok(most < 45 * 1024 * 1024, `${most} bytes were held of 60 MB`);
  });

  it('without end ends the connection, not the program', async () => {
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/x', headers: bearer });
    const ended = new Promise((resolve) => {
      outgoing.on('response', (answer) => resolve(answer.statusCode));
      outgoing.on('error', resolve);
    });
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    const more = () => void (outgoing.destroyed || outgoing.write(piece, (error) => error || more()));
    more();
    assert.ok(await ended);
    outgoing.destroy();
    assert.equal((await call('books.list', {})).status, 200);
  });
});

it('a client that goes away in the middle harms nobody', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${TOKEN}\r\n`);
  await new Promise<void>((resolve) => socket.write('Content-Length: 100\r\n\r\n{"half":', () => resolve()));
  socket.destroy();
  assert.equal((await call('books.list', {})).status, 200);
});

describe('the changes', () => {
  /** Reads the stream until `until` is in what was heard. */
  async function listen(headers: Record<string, string> = {}) {
    const aborter = new AbortController();
    const response = await fetch(`${host.url}/api/events`, {
      headers: { ...bearer, ...headers },
      signal: aborter.signal,
    });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.ok(response.body);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    return {
      async until(text: string): Promise<void> {
        while (!heard.includes(text)) {
          const { value, done } = await reader.read();
          assert.equal(done, false, `ended after: ${heard}`);
          heard += value;
        }
      },
      leave: () => aborter.abort(),
    };
  }

  it('come with their topics, each side its own', async () => {
    const stream = await listen();
    const other = await listen({ 'x-samband': 'practice' });
    await stream.until(': open');
    real.announce(['members', 'log']);
    practice.announce(['practice']);
    await stream.until('event: changed\ndata: {"topics":["members","log"]}\n\n');
    await other.until('event: changed\ndata: {"topics":["practice"]}\n\n');
    stream.leave();
    other.leave();
  });

  it('are kept alive when nothing happens', async () => {
    const stream = await listen();
    await stream.until(': open');
    time.pass(15_000);
    await stream.until(': still here');
    time.pass(15_000);
    await stream.until(': still here\n\n: still here');
    stream.leave();
  });
});

describe('the pages', () => {
  it('carry a nonce of their own at each load, the same in the policy', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 2; load++) {
      const { text, headers } = await send('GET', '/');
      const nonce = /content="([^"]+)"/.exec(text)?.[1] ?? '';
      assert.ok(nonce.length >= 22);
      assert.equal(
        headers['content-security-policy'],
        `default-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; ` +
          "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['cache-control'], 'no-store');
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 2);
  });

  it('come with their parts, and with nothing else of the disk', async () => {
    const part = await send('GET', '/assets/a.js?x=1');
    assert.equal(part.text, 'go()');
    assert.match(String(part.headers['content-type']), /^text\/javascript/);
    for (const path of ['/assets', '/../web.test.ts', '/%2e%2e/x', '/assets/../../etc/passwd', '/nothing']) {
      assert.equal((await send('GET', path)).status, 404, path);
    }
  });
});

it('closing ends the open streams and lets the port go', async () => {
  const side = echoingSide('short-lived');
  const options = { sides: { real: side.side, practice: async () => side.side }, token: TOKEN, rendererDir: null };
  const log = { info() {}, warn() {}, error() {} };
  const short = await serveWeb({ ...options, port: 0, clock: time.clock, log });
  const stream = await fetch(`${short.url}/api/events`, { headers: bearer });
  const text = stream.text();
  await short.close();
  assert.equal(await text, ': open\n\n');
  assert.equal(side.listeners.size, 0);
  await assert.rejects(fetch(short.url));

  const again = await serveWeb({ ...options, port: Number(new URL(short.url).port), clock: time.clock, log });
  await assert.rejects(serveWeb({ ...options, port: Number(new URL(again.url).port), clock: time.clock, log }), {
    code: 'EADDRINUSE',
  });
  await again.close();
});
