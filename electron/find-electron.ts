import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The runtime is 120 MB; who has waited so long for it would rather begin in the browser. */
const DOWNLOAD_PATIENCE_MS = 60_000;
/** A machine that could not fetch it is not made to wait for that at every start. */
const RETRY_AFTER_MS = 24 * 60 * 60_000;

/** Path of the Electron runtime of the checkout at `root`, or null: its npm package alone is not the runtime. */
export function findElectron(root: string, env: NodeJS.ProcessEnv): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : null;
}

/** Fetches the runtime, once; what came of it is seen with `findElectron`. `say` is called when it begins. */
export function downloadElectron(root: string, say: () => void): void {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const triedAt = join(root, 'build', 'electron-tried');
  const tried = statSync(triedAt, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!existsSync(installer) || Date.now() - tried < RETRY_AFTER_MS) return;
  say();
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(triedAt, '');
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: DOWNLOAD_PATIENCE_MS });
}
