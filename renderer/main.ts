import { z } from 'zod';

// The page's policy forbids eval, which zod tries as soon as a schema is made; so this comes before any schema is loaded.
z.config({ jitless: true });
const { start } = await import('./start.tsx');
await start();
