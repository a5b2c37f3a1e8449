// SPDX-License-Identifier: MIT
// dist/embed.js: the one script of a course page. A classic script, so that its host needs no CORS headers.
import { EmbedClient } from './client';
import { PlaygroundElement, site } from './element';
import { EMBED_PROTOCOL } from './protocol';
import type { LoopscopeApi } from './public';
import { DEFAULT_SELECTOR, TAG, upgradeBlocks } from './upgrade';

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript
  : document.querySelector<HTMLScriptElement>('script[src*="embed.js"]');
site.base = new URL('./', script?.src ?? document.baseURI).href;

const api: LoopscopeApi = {
  version: __LOOPSCOPE_VERSION__,
  protocol: EMBED_PROTOCOL,
  upgrade: (root = document, selector = script?.dataset['selector'] ?? DEFAULT_SELECTOR) => { upgradeBlocks(root, selector); },
  connect: (frame, first) => new EmbedClient(frame, first),
};

// A page may carry the script twice.
if (!window.Loopscope) {
  window.Loopscope = api;
  customElements.define(TAG, PlaygroundElement);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => { api.upgrade(); }, { once: true });
  else api.upgrade();
}
