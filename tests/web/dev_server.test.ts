// SPDX-License-Identifier: MIT
// `npm run dev` serves what only the build writes: the embeds' loader and the course.
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

let server: ViteDevServer;
let url = '';
beforeAll(async () => {
  server = await createServer({ configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)), logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false, watch: null } });
  await server.listen();
  url = server.resolvedUrls?.local[0] ?? '';
}, 120_000);
afterAll(() => server.close());

it('the loader, as a classic script', async () => {
  const response = await fetch(`${url}embed.js`);
  expect(response.headers.get('content-type')).toBe('text/javascript');
  const script = await response.text();
  expect(script).toContain('loopscope-playground');
  expect(() => { new Function(script); }).not.toThrow();
}, 120_000);

it.each([['course/', '<html lang="en">'], ['course/ko.html', '<html lang="ko">'], ['course/course.css', '.lesson']])('%s', async (path, content) => {
  const response = await fetch(url + path);
  expect(response.ok).toBe(true);
  expect(await response.text()).toContain(content);
});
