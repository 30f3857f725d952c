import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Port } from '../../electron/modem/port.ts';
import type { PracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { until } from './outside-program.ts';

/** A client leaves or a modem comes back in its own time; longer than this and a test would only hang. */
const RENEWED_WITHIN_MS = 30_000;
/** What was killed or closed is gone at once; longer than this and something else holds it. */
const GONE_WITHIN_MS = 10_000;
const LOOK_MS = 10;

/** A practice modem on a pseudo-terminal, for clients outside this process. */
export interface PtyModem {
  /** What the client opens: a symbolic link to the pseudo-terminal. It can be opened as soon as this object is there. */
  readonly path: string;
  /**
   * Resolves when the next pseudo-terminal stands at the path: after the present client left, or after the modem was
   * plugged in. To be asked for before that happens. Rejects where none comes within half a minute, and when closed.
   */
  renewed(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Puts the modem on a pseudo-terminal at `path` (needs `socat`). A client may leave, be killed and come back; each gets a
 * new pseudo-terminal under the same path, for a killed client's exclusive lock stays on the old one. While the modem is
 * unplugged there is no path. Rejects where `socat` puts up none, and leaves nothing running then.
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

  async function close(): Promise<void> {
    await relay.stop();
    let closed = false;
    server.close(() => {
      closed = true;
    });
    for (const socket of sockets) socket.destroy();
    await until(`the socket of ${path} closes`, GONE_WITHIN_MS, () => closed || null);
    rmSync(path, { force: true });
    rmSync(socketPath, { force: true });
  }

  try {
    await relay.stands(1);
  } catch (error) {
    await close();
    throw error;
  }
  return { path, renewed: () => relay.stands(relay.stood() + 1), close };
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
 *
 * The pseudo-terminals are counted, so that one which stood before anybody asked is not waited for.
 */
function keepRelaying(modem: PracticeModem, path: string, socketPath: string) {
  let stood = 0;
  let stopping = false;
  let failure: Error | null = null;

  const relayOnce = async () => {
    rmSync(path, { force: true });
    const address = `pty,raw,echo=0,link=${path},wait-slave,pty-interval=0.02`;
    const child = spawn('socat', ['-t0', address, `UNIX-CONNECT:${socketPath}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { ended, isOver, said } = follow(child);
    let stands = false;
    while (!isOver()) {
      if (!stands && existsSync(path)) {
        stands = true;
        stood += 1;
      }
      // Not SIGTERM: `socat` puts that off while it waits for a client.
      if (stopping || !modem.pluggedIn()) child.kill('SIGKILL');
      await Promise.race([ended, sleep(LOOK_MS)]);
    }
    const error = await ended;
    if (error) throw error;
    if (!stands && child.exitCode) throw new Error(`socat put up no pseudo-terminal at ${path}: ${said()}`);
    rmSync(path, { force: true });
  };
  const relay = async () => {
    while (!stopping) {
      if (modem.pluggedIn()) await relayOnce();
      else await sleep(LOOK_MS);
    }
  };
  let over = false;
  relay()
    .catch((error: Error) => {
      failure = error;
    })
    .finally(() => {
      over = true;
    });

  return {
    /** How many pseudo-terminals stood at the path so far. */
    stood: () => stood,
    /** Resolves when so many have. */
    stands(count: number): Promise<void> {
      const standing = until(`pseudo-terminal ${count} stands at ${path}`, RENEWED_WITHIN_MS, () => {
        if (stood >= count) return true;
        if (failure) throw failure;
        if (over) throw new Error(`${path} was closed before pseudo-terminal ${count} stood there`);
        return null;
      }).then(() => {});
      // Asked for before the client runs: where that fails, nobody comes back for this, and one failure is enough.
      standing.catch(() => {});
      return standing;
    },
    async stop(): Promise<void> {
      stopping = true;
      await until(`socat at ${path} ends`, GONE_WITHIN_MS, () => over || null);
    },
  };
}

/** `ended` never rejects; its value is why the program could not be started. */
function follow(child: ChildProcess) {
  let over = false;
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<Error | null>((resolve) => {
    child.on('error', resolve);
    child.on('exit', () => resolve(null));
  }).finally(() => {
    over = true;
  });
  return { ended, isOver: () => over, said: () => said };
}

function listen(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
