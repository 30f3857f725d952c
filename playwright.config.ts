import { defineConfig } from 'playwright/test';
import { findChromium } from './electron/find-browser.ts';

const chromium = findChromium(process.env, process.platform);

// Every test starts the program it needs on a folder of its own (test/support/headless.ts); there is no server here.
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'build/browser',
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 800 },
    // A container's root has no user namespace to put the browser's sandbox in.
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: ['--no-sandbox'] },
  },
});
