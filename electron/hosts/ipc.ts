import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Reply } from '../contract/problems.ts';
import type { Topic } from '../contract/topics.ts';
import type { Log } from '../log.ts';
import type { Side, Sides } from './side.ts';

/**
 * Serves the calls and the changes to one window, and to nothing else that may have got into it: what does not come
 * from the main frame showing a page of `origin` is refused. The returned function ends it.
 */
export function serveWindow(window: BrowserWindow, origin: string, sides: Sides, log: Log): () => void {
  const subscriptions = new Map<string, () => void>();

  function tell(side: Side, name: 'real' | 'practice'): void {
    if (subscriptions.has(name)) return;
    const send = (topics: readonly Topic[]) => {
      if (!window.isDestroyed()) window.webContents.send('event', { name: 'changed', topics, side: name });
    };
    subscriptions.set(name, side.events.subscribe(send));
  }

  async function answer(sideName: unknown, name: unknown, input: unknown): Promise<Reply> {
    if ((sideName !== 'real' && sideName !== 'practice') || typeof name !== 'string') return refusal('invalid-input');
    try {
      const side = sideName === 'real' ? sides.real : await sides.practice();
      // From the first question on, the page hears of that side's changes.
      tell(side, sideName);
      return await side.dispatch(name, input, side.localUser);
    } catch (error) {
      log.error(`The call ${name.slice(0, 100)} could not be answered`, error);
      return refusal('internal');
    }
  }

  ipcMain.handle('call', (event, side: unknown, name: unknown, input: unknown) => {
    if (isOurPage(event, window, origin)) return answer(side, name, input);
    log.warn('A call that did not come from our page was refused');
    return refusal('forbidden');
  });
  tell(sides.real, 'real');

  return () => {
    ipcMain.removeHandler('call');
    for (const unsubscribe of subscriptions.values()) unsubscribe();
  };
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent, window: BrowserWindow, origin: string): boolean {
  return senderFrame !== null && senderFrame === window.webContents.mainFrame && senderFrame.origin === origin;
}

function refusal(code: 'invalid-input' | 'forbidden' | 'internal'): Reply {
  return { ok: false, code, detail: {} };
}
