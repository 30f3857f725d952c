import '@fontsource-variable/hanken-grotesk/wght.css';
import '@mantine/core/styles.layer.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridgeTransport } from './api/bridge.ts';
import { openSession } from './api/session.ts';
import type { Transport } from './api/transport.ts';
import { webTransport } from './api/web.ts';
import { App } from './shell/App.tsx';
import { keptLanguage } from './shell/KeepLanguage.tsx';
import { createI18n } from './text/i18n.ts';
import { readStyleNonce } from './theme/nonce.ts';

async function openTransport(): Promise<Transport> {
  if (window.samband) return bridgeTransport(window.samband);
  return webTransport(await openSession(sessionStorage, location, history));
}

/** Opens the way to the program and shows the toolbox in the page's root. */
export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const nonce = readStyleNonce();
  const transport = await openTransport();
  const text = await createI18n(keptLanguage(localStorage));
  createRoot(root).render(
    <StrictMode>
      <App transport={transport} text={text} nonce={nonce} />
    </StrictMode>,
  );
}
