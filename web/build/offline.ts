// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'vite';
import { afterBuild } from './after_build.ts';

/** Fetched when it is first needed: big, and there is an editor without it; or only for sandboxed frames, which have no caches. */
const NOT_AHEAD = /monaco|editor\.worker|editorWebWorker|codicon|\/ko-|\.js\.js$|\.(wasm|module|json)\.js$|LICENSE|\.d\.ts$|^sw\.js$|^integrity\.json$|^_headers$|^\.nojekyll$/;

/** The web app's manifest. Names are the same in every language of the page. */
const MANIFEST = {
  name: 'Loopscope',
  short_name: 'Loopscope',
  description: 'See the event loop of your async Python',
  start_url: './index.html',
  scope: './',
  display: 'standalone',
  background_color: '#0a1013',
  theme_color: '#0c1a18',
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

/** Writes `manifest.webmanifest` and `sw.js`, which knows every file of the finished site that is to be fetched ahead. */
export function offline(root: string): Plugin {
  return afterBuild('loopscope-offline', 'post', async (outDir) => {
    for (const icon of ['icon-192.png', 'icon-512.png']) copyFileSync(join(root, 'web/icons', icon), join(outDir, icon));
    writeFileSync(join(outDir, 'manifest.webmanifest'), `${JSON.stringify(MANIFEST, null, 2)}\n`);
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      define: { __LOOPSCOPE_PRECACHE__: JSON.stringify(precached(outDir)), 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        lib: { entry: join(root, 'web/offline/service_worker.ts'), formats: ['iife'], name: 'loopscopeOffline', fileName: () => 'sw.js' },
      },
    });
  });
}

function precached(folder: string): { url: string; revision: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: relative(folder, path).replaceAll('\\', '/') }))
    .filter(({ url }) => !NOT_AHEAD.test(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({ url, revision: createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16) }));
}
