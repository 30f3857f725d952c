import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveWeb } from '../../electron/hosts/web.ts';
import { aWebHost, bearer, echoingSide, standingClock, TOKEN, type WebHostUnderTest } from '../support/web-host.ts';

let web: WebHostUnderTest;
before(async () => {
  web = await aWebHost();
});
after(async () => {
  await web.dispose();
  assert.deepEqual(web.errors, []);
});

describe('the changes', () => {
  /** Reads the stream until `until` is in what was heard. */
  async function listen(headers: Record<string, string> = {}) {
    const aborter = new AbortController();
    const response = await fetch(`${web.host.url}/api/events`, {
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
    web.real.announce(['members', 'log']);
    web.practice.announce(['practice']);
    await stream.until('event: changed\ndata: {"topics":["members","log"]}\n\n');
    await other.until('event: changed\ndata: {"topics":["practice"]}\n\n');
    stream.leave();
    other.leave();
  });

  it('are kept alive when nothing happens', async () => {
    const stream = await listen();
    await stream.until(': open');
    web.time.pass(15_000);
    await stream.until(': still here');
    web.time.pass(15_000);
    await stream.until(': still here\n\n: still here');
    stream.leave();
  });
});

describe('the pages', () => {
  it('carry a nonce of their own at each load, the same in the policy', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 2; load++) {
      const { text, headers } = await web.send('GET', '/');
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
    const part = await web.send('GET', '/assets/a.js?x=1');
    assert.equal(part.text, 'go()');
    assert.match(String(part.headers['content-type']), /^text\/javascript/);
    for (const path of ['/assets', '/../web.test.ts', '/%2e%2e/x', '/assets/../../etc/passwd', '/nothing']) {
      assert.equal((await web.send('GET', path)).status, 404, path);
    }
  });
});

it('closing ends the open streams and lets the port go', async () => {
  const side = echoingSide('short-lived');
  const options = { sides: { real: side.side, practice: async () => side.side }, token: TOKEN, rendererDir: null };
  const log = { info() {}, warn() {}, error() {} };
  const short = await serveWeb({ ...options, port: 0, clock: standingClock().clock, log });
  const stream = await fetch(`${short.url}/api/events`, { headers: bearer });
  const text = stream.text();
  await short.close();
  assert.equal(await text, ': open\n\n');
  assert.equal(side.listeners.size, 0);
  await assert.rejects(fetch(short.url));

  const again = await serveWeb({
    ...options,
    port: Number(new URL(short.url).port),
    clock: standingClock().clock,
    log,
  });
  await assert.rejects(
    serveWeb({ ...options, port: Number(new URL(again.url).port), clock: standingClock().clock, log }),
    {
      code: 'EADDRINUSE',
    },
  );
  await again.close();
});
