// SPDX-License-Identifier: MIT
import { bytesLeftBy, fetchesByScript, twinOf } from '../assets/script_asset';
import { SharedAsset } from './neighbours';
import { loadScript } from './script';

declare global {
  interface Window {
    /** The compiled runtime, by URL; frames of one page that are of one origin share it. */
    loopscopeModules?: Map<string, Promise<WebAssembly.Module>>;
    /** What the frames of a page give each other, by URL. In the window, since a frame's parts are scripts of their own. */
    loopscopeShared?: Map<string, SharedAsset>;
  }
}

/**
 * Lets a sandboxed frame give the runtime to its neighbours, and take it from them. Other frames have the browser's cache,
 * which also keeps what it has compiled. `expected`: as in SharedAsset.
 */
export function shareWithNeighbours(url: string, digest: string, expected: number): void {
  const shared = (window.loopscopeShared ??= new Map<string, SharedAsset>());
  if (fetchesByScript() && !shared.has(url)) shared.set(url, new SharedAsset(url.replace(/^.*\//, ''), digest, expected));
}

/** Compiles the runtime once for the page and the embeds around it; a failed try is not remembered. */
export function compiledModule(url: string): Promise<WebAssembly.Module> {
  const ours = (window.loopscopeModules ??= new Map<string, Promise<WebAssembly.Module>>());
  const known = ours.get(url) ?? compiledBySibling(url);
  if (known) return known;
  const compiled = compile(url).catch((error: unknown) => {
    ours.delete(url);
    throw error;
  });
  ours.set(url, compiled);
  return compiled;
}

/** What another embed of the same page has compiled or begun to. Frames of another origin refuse to be looked into. */
function compiledBySibling(url: string): Promise<WebAssembly.Module> | undefined {
  if (window.parent === window) return undefined;
  for (let index = 0; index < window.parent.length; index += 1) {
    try {
      const found = window.parent[index]?.loopscopeModules?.get(url);
      if (found) return found;
    } catch {
      // Not one of ours.
    }
  }
  return undefined;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  if (fetchesByScript()) {
    const fetchOwn = async (): Promise<Uint8Array<ArrayBuffer>> => {
      await loadScript(twinOf(url));
      return bytesLeftBy(url);
    };
    return WebAssembly.compile(await (window.loopscopeShared?.get(url)?.get(fetchOwn) ?? fetchOwn()));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
  // Some file hosts do not know the type of .wasm; then streaming is refused.
  if (response.headers.get('content-type')?.startsWith('application/wasm') === true) {
    return WebAssembly.compileStreaming(Promise.resolve(response));
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
