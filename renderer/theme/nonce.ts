import { setNonce } from 'get-nonce';

/**
 * The nonce of this load, which the web host writes into the page; undefined in the window, whose policy needs none.
 * Must run before the first render: the scroll lock behind dialogs makes its own style element and is told here too.
 */
export function readStyleNonce(): string | undefined {
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') || undefined;
  if (nonce) setNonce(nonce);
  return nonce;
}
