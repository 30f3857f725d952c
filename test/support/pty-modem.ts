import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Port } from '../../electron/modem/port.ts';
import type { PracticeModem } from '../../electron/modem/practice/practice-modem.ts';

/** A client leaves or a modem comes back in its own time; longer than this and a test would only hang. */
const RENEWED_WITHIN_MS = 30_000;

/** A practice modem on a pseudo-terminal, for clients outside this process. */
export interface PtyModem {
  /** What the client opens: a symbolic link to the pseudo-terminal. It can be opened as soon as this object is there. */
  readonly path: string;
  /**
   * Resolves when the next pseudo-terminal stands at the path: after the present client left, or after the modem was
   * plugged in. To be asked for before that happens.
   */
  renewed(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Puts the modem on a pseudo-terminal at `path` (needs `socat`). A client may leave, be killed and come back; each gets a
 * new pseudo-terminal under the same path, for a killed client's exclusive lock stays on the old one. While the modem is
 * unplugged there is no path.
 */
export async function exposeOnPty(modem: PracticeModem, path: string): Promise<PtyModem> {
  const socketPath = `${path}.socket`;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    bridge(modem, socket);
  });
  await listen(server, socketPath);

  const relay = keepRelaying(modem, path, socketPath);
  await relay.renewed();
  return {
    path,
    renewed: relay.renewed,
    async close() {
      await relay.stop();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(path, { force: true });
      rmSync(socketPath, { force: true });
    },
  };
}

/** One client's stay: from the first connection of a relay to its end. */
function bridge(modem: PracticeModem, socket: Socket): void {
  let port: Port;
  try {
    port = modem.open();
  } catch {
    socket.destroy();
    return;
  }
  port.onData((bytes) => socket.write(bytes));
  port.onClose(() => socket.destroy());
  socket.on('data', (bytes) => {
    port.write(bytes).catch(() => socket.destroy());
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => void port.close());
}

/**
 * `socat` ends with its client; another takes its place as long as the modem is plugged in. With `wait-slave`, for without
 * it `socat` holds the client's end open too and never sees a client leave.
 */
function keepRelaying(modem: PracticeModem, path: string, socketPath: string) {
  let stopping = false;
  let current: ChildProcess | null = null;
  let waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const settle = (error?: Error) => {
    const settled = waiting;
    waiting = [];
    for (const { resolve, reject } of settled) error ? reject(error) : resolve();
  };

  const relayOnce = async () => {
    rmSync(path, { force: true });
    const child = spawn(
      'socat',
      ['-t0', `pty,raw,echo=0,link=${path},wait-slave,pty-interval=0.02`, `UNIX-CONNECT:${socketPath}`],
      {
        stdio: 'ignore',
      },
    );
    current = child;
    let over = false;
    const ended = new Promise<Error | null>((resolve) => {
      child.on('error', resolve);
      child.on('exit', () => resolve(null));
    }).finally(() => {
      over = true;
    });
    // Always a turn later: the link may be there already, and whoever started the relay asks for it after this.
    do await sleep(5);
    while (!over && !existsSync(path));
    if (!over) settle();
    const error = await ended;
    if (error) throw error;
  };
  const relay = async () => {
    while (!stopping) {
      if (modem.pluggedIn()) await relayOnce();
      else await sleep(20);
    }
  };
  const ended = relay().catch((error: Error) => settle(error));

  return {
    renewed: () =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`No new pseudo-terminal at ${path}`)), RENEWED_WITHIN_MS);
        const settled = (work: () => void) => {
          clearTimeout(late);
          work();
        };
        waiting.push({ resolve: () => settled(resolve), reject: (error) => settled(() => reject(error)) });
      }),
    async stop() {
      stopping = true;
      // Not SIGTERM: `socat` puts that off while it waits for a client.
      current?.kill('SIGKILL');
      await ended;
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
