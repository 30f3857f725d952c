/**
 * The bridge between the page and the program: two functions and nothing else. Runs in the sandbox, as one plain
 * CommonJS file: only the types of other files may be imported here, and `electron` only by `require`.
 */
const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron');

type Side = 'real' | 'practice';

contextBridge.exposeInMainWorld('samband', {
  call: (name: string, input: unknown, side: Side = 'real') => ipcRenderer.invoke('call', side, name, input),
  onEvent(listener: (event: { name: 'changed'; topics: string[]; side: Side }) => void) {
    // The event of Electron carries the sender, which is not the page's business.
    const hear = (_: unknown, event: { name: 'changed'; topics: string[]; side: Side }) => listener(event);
    ipcRenderer.on('event', hear);
    return () => ipcRenderer.off('event', hear);
  },
});
