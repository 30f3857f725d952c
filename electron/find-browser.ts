import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The names under which systems install a browser that can show one address as a window of its own (`--app`). */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

/** Where Windows and macOS put them; those are not in PATH. */
function wellKnown(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform !== 'win32') return [];
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}

/** The path of a Chromium of this system, or null. `CHROMIUM_PATH` goes before what is found. */
export function findChromium(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const inPath = platform === 'win32' ? [] : NAMES.flatMap((name) => folders(env).map((folder) => join(folder, name)));
  const candidates = [env.CHROMIUM_PATH, ...inPath, ...wellKnown(env, platform)];
  return candidates.find((path) => path !== undefined && path !== '' && isProgram(path)) ?? null;
}

/** Whether `name` is a program in PATH. */
export function hasProgram(name: string, env: NodeJS.ProcessEnv): boolean {
  return [...folders(env), '/usr/sbin', '/sbin'].some((folder) => isProgram(join(folder, name)));
}

function folders(env: NodeJS.ProcessEnv): string[] {
  return (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us to run: both mean that there is no such program for us.
    return false;
  }
}
