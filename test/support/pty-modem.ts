import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Port } from '../../electron/modem/port.ts';
import type { PracticeModem } from '../../electron/modem/practice/practice-modem.ts';

/** A practice modem on a pseudo-terminal, for clients outside this process. */
export interface PtyModem {
  /** What the client opens: a symbolic link to the pseudo-terminal. */
  readonly path: string;
  /** Resolves when the path can be opened: at the start, after a client left, after the modem was plugged in again. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Whether a program is installed, for tests that are skipped by name without it. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['-V'], { stdio: 'ignore', timeout: 5000 }).error === undefined;
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

  const state = { closing: false };
  const relay = keepRelaying(modem, path, socketPath, state);
  const exposed: PtyModem = {
    path,
    async ready() {
      const started = Date.now();
      while (!existsSync(path)) {
        if (Date.now() - started > 10_000) throw new Error(`${path} did not appear`);
        await sleep(10);
      }
    },
    async close() {
      state.closing = true;
      relay.stop();
      for (const socket of sockets) socket.destroy();
      await relay.ended;
      await new Promise((resolve) => server.close(resolve));
      rmSync(path, { force: true });
      rmSync(socketPath, { force: true });
    },
  };
  await exposed.ready();
  return exposed;
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

/** `socat` ends with its client; another takes its place as long as the modem is plugged in. */
function keepRelaying(modem: PracticeModem, path: string, socketPath: string, state: { closing: boolean }) {
  let current: ChildProcess | null = null;
  const relayOnce = () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn('socat', ['-t0', `pty,raw,echo=0,link=${path}`, `UNIX-CONNECT:${socketPath}`], {
        stdio: 'ignore',
      });
      current = child;
      child.on('error', reject);
      child.on('exit', () => resolve());
    });
  const relay = async () => {
    while (!state.closing) {
      if (modem.pluggedIn()) await relayOnce();
      else await sleep(20);
    }
  };
  const ended = relay();
  return { ended, stop: () => current?.kill() };
}

function listen(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
