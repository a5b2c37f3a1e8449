// SPDX-License-Identifier: MIT
// The page without a network: what it is made of is fetched once, ahead of time; what only some visitors need is kept when
// it was first needed. Built into sw.js by web/build/offline.ts.
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

cleanupOutdatedCaches();
addPlugins([{
  // A file host's HTTP cache may still hold an older page under the same name.
  requestWillFetch: ({ request }) => Promise.resolve(new Request(request, { cache: 'reload' })),
}]);
precacheAndRoute([...__LOOPSCOPE_PRECACHE__], {
  // Options are in the query; the file is the same.
  ignoreURLParametersMatching: [/.*/],
  directoryIndex: 'index.html',
});
// Monaco, mostly. Names change with their content, so what is kept is never stale.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /\/assets\/[^?]*-[\w-]{8}\.\w+$/.test(url.pathname),
  new CacheFirst({ cacheName: 'loopscope-assets' }),
);
