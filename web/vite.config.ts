import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the workbench into web/dist. Everything it needs is in the files: the page asks no other host. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  resolve: {
    // Our own packages from their sources; other packages publish a “source” too, which is not for us.
    alias: [{ find: /^@entente\/core\/(.*)$/, replacement: `${import.meta.dirname}/../core/src/$1.ts` }],
  },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
  },
});
