import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome114',
    // Everything is a file under app://: the content security policy knows no inlined scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page is read from disk, never from a network, so its size on the wire does not matter.
    chunkSizeWarningLimit: 4_000,
  },
});
