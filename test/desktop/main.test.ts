import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type FakeWindow, standInForElectron, system } from './stand-in-electron.ts';

// The whole shell on plain Node: what it asks of Electron is recorded, and the test plays the system's part.
const root = mkdtempSync(join(tmpdir(), 'samband-desktop-'));
const dataDir = join(root, 'data');
const entry = join(import.meta.dirname, '..', '..', 'electron', 'main.ts');
/** Beside the sources, where the shell looks for what is beside the bundle when it is packed. */
const pagesDir = join(dirname(dirname(entry)), 'renderer');
const loadUrl = Promise.withResolvers<FakeWindow>();

describe('the window', () => {
  let window: FakeWindow;
  let exit: Promise<number>;

  before(async () => {
    assert.ok(existsSync(join(pagesDir, 'index.html')));
    standInForElectron();
    process.argv = [process.execPath, 'root', '--data', dataDir, '--modem', 'none'];
    const ended = Promise.withResolvers<number>();
    exit = ended.promise;
    system.app.onExit = ended.resolve;
    system.onLoad = loadUrl.resolve;
    await import(entry);
    window = await Promise.race([loadUrl.promise, exit.then((code) => assert.fail(`ended with ${code}`))]);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const frame = () => window.webContents.mainFrame;
  const call = (senderFrame: unknown, ...args: unknown[]) => {
    const handler = system.handlers.get('call');
    assert.ok(handler);
    // The stand-in keeps handlers of any shape; this one takes the event and three values.
    return handler(...([{ senderFrame }, ...args] as never[]));
  };

  it('is sandboxed, isolated and without Node', () => {
    const { preload, ...preferences } = Object(window.options.webPreferences);
    assert.deepEqual(preferences, {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    assert.match(preload, /preload\.cjs$/);
  });

  it('shows our own pages under a scheme of their own, with a nonce in page and policy', async () => {
    assert.deepEqual(window.loaded, ['app://samband/#practice']);
    const serve = system.schemes.get('app');
    assert.ok(serve);
    const page = serve(new Request('app://samband/'));
    const nonce = /name="csp-nonce" content="([^"]+)"/.exec(await page.text())?.[1];
    assert.ok(nonce);
    assert.ok(page.headers.get('content-security-policy')?.includes(`'nonce-${nonce}'`));
    assert.equal(serve(new Request('app://elsewhere/')).status, 404);
    assert.equal(serve(new Request('app://samband/../package.json')).status, 404);
  });

  it('leads nowhere else', () => {
    const { webContents } = window;
    assert.deepEqual(webContents.windowOpenHandler?.(), { action: 'deny' });
    for (const name of ['will-navigate', 'will-attach-webview']) {
      let prevented = 0;
      webContents.emit(name, { preventDefault: () => prevented++ });
      assert.equal(prevented, 1, name);
    }
    const granted: string[] = [];
    for (const permission of ['camera', 'geolocation', 'notifications', 'clipboard-sanitized-write']) {
      system.permissions?.(null, permission, (yes) => yes && granted.push(permission));
    }
    assert.deepEqual(granted, ['clipboard-sanitized-write']);
  });

  it('has the folder, answers its own page and no other', async () => {
    assert.equal(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')).url, 'app://samband');
    assert.equal(system.app.paths.get('userData'), join(dataDir, 'window'));
    assert.deepEqual(await call(frame(), 'real', 'books.list', {}), { ok: true, value: [] });
    assert.deepEqual(await call({ origin: 'app://samband' }, 'real', 'books.list', {}), {
      ok: false,
      code: 'forbidden',
      detail: {},
    });
  });

  it('goes on working when it is closed, and comes forward when it is started again', () => {
    let prevented = 0;
    window.emit('close', { preventDefault: () => prevented++ });
    assert.equal(prevented, 1);
    assert.equal(window.hidden, 1);
    const shown = window.shown;
    system.app.emit('second-instance');
    assert.equal(window.shown, shown + 1);
  });

  it('ends in order when nothing waits to be sent', async () => {
    system.app.quit();
    assert.equal(await exit, 0);
    assert.deepEqual(system.questions, []);
    assert.equal(existsSync(join(dataDir, 'running.json')), false);
    assert.deepEqual(system.errors, []);
  });
});
