// SPDX-License-Identifier: MIT
import { bytesLeftBy, fetchesByScript, twinOf } from '../assets/script_asset';
import type { EmscriptenFactory } from './runtime';

/** What the glue's twin leaves; the DOM types know no workers. */
interface ScriptScope {
  importScripts(url: string): void;
  loopscopeGlue?: EmscriptenFactory;
}
const scope = globalThis as unknown as ScriptScope;

/** Blocks until the asset is there, which only workers may. */
export function bytesByScript(url: string): ArrayBuffer {
  scope.importScripts(twinOf(url));
  return bytesLeftBy(url).buffer;
}

/** Emscripten's module, as the module that it is where that may be fetched. */
export async function importGlue(url: string): Promise<EmscriptenFactory> {
  if (!fetchesByScript()) return ((await import(/* @vite-ignore */ url)) as { default: EmscriptenFactory }).default;
  scope.importScripts(twinOf(url));
  if (!scope.loopscopeGlue) throw new Error('the glue did not arrive');
  return scope.loopscopeGlue;
}
