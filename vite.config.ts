import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Vite and Playwright read their settings from a default export; nothing else in this project has one.
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The pages are served with a Content-Security-Policy that refuses inline scripts and fonts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
