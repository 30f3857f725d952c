/** Puts the compiled bridge beside the bundle. It is never bundled: a sandboxed preload must be one plain CommonJS file. */
import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
copyFileSync(join(root, 'build', 'js', 'electron', 'preload.cjs'), join(root, 'dist', 'main', 'preload.cjs'));
