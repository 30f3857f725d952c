import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const platform = process.platform === 'linux' && process.arch === 'x64';

function node(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  assert.equal(status, 0, `${script}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** What the packer wants to see of an Electron runtime; none of it runs. */
function writeRuntime(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  mkdirSync(join(folder, 'nothing'));
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'));
  const files = {
    version,
    electron: '',
    LICENSE: '',
    'LICENSES.chromium.html': '',
    'chrome-sandbox': '',
    'icudtl.dat': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  chmodSync(join(folder, 'electron'), 0o755);
  const archive = join(folder, 'resources', 'default_app.asar');
  node('node_modules/@electron/asar/bin/asar.js', 'pack', join(folder, 'nothing'), archive);
}

describe('what is packed for installing', { skip: platform ? false : 'packs for Linux on x64 only' }, () => {
  let temporary: string;
  let packed: string;
  let listed: string[];

  before(() => {
    temporary = mkdtempSync(join(tmpdir(), 'samband-packed-'));
    writeRuntime(join(temporary, 'electron'));
    node('electron/bootstrap.mjs', '--program');
    // Fuses are switched in the runtime itself, and ours is none.
    const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8').replace(/^electronFuses:\n( .*\n)+/m, '');
    const configFile = join(temporary, 'electron-builder.yml');
    writeFileSync(configFile, config);
    const settings = [
      `-c.electronDist=${join(temporary, 'electron')}`,
      `-c.directories.output=${join(temporary, 'out')}`,
    ];
    node('node_modules/electron-builder/cli.js', '--linux', '--dir', '--config', configFile, ...settings);
    packed = join(temporary, 'out', 'linux-unpacked', 'resources');
    listed = node('node_modules/@electron/asar/bin/asar.js', 'list', join(packed, 'app.asar')).split('\n');
  });
  after(() => rmSync(temporary, { recursive: true, force: true }));

  it('holds the program, the bridge, the pages and the icons', () => {
    const wanted = [
      'dist/main/index.js',
      'dist/main/preload.cjs',
      'dist/renderer/index.html',
      'resources/icons/icon.png',
    ];
    for (const path of [...wanted, 'package.json']) assert.ok(listed.includes(`/${path}`), path);
  });

  it('holds no sources, no tests and no second Node', () => {
    const strangers = listed.filter((path) =>
      /^\/(electron|renderer|test|build)\/|\.map$|\/node-[a-z]+-x64|\.tsx?$/.test(path),
    );
    assert.deepEqual(
      strangers.filter((path) => !path.endsWith('.d.ts')),
      [],
    );
  });

  it('holds the native parts of this platform, outside the archive', () => {
    const natives = globSync('**/*.node', { cwd: join(packed, 'app.asar.unpacked') });
    assert.ok(natives.some((path) => path.endsWith('better-sqlite3/prebuilds/linux-x64.node')));
    assert.ok(natives.some((path) => path.includes('bindings-cpp/prebuilds/linux-x64/')));
    assert.ok(
      natives.every((path) => path.includes('linux')),
      natives.join(', '),
    );
  });

  it('starts from what it holds alone', () => {
    const app = join(temporary, 'app');
    node('node_modules/@electron/asar/bin/asar.js', 'extract', join(packed, 'app.asar'), app);
    const standIn = JSON.stringify(new URL('./stand-in-electron.ts', import.meta.url).href);
    const run = join(temporary, 'run.mjs');
    writeFileSync(
      run,
      `import { standInForElectron, system } from ${standIn};
      standInForElectron();
      system.onLoad = (window) => { console.log(window.loaded[0]); system.app.quit(); };
      system.app.onExit = (code) => process.exit(code);
      process.argv = [process.execPath, 'app', '--data', ${JSON.stringify(join(temporary, 'data'))}, '--modem', 'none'];
      await import(${JSON.stringify(join(app, 'dist', 'main', 'index.js'))});`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [run], { encoding: 'utf8', timeout: 30_000 });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^app:\/\/samband\//);
    assert.ok(existsSync(join(temporary, 'data', 'samband.sqlite')));
  });
});
