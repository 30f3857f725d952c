import { z } from 'zod';
import type { Running } from './data-folder.ts';

const issued = z.object({ ok: z.literal(true), value: z.object({ ticket: z.string() }) });

/** What the window announces in place of an address: it serves none. */
export const WINDOW_URL = 'app://samband';

/** Whether a browser can be opened on it; the window is brought forward by Electron instead. */
export function isServed(running: Running | null): running is Running {
  return running?.url.startsWith('http:') ?? false;
}

/** The address that lets one browser into a Samband that already runs. Rejects when it does not answer. */
export async function addressOf({ url, token }: Running): Promise<string> {
  const answer = await fetch(`${url}/api/ticket`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  return `${url}/#ticket=${issued.parse(await answer.json()).value.ticket}`;
}
