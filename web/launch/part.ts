// SPDX-License-Identifier: MIT
import { loadScript } from './script';

const loads = new Map<string, Promise<unknown>>();

/** Fetches a part of an embed once, its style first; a failed try is not remembered. Paths are below the page's folder. */
export function loadPart(script: string, style: string | null, global: string): Promise<unknown> {
  const known = loads.get(script);
  if (known) return known;
  const load = Promise.all([style === null ? undefined : loadStyle(style), loadScript(new URL(script, document.baseURI).href)])
    .then(() => (globalThis as unknown as Record<string, unknown>)[global])
    .catch((error: unknown) => {
      loads.delete(script);
      throw error;
    });
  loads.set(script, load);
  return load;
}

function loadStyle(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(path, document.baseURI).href;
    link.onload = () => { resolve(); };
    link.onerror = () => { reject(new Error(`${path} could not be loaded`)); };
    document.head.append(link);
  });
}
