// SPDX-License-Identifier: MIT
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.png': 'image/png', '.json': 'application/json',
};

/** Where the site is built; `npm test` says where. */
export const siteFolder = process.env['LOOPSCOPE_SITE'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

export interface Site {
  /** Ends in a slash; deep in a sub-folder, as on a file host. */
  readonly url: string;
  /** Files sent so far, below the site's folder. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

/** Serves the built site as the plainest file host would: no special headers. `cached`: as GitHub Pages, for ten minutes. */
export async function serveSite({ folder = siteFolder, cached = false } = {}): Promise<Site> {
  const prefix = '/courses/async/loopscope/';
  const sent: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length) || 'index.html') : '..';
    const file = join(folder, inside);
    if (inside.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('not found');
      return;
    }
    sent.push(inside);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...(cached && { 'cache-control': 'max-age=600' }) });
    createReadStream(file).pipe(response);
  });
  const origin = await listen(server);
  return { url: `${origin}${prefix}`, sent, close: () => close(server) };
}

/** Serves pages by path from another port: somebody else's course. */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<Site> {
  const sent: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[path];
    if (page === undefined) {
      response.writeHead(404).end('not found');
      return;
    }
    sent.push(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html; charset=utf-8' }).end(page);
  });
  const origin = await listen(server);
  return { url: `${origin}/`, sent, close: () => close(server) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${String(address.port)}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => { resolve(); });
  });
}
