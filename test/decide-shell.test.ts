import assert from 'node:assert/strict';
import { it } from 'node:test';
import { decideShell, type Machine, type Shell } from '../electron/decide-shell.ts';

const bare: Machine = { electron: null, chromium: null, platform: 'linux', env: {} };
const screen = { DISPLAY: ':0' };

const cases: [meaning: string, machine: Partial<Machine>, shell: Shell][] = [
  ['nothing at all', {}, { kind: 'address' }],
  ['no screen, whatever is installed', { electron: '/e', chromium: '/c' }, { kind: 'address' }],
  ['an empty DISPLAY is no screen', { chromium: '/c', env: { DISPLAY: '' } }, { kind: 'address' }],
  ['all there is', { electron: '/e', chromium: '/c', env: screen }, { kind: 'window', program: '/e' }],
  ['no Electron', { chromium: '/c', env: screen }, { kind: 'app', program: '/c' }],
  ['no Electron, under Wayland', { chromium: '/c', env: { WAYLAND_DISPLAY: 'w' } }, { kind: 'app', program: '/c' }],
  ['neither', { env: screen }, { kind: 'browser' }],
  ['Windows has a screen', { platform: 'win32' }, { kind: 'browser' }],
  ['macOS has a screen', { platform: 'darwin', electron: '/e' }, { kind: 'window', program: '/e' }],
];
for (const [meaning, machine, shell] of cases) {
  it(`${meaning}: ${shell.kind}`, () => assert.deepEqual(decideShell({ ...bare, ...machine }), shell));
}
