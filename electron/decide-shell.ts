/** What a machine has to show the program with. */
export interface Machine {
  /** Path of the Electron runtime, null where there is none. */
  electron: string | null;
  /** Path of a Chromium that opens one address as a window of its own, null where there is none. */
  chromium: string | null;
  platform: NodeJS.Platform;
  env: { DISPLAY?: string | undefined; WAYLAND_DISPLAY?: string | undefined };
}

export type Shell =
  | { kind: 'window'; program: string }
  | { kind: 'app'; program: string }
  | { kind: 'browser' }
  | { kind: 'address' };

/** Whether anything can be shown: Windows and macOS always have a screen, elsewhere the session says so. */
export function hasScreen({ platform, env }: Pick<Machine, 'platform' | 'env'>): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * What `npm start` shows itself in: its own window, else a browser's window without the browser around it, else the
 * browser one uses, else nothing but an address to open.
 */
export function decideShell(machine: Machine): Shell {
  if (!hasScreen(machine)) return { kind: 'address' };
  if (machine.electron !== null) return { kind: 'window', program: machine.electron };
  if (machine.chromium !== null) return { kind: 'app', program: machine.chromium };
  return { kind: 'browser' };
}
