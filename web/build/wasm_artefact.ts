// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PUBLIC_ID = 'virtual:loopscope-wasm';
const RESOLVED_ID = '\0' + PUBLIC_ID;

/**
 * Makes `virtual:loopscope-wasm` export the URLs of the Emscripten glue and the wasm in `dir`.
 * Both become hashed assets with relative URLs. While the runtime has not been built, both URLs are
 * null, so that the page can still be worked on; it then says that the runtime is missing.
 */
export function wasmArtefact(dir: string): Plugin {
  return {
    name: 'loopscope-wasm-artefact',
    resolveId: (id) => (id === PUBLIC_ID ? RESOLVED_ID : undefined),
    load(id) {
      if (id !== RESOLVED_ID) return undefined;
      const glue = join(dir, 'loopscope.js');
      const wasm = join(dir, 'loopscope.wasm');
      if (!existsSync(glue) || !existsSync(wasm)) {
        this.warn(`no runtime in ${dir}: run "npm run build" (the page will say that it is missing)`);
        return 'export const glueUrl = null; export const wasmUrl = null;';
      }
      return [
        `export { default as glueUrl } from ${JSON.stringify(`${glue}?url&no-inline`)};`,
        `export { default as wasmUrl } from ${JSON.stringify(`${wasm}?url&no-inline`)};`,
      ].join('\n');
    },
  };
}
