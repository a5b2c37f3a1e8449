// SPDX-License-Identifier: MIT
// dist/embed.js: the one script of a course page. A classic script, so that its host needs no CORS headers.
import { EmbedClient } from './client';
import { PlaygroundElement, site } from './element';
import { EMBED_PROTOCOL } from './protocol';
import { DEFAULT_SELECTOR, TAG, upgradeBlocks } from './upgrade';

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript
  : document.querySelector<HTMLScriptElement>('script[src*="embed.js"]');
site.base = new URL('./', script?.src ?? document.baseURI).href;

const api = {
  version: __LOOPSCOPE_VERSION__,
  protocol: EMBED_PROTOCOL,
  /** Upgrades blocks of code that entered the page later. */
  upgrade: (root: ParentNode = document, selector = script?.dataset['selector'] ?? DEFAULT_SELECTOR): void => { upgradeBlocks(root, selector); },
  /** The page's end of a frame that the page made itself. */
  connect: (frame: HTMLIFrameElement, first?: ConstructorParameters<typeof EmbedClient>[1]): EmbedClient => new EmbedClient(frame, first),
};
export type LoopscopeApi = typeof api;

declare global {
  interface Window { Loopscope?: LoopscopeApi }
}

// A page may carry the script twice.
if (!window.Loopscope) {
  window.Loopscope = api;
  customElements.define(TAG, PlaygroundElement);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => { api.upgrade(); }, { once: true });
  else api.upgrade();
}
