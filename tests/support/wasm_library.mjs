// SPDX-License-Identifier: MIT
/** Library modules for the wasm build under Node: what the page's worker fetches is in the folder library/ beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What ls_run returns when an import waits for a module. */
export const kModule = 6;
const kDrainWantedModule = 5;
const kAbsent = 0;
const kAsset = 1;

/**
 * @param {object} instance    of build/wasm/loopscope.js
 * @param {string} modulePath  that file
 * @returns {() => void} to be called whenever ls_run returned kModule
 */
export function serveModules(instance, modulePath) {
  const folder = join(dirname(modulePath), 'library');
  const text = (at, size) => new TextDecoder().decode(instance.HEAPU8.subarray(at, at + size));
  const copy = (bytes) => {
    const at = instance._malloc(bytes.length + 1);
    instance.HEAPU8.set(bytes, at);
    return at;
  };
  const provide = (name) => {
    const file = join(folder, `${name}.module`);
    const there = existsSync(file);
    const bytes = there ? readFileSync(file) : new Uint8Array(0);
    const nameAt = copy(Buffer.from(name));
    const at = copy(bytes);
    instance._ls_provide_module(nameAt, Buffer.byteLength(name), there ? kAsset : kAbsent, at, bytes.length);
    instance._free(at);
    instance._free(nameAt);
  };
  instance.requestModuleNow = (at, size) => provide(text(at, size));
  return () => {
    const sizeAt = instance._malloc(4);
    const at = instance._ls_drain(kDrainWantedModule, sizeAt);
    const size = new DataView(instance.HEAPU8.buffer).getUint32(sizeAt, true);
    instance._free(sizeAt);
    provide(text(at, size));
  };
}
