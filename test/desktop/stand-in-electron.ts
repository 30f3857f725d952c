import { registerHooks } from 'node:module';

/**
 * What the shell uses of Electron, for tests on plain Node: records what was asked for and lets the test play the
 * system's part. Loaded in place of `electron` by `standInForElectron`.
 */

type Listener = (...args: never[]) => unknown;

export class Emitter {
  readonly listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): this {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return this;
  }

  once(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  emit(name: string, ...args: unknown[]): void {
    // The listeners are the shell's own; the test gives each what Electron would.
    for (const listener of this.listeners.get(name) ?? []) listener(...(args as never[]));
  }
}

export class FakeContents extends Emitter {
  readonly mainFrame = { origin: 'app://samband' };
  readonly sent: { channel: string; message: unknown }[] = [];
  windowOpenHandler: (() => { action: string }) | null = null;

  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

export class FakeWindow extends Emitter {
  readonly webContents = new FakeContents();
  readonly options: Record<string, unknown>;
  readonly loaded: string[] = [];
  shown = 0;
  hidden = 0;
  destroyed = false;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    system.app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    system.onLoad(this);
  }

  show(): void {
    this.shown += 1;
  }

  hide(): void {
    this.hidden += 1;
  }

  focus(): void {}

  isDestroyed(): boolean {
    return this.destroyed;
  }
}

class FakeApp extends Emitter {
  readonly isPackaged = false;
  readonly exits: number[] = [];
  readonly paths = new Map<string, string>();
  onExit: (code: number) => void = () => {};

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    return system.isFirst;
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  isReady(): boolean {
    return true;
  }

  getLocale(): string {
    return 'sv-SE';
  }

  quit(): void {
    this.emit('before-quit', { preventDefault() {} });
  }

  exit(code: number): void {
    this.exits.push(code);
    this.onExit(code);
  }
}

class FakeTray extends Emitter {
  setToolTip(): void {}
  setContextMenu(): void {}
  destroy(): void {}
}

export const system = {
  app: new FakeApp(),
  onLoad: (_: FakeWindow): void => {},
  isFirst: true,
  handlers: new Map<string, Listener>(),
  schemes: new Map<string, (request: Request) => Response>(),
  privileges: [] as unknown[],
  permissions: null as ((contents: unknown, permission: string, decide: (granted: boolean) => void) => void) | null,
  questions: [] as { message: string }[],
  /** The button pressed next. */
  answer: 1,
  errors: [] as string[],
  opened: [] as string[],
  powerMonitor: new Emitter(),
};

/** The names `electron` exports, as far as the shell imports them. */
export const electron = {
  app: system.app,
  BrowserWindow: FakeWindow,
  Tray: FakeTray,
  Menu: { setApplicationMenu() {}, buildFromTemplate: (template: unknown) => template },
  nativeTheme: { shouldUseDarkColors: false },
  powerMonitor: system.powerMonitor,
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown[]) => void system.privileges.push(...schemes),
    handle: (scheme: string, answer: (request: Request) => Response) => void system.schemes.set(scheme, answer),
  },
  safeStorage: { isEncryptionAvailable: () => false },
  session: {
    defaultSession: {
      setPermissionRequestHandler(handler: NonNullable<typeof system.permissions>) {
        system.permissions = handler;
      },
    },
  },
  dialog: {
    async showMessageBox(_: unknown, question: { message: string }) {
      system.questions.push(question);
      return { response: system.answer };
    },
    showErrorBox: (_: string, sentence: string) => void system.errors.push(sentence),
  },
  shell: { openExternal: async (url: string) => void system.opened.push(url) },
  ipcMain: {
    handle: (channel: string, handler: Listener) => void system.handlers.set(channel, handler),
    removeHandler: (channel: string) => void system.handlers.delete(channel),
  },
};

/** From here on, `import … from 'electron'` gets the stand-in. */
export function standInForElectron(): void {
  const here = new URL('./stand-in-electron.ts', import.meta.url).href;
  const source = `import { electron } from ${JSON.stringify(here)};
${Object.keys(electron)
  .map((name) => `export const ${name} = electron.${name};`)
  .join('\n')}`;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: 'stand-in:electron', format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'stand-in:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
