// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BINARY = /\.(wasm|module)$/;
/** Read by workers, so it needs a twin too; other JSON does not. */
const MANIFEST = /^library-[\w-]+\.json$/;
/** Emscripten's glue, by its Vite name. */
const GLUE = /^loopscope-[\w-]{8}\.js$/;

/** Writes beside every asset that the runtime fetches its twin: a classic script that brings the same bytes (web/assets/script_asset.ts). */
export function writeScriptTwins(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const { name } = entry;
    const path = join(entry.parentPath, name);
    if (!entry.isFile() || name.endsWith('.js.js')) continue;
    if (BINARY.test(name) || MANIFEST.test(name)) {
      writeFileSync(`${path}.js`, `(self.loopscopeAssets??={})[${JSON.stringify(name)}]="${readFileSync(path).toString('base64')}"`);
    } else if (GLUE.test(name)) {
      writeFileSync(`${path}.js`, glueAsScript(readFileSync(path, 'utf8')));
    }
  }
}

function glueAsScript(source: string): string {
  const script = source.replaceAll('import.meta.url', 'self.location.href').replace(/export default (\w+);?\s*$/, 'self.loopscopeGlue=$1;');
  if (/\b(export|import\.meta)\b/.test(script)) throw new Error('the glue has changed its form: it is no classic script after this');
  return script;
}
