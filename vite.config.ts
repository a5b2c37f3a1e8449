// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { demoCourse } from './web/build/course.ts';
import { embedBundles } from './web/build/embed_bundles.ts';
import { integrity } from './web/build/integrity.ts';
import { offline } from './web/build/offline.ts';
import { contentPolicy } from './web/build/policy.ts';
import { wasmArtefact } from './web/build/wasm_artefact.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const wasmFolder = process.env['LOOPSCOPE_WASM_DIR'] ?? `${root}build/wasm`;
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

export default defineConfig(({ command }) => ({
  root,
  // Relative paths: dist/ works from any sub-folder of any file host.
  base: './',
  define: { __LOOPSCOPE_VERSION__: JSON.stringify(version) },
  plugins: [wasmArtefact(wasmFolder), embedBundles(root, wasmFolder), demoCourse(root), contentPolicy(), integrity(), offline(root)],
  worker: {
    // Built, a classic script: sandboxed frames can start no other (web/launch/worker_factory.ts).
    format: command === 'build' ? 'iife' : 'es',
    // Monaco's worker is the other one.
    rollupOptions: { output: { entryFileNames: ({ name }) => `assets/${name === 'main' ? 'loopscope-worker' : '[name]'}-[hash].js` } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Monaco is one big lazy chunk by design (design.md §8); the page's own code is far below the limit.
    chunkSizeWarningLimit: 4500,
    assetsInlineLimit: 0,
  },
  server: { port: 5173, strictPort: false },
}));
