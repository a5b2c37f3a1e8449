// SPDX-License-Identifier: MIT
/**
 * The page: `build` makes dist/, a static site that works from any folder of any file host; `dev` serves the page
 * from its sources and reloads as they change (the runtime is built once, at the start).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { buildRoot, root } from './paths.mjs';
import { SetupError, main, run, say } from './progress.mjs';
import { setup } from './setup.mjs';

/** Everything that dist/ is made of. */
const inputs = ['index.html', 'embed.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'web', 'public',
  'playground-examples', 'build/wasm/loopscope.js', 'build/wasm/loopscope.wasm',
  'build/wasm/loopscope.rare.wasm', 'build/wasm/split.json', 'build/wasm/library'];

export const siteFolder = join(root, 'dist');

/** Brings the runtime and then dist/ up to date. @returns its path */
export async function buildSite() {
  await setup(['wasm', 'npm']);
  await build('wasm');
  const stampFile = join(buildRoot, 'site.stamp');
  const stamp = contentStamp();
  if (existsSync(join(siteFolder, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return siteFolder;
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { title: 'building the page (vite build)', cwd: root });
  writeFileSync(stampFile, stamp);
  return siteFolder;
}

/** A hash of the contents of all inputs: times mean nothing after a checkout. */
function contentStamp() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    if (existsSync(path)) addTo(hash, path);
  }
  return hash.digest('hex');
}

function addTo(hash, path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    hash.update(`${path}\0`).update(readFileSync(path));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) addTo(hash, join(path, entry.name));
}

async function dev(args) {
  await setup(['wasm', 'npm']);
  await build('wasm');
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...args], { cwd: root });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (command === 'dev') await dev(args);
    else if (command === 'build') {
      say(`${await buildSite()} is ready: any file host serves it, from any folder`);
      for (const [file, hash] of Object.entries(JSON.parse(readFileSync(join(siteFolder, 'integrity.json'), 'utf8')))) {
        say(`to pin this build in a page: ${file} integrity="${hash}"`);
      }
    }
    else throw new SetupError('usage: node runtime/toolchain/site.mjs build|dev');
  });
}
