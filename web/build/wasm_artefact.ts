// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Manifest, ManifestEntry } from '../worker/library';
import { bundleOf } from './library_bundles';

const PUBLIC_ID = 'virtual:loopscope-wasm';
const RESOLVED_ID = '\0' + PUBLIC_ID;

/**
 * Makes `virtual:loopscope-wasm` export the URLs of the Emscripten glue, of the wasm's two parts, and of the library's manifest,
 * all from `dir`. They and the library's modules become hashed assets with relative URLs. While the runtime has not been
 * built, the URLs are null, so that the page can still be worked on; it then says that the runtime is missing.
 */
export function wasmArtefact(dir: string): Plugin {
  let building = false;
  const glue = join(dir, 'loopscope.js');
  const wasm = join(dir, 'loopscope.wasm');
  const rare = join(dir, 'loopscope.rare.wasm');
  const split = join(dir, 'split.json');
  const library = join(dir, 'library');
  const manifest = join(library, 'manifest.json');
  return {
    name: 'loopscope-wasm-artefact',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === PUBLIC_ID ? RESOLVED_ID : undefined),
    load(id) {
      if (id !== RESOLVED_ID) return undefined;
      if (![glue, wasm, rare, split, manifest].every((file) => existsSync(file))) {
        this.warn(`no runtime in ${dir}: run "npm run build" (the page will say that it is missing)`);
        return 'export const glueUrl = null, wasmUrl = null, wasmDigest = null, rareUrl = null, libraryUrl = null, plainModules = [];';
      }
      const lines = [
        `export { default as glueUrl } from ${JSON.stringify(`${glue}?url&no-inline`)};`,
        `export { default as wasmUrl } from ${JSON.stringify(`${wasm}?url&no-inline`)};`,
        `export const wasmDigest = ${JSON.stringify(createHash('sha256').update(readFileSync(wasm)).digest('base64'))};`,
        `export { default as rareUrl } from ${JSON.stringify(`${rare}?url&no-inline`)};`,
        `export const { plainModules } = ${readFileSync(split, 'utf8')};`,
      ];
      if (building) {
        const emit = (fileName: string, source: string | Uint8Array): string => this.emitFile({ type: 'asset', fileName, source });
        lines.push(`export const libraryUrl = import.meta.ROLLUP_FILE_URL_${emitLibrary(library, emit)};`);
      } else {
        lines.push(`export { default as libraryUrl } from ${JSON.stringify(`${manifest}?url&no-inline`)};`);
      }
      return lines.join('\n');
    },
  };
}

/**
 * Emits each module, or bundle of modules, under a name that changes with its content, and a manifest of those names.
 * @returns its reference
 */
function emitLibrary(folder: string, emit: (fileName: string, source: string | Uint8Array) => string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const bundles = bundleOf(manifest);
  const published: Record<string, ManifestEntry> = {};
  for (const group of new Set(Object.keys(manifest).map((name) => bundles.get(name) ?? name))) {
    const members = Object.entries(manifest)
      .filter(([name]) => (bundles.get(name) ?? name) === group)
      .map(([name, { file, imports }]) => ({ name, imports, bytes: readFileSync(join(folder, file)) }));
    const whole = Buffer.concat(members.map(({ bytes }) => bytes));
    const file = `library/${group}-${hashOf(whole)}.module`;
    emit(`assets/${file}`, whole);
    let at = 0;
    for (const { name, imports, bytes } of members) {
      const end = at + bytes.length;
      published[name] = members.length > 1 ? { file, at: [at, end], imports } : { file, imports };
      at = end;
    }
  }
  for (const notice of readdirSync(folder).filter((name) => name.endsWith('-LICENSE.txt'))) emit(`assets/library/${notice}`, readFileSync(join(folder, notice)));
  const text = JSON.stringify(published);
  return emit(`assets/library-${hashOf(text)}.json`, text);
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').replace(/[^\w]/g, '').slice(0, 8);
}
