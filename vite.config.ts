// SPDX-License-Identifier: MIT
import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';
import { wasmArtefact } from './web/build/wasm_artefact.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  // Relative paths: dist/ works from any sub-folder of any file host.
  base: './',
  plugins: [wasmArtefact(process.env['LOOPSCOPE_WASM_DIR'] ?? `${root}build/wasm`)],
  worker: {
    format: 'es',
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Monaco is one big lazy chunk by design (design.md §8); the page's own code is far below the limit.
    chunkSizeWarningLimit: 4500,
    assetsInlineLimit: 0,
  },
  server: { port: 5173, strictPort: false },
});
