// SPDX-License-Identifier: MIT
/** The built site on a loopback port, sent as a file host sends it: gzipped, and cached as GitHub Pages caches. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
};
const packed = new Set(['.html', '.js', '.css', '.svg', '.wasm', '.json', '.webmanifest']);

/** @returns {Promise<{url: string, close: () => void}>} `url` ends in a slash */
export async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('not found');
      return;
    }
    const type = extname(file);
    const zip = packed.has(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': types[type] ?? 'application/octet-stream', 'cache-control': 'max-age=600', ...(zip && { 'content-encoding': 'gzip' }),
    });
    const bytes = createReadStream(file);
    (zip ? bytes.pipe(createGzip()) : bytes).pipe(response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
