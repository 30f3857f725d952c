import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Topic } from '../../electron/contract/topics.ts';
import type { Side } from '../../electron/hosts/side.ts';
import { electron, type FakeWindow, standInForElectron, system } from './stand-in-electron.ts';

standInForElectron();
const { serveWindow } = await import('../../electron/hosts/ipc.ts');

function echoingSide(name: string) {
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  const side: Side = {
    dispatch: async (call, input, caller) => ({ ok: true, value: { side: name, call, input, caller } }),
    events: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    localUser: { userId: 7 },
  };
  return { side, listeners };
}

describe('the window as a host', () => {
  let window: FakeWindow;
  let real: ReturnType<typeof echoingSide>;
  let practice: ReturnType<typeof echoingSide>;
  let warned: string[];
  let stop: () => void;
  const invoke = (senderFrame: unknown, ...args: unknown[]) => {
    const handler = system.handlers.get('call');
    assert.ok(handler);
    // The stand-in keeps handlers of any shape; this one takes the event and three values.
    return handler(...([{ senderFrame }, ...args] as never[]));
  };

  beforeEach(() => {
    window = new electron.BrowserWindow({});
    real = echoingSide('real');
    practice = echoingSide('practice');
    warned = [];
    stop = serveWindow(
      // The stand-in has what the host uses of a window.
      window as unknown as Parameters<typeof serveWindow>[0],
      'app://samband',
      { real: real.side, practice: async () => practice.side },
      { info() {}, warn: (text) => warned.push(text), error() {} },
    );
  });

  it('passes a call from its own page to the side it is for, as the local user', async () => {
    const own = window.webContents.mainFrame;
    const input = { id: 1 };
    const value = { call: 'books.get', input, caller: { userId: 7 } };
    assert.deepEqual(await invoke(own, 'real', 'books.get', input), { ok: true, value: { side: 'real', ...value } });
    assert.deepEqual(await invoke(own, 'practice', 'books.get', input), {
      ok: true,
      value: { side: 'practice', ...value },
    });
  });

  it('refuses what does not come from its own page', async () => {
    const elsewhere = { origin: 'https://evil.example' };
    const lookalike = { origin: 'app://samband' };
    for (const frame of [elsewhere, lookalike, null]) {
      assert.deepEqual(await invoke(frame, 'real', 'books.list', {}), { ok: false, code: 'forbidden', detail: {} });
    }
    window.webContents.mainFrame.origin = 'https://evil.example';
    const navigated = await invoke(window.webContents.mainFrame, 'real', 'books.list', {});
    assert.deepEqual(navigated, { ok: false, code: 'forbidden', detail: {} });
    assert.equal(warned.length, 4);
  });

  it('refuses a side that there is not, so that a slip never reaches the real book', async () => {
    const own = window.webContents.mainFrame;
    for (const side of ['practise', undefined, null, 1]) {
      assert.deepEqual(await invoke(own, side, 'books.list', {}), { ok: false, code: 'invalid-input', detail: {} });
    }
    assert.deepEqual(await invoke(own, 'real', 17, {}), { ok: false, code: 'invalid-input', detail: {} });
  });

  it('tells of the changes of both sides, of practice only once it was asked for', async () => {
    const tell = (side: typeof real, topics: Topic[]) => {
      for (const listener of side.listeners) listener(topics);
    };
    tell(practice, ['practice']);
    tell(real, ['members']);
    await invoke(window.webContents.mainFrame, 'practice', 'books.list', {});
    await invoke(window.webContents.mainFrame, 'practice', 'books.list', {});
    tell(practice, ['practice']);
    window.destroyed = true;
    tell(real, ['members']);
    assert.deepEqual(window.webContents.sent, [
      { channel: 'event', message: { name: 'changed', topics: ['members'], side: 'real' } },
      { channel: 'event', message: { name: 'changed', topics: ['practice'], side: 'practice' } },
    ]);
  });

  it('lets go of everything', async () => {
    await invoke(window.webContents.mainFrame, 'practice', 'books.list', {});
    stop();
    assert.equal(system.handlers.has('call'), false);
    assert.equal(real.listeners.size + practice.listeners.size, 0);
  });
});
