// SPDX-License-Identifier: MIT
// A page inside `sandbox="allow-scripts"` has an origin of its own, so it may fetch nothing from a file host that sends no
// CORS headers, its own folder included. Classic scripts are exempt: so every binary asset has a twin, the script
// `ASSET.js` (web/build/script_twins.ts), which leaves its bytes here.

declare global {
  var loopscopeAssets: Record<string, string> | undefined;
}

/** Whether this page or worker may fetch from its own host only by script. */
export function fetchesByScript(): boolean {
  return globalThis.origin === 'null';
}

/** Where an asset's twin lies. */
export function twinOf(url: string): string {
  return `${url}.js`;
}

/** The bytes that a twin left, once it has run. */
export function bytesLeftBy(url: string): Uint8Array<ArrayBuffer> {
  const name = new URL(url).pathname.replace(/^.*\//, '');
  const text = globalThis.loopscopeAssets?.[name];
  if (text === undefined) throw new Error(`${name}.js did not bring its asset`);
  delete globalThis.loopscopeAssets?.[name];
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
