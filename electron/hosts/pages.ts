import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** One answer for the browser or the window. */
export interface Page {
  body: Buffer;
  headers: Record<string, string>;
}

/** Finds what lies at a path such as `/` or `/assets/index-1a2b.js`; null where nothing does. */
export type Pages = (path: string) => Page | null;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The built pages in `folder`, read once: a program that runs while a newer one is built beside it must go on showing
 * pages that fit it. Every load of the first page carries a nonce of its own, in its `csp-nonce` tag and its policy.
 * A folder without pages throws.
 */
export function readPages(folder: string): Pages {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || TYPES[extname(entry.name)] === undefined) continue;
    const full = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, full).split(sep).join('/')}`, readFileSync(full));
  }
  const index = files.get('/index.html')?.toString('utf8');
  if (index === undefined) throw new Error(`There are no pages in ${folder}; run npm run build`);
  files.delete('/index.html');
  return (path) => {
    if (path === '/' || path === '/index.html') return firstPage(index);
    const body = files.get(path);
    return body ? asset(path, body) : null;
  };
}

function firstPage(index: string): Page {
  const nonce = randomBytes(18).toString('base64');
  return {
    body: Buffer.from(index.replace(/(<meta name="csp-nonce" content=")[^"]*"/, `$1${nonce}"`)),
    headers: {
      ...ALWAYS,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
    },
  };
}

function asset(path: string, body: Buffer): Page {
  return {
    body,
    headers: {
      ...ALWAYS,
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      // Names under assets/ carry a hash of what they hold.
      'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    },
  };
}

/** Nothing but our own files; style elements made at run time show the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
