/** Samband in a window of its own. Kept thin: everything that decides anything runs on plain Node too. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  Tray,
} from 'electron';
import { z } from 'zod';
import { parseArguments } from './arguments.ts';
import { systemClock } from './clock.ts';
import { DataFolderError, takeDataFolder } from './data-folder.ts';
import { serveWindow } from './hosts/ipc.ts';
import { type Pages, readPages } from './hosts/pages.ts';
import { openLog } from './log.ts';
import { mainWords } from './main-words.ts';
import { createPortList } from './modem/list-serial-ports.ts';
import { openSerialPort } from './modem/serial-port.ts';
import { addressOf, isServed, WINDOW_URL } from './running.ts';
import { createSecrets, folderKey } from './secrets.ts';
import { createSides, type RunningSides } from './sides.ts';
import { exitCodeOf } from './start-problems.ts';
import { createWindowSecrets } from './window-secrets.ts';

/** What is in flight when one quits may take so long to end. */
const STOP_GRACE_MS = 4000;
const SCHEME = 'app';

// The bundle lies in dist/main, the pages beside it in dist/renderer.
const here = import.meta.dirname;
const icons = join(here, '..', '..', 'resources', 'icons');

async function main(): Promise<void> {
  // In a checkout Electron is given the folder to run; packed, the program's own name is all there is.
  const { dataDir, modem } = parseArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.env, process.platform);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // The window's own files stand in the data folder, so each folder has its own single window.
  app.setPath('userData', join(dataDir, 'window'));
  if (!app.requestSingleInstanceLock()) return app.quit();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  await app.whenReady();

  const clock = systemClock;
  const folder = await takeDataFolder(dataDir, clock);
  const log = openLog(join(dataDir, 'logs'), clock, () => {});
  const sides = createSides({
    dataDir,
    clock,
    log,
    modem,
    openPort: openSerialPort,
    listPorts: createPortList(log),
    secrets: createWindowSecrets(safeStorage, createSecrets(folderKey(dataDir, 'secrets.key'))),
  });
  const pages = readPages(join(here, '..', 'renderer'));
  protocol.handle(SCHEME, (request) => servePage(pages, request));
  lockDown();
  const window = openWindow();
  const stopServing = serveWindow(window, WINDOW_URL, sides, log);
  sides.start();
  folder.announce({ url: WINDOW_URL, token: '' });

  const bringForward = () => {
    window.show();
    window.focus();
  };
  // Held here, or it would be collected and vanish.
  const tray = addTray(bringForward);
  app.on('second-instance', bringForward);
  app.on('activate', bringForward);
  powerMonitor.on('resume', () => sides.resumed());
  // The system is going down: it does not wait for an answer, so none is asked for.
  powerMonitor.on('shutdown', () => void end());
  quitInOrder(sides, window, end);

  async function end(): Promise<void> {
    folder.withdraw();
    tray.destroy();
    stopServing();
    await sides.stop(STOP_GRACE_MS);
    folder.release();
    app.exit(0);
  }
  await window.loadURL(`${WINDOW_URL}/${sides.beginsWithPractice() ? '#practice' : ''}`);
}

function servePage(pages: Pages, request: Request): Response {
  const { host, pathname } = new URL(request.url);
  const page = `${SCHEME}://${host}` === WINDOW_URL && request.method === 'GET' ? pages(pathname) : null;
  if (page === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(page.body), { headers: page.headers });
}

/** Nothing leads out of the window, and the pages may ask the system for nothing but to copy a link. */
function lockDown(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  session.defaultSession.setPermissionRequestHandler((_, permission, decide) => {
    decide(permission === 'clipboard-sanitized-write');
  });
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
}

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Samband',
    width: 1280,
    height: 860,
    minWidth: 360,
    minHeight: 480,
    show: false,
    icon: join(icons, 'icon.png'),
    // The page's own ground, so that opening does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171b1b' : '#f5f2ec',
    webPreferences: {
      preload: join(here, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

function addTray(bringForward: () => void): Tray {
  const words = mainWords(app.getLocale());
  const tray = new Tray(join(icons, 'icon-tray.png'));
  tray.setToolTip('Samband');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.show, click: bringForward },
      { label: words.quit, click: () => app.quit() },
    ]),
  );
  tray.on('click', bringForward);
  return tray;
}

/** Closing the window leaves the work going; quitting while something is sent asks first. */
function quitInOrder(sides: RunningSides, window: BrowserWindow, end: () => Promise<void>): void {
  let quitting = false;
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    askBeforeQuit(sides, window).then(
      (goes) => {
        quitting = goes;
        return goes ? end() : undefined;
      },
      () => end(),
    );
  });
}

const summary = z.object({ ok: z.literal(true), value: z.object({ queued: z.int() }) });

async function askBeforeQuit({ real }: RunningSides, window: BrowserWindow): Promise<boolean> {
  const { queued } = summary.parse(await real.dispatch('outbox.summary', {}, real.localUser)).value;
  if (queued === 0) return true;
  const words = mainWords(app.getLocale());
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.stillSending(queued),
    detail: words.stillSendingDetail,
    buttons: [words.keepGoing, words.quitAnyway],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Says why it cannot start; where a Samband without a window has the folder, that one is shown instead. */
async function giveUp(error: unknown): Promise<void> {
  if (error instanceof DataFolderError && isServed(error.running)) {
    await shell.openExternal(await addressOf(error.running));
    return app.exit(0);
  }
  const known = exitCodeOf(error);
  const sentence = known?.sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.stderr.write(`${sentence}\n`);
  if (app.isReady()) dialog.showErrorBox(mainWords(app.getLocale()).cannotStart, sentence);
  app.exit(known?.exitCode ?? 1);
}

process.umask(0o077);
main().catch(giveUp);
