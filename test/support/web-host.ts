import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../electron/clock.ts';
import type { Topic } from '../../electron/contract/topics.ts';
import type { Side } from '../../electron/hosts/side.ts';
import { serveWeb } from '../../electron/hosts/web.ts';

export const TOKEN = 'the-token-of-this-start';
export const bearer = { authorization: `Bearer ${TOKEN}` };

/** A side that answers with what it was asked, and can tell of changes. */
export function echoingSide(name: string) {
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
export function standingClock() {
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

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** The web host before two sides that echo, with a page of its own, on a clock that stands still. */
export async function aWebHost() {
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
  const host = await serveWeb({
    sides: { real: real.side, practice: async () => practice.side },
    token: TOKEN,
    port: 0,
    rendererDir: pagesDir,
    clock: time.clock,
    log: { info() {}, warn() {}, error: (text, cause) => errors.push(`${text} ${String(cause)}`) },
  });
  const port = Number(new URL(host.url).port);

  /** By node:http, since fetch sets neither Host nor Origin as it is told. */
  function send(method: string, path: string, headers: Record<string, string> = {}, body: string | Buffer = '') {
    return new Promise<Answer>((resolve, reject) => {
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

  return {
    host,
    port,
    real,
    practice,
    time,
    /** What the host wrote to its log as errors. */
    errors,
    send,
    call: (name: string, input: unknown, headers: Record<string, string> = {}) =>
      send('POST', `/api/${name}`, { ...bearer, ...headers }, JSON.stringify(input)),
    async dispose() {
      await host.close();
      rmSync(pagesDir, { recursive: true, force: true });
    },
  };
}

export type WebHostUnderTest = Awaited<ReturnType<typeof aWebHost>>;
