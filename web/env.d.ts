// SPDX-License-Identifier: MIT
/// <reference types="vite/client" />

declare module 'virtual:loopscope-wasm' {
  /** URL of the Emscripten ES module, or null if the runtime was not built. */
  export const glueUrl: string | null;
  /** URL of the WebAssembly binary, or null if the runtime was not built. */
  export const wasmUrl: string | null;
  /** Base64 SHA-256 of that binary, or null if the runtime was not built. */
  export const wasmDigest: string | null;
  /** URL of the part of it that only some programs need, or null if the runtime was not built. */
  export const rareUrl: string | null;
  /** The top-level modules that programs import without needing it. */
  export const plainModules: readonly string[];
  /** URL of the library's manifest (its modules lie beside it), or null if the runtime was not built. */
  export const libraryUrl: string | null;
}

declare module '*.py?raw' {
  const text: string;
  export default text;
}

declare module 'monaco-editor/features/*';
declare module 'monaco-editor/languages/definitions/python/python.js' {
  export const conf: import('monaco-editor').languages.LanguageConfiguration;
}
declare module 'monaco-editor/nls/lang/*';

declare module 'virtual:loopscope-parts' {
  /** The live core of an embed; fetched when called for the first time. */
  export function loadLive(): Promise<typeof import('./embed/live')>;
  export function loadCodeMirrorEditor(): Promise<typeof import('./editor/codemirror_editor')>;
}

/** The package's version. */
declare const __LOOPSCOPE_VERSION__: string;

/** The files that the service worker fetches ahead of time. */
declare const __LOOPSCOPE_PRECACHE__: readonly { readonly url: string; readonly revision: string }[];
