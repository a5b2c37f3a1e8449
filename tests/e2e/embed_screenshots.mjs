// SPDX-License-Identifier: MIT
/**
 * Takes the pictures of embeds for the docs from the built site:
 *   node tests/e2e/embed_screenshots.mjs [FOLDER]      (default docs/screenshots; needs dist/ and Chromium)
 */
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = process.env.LOOPSCOPE_SITE ?? join(root, 'dist');
const folder = process.argv[2] ?? join(root, 'docs/screenshots');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname.replaceAll('..', '');
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  return createReadStream(file).pipe(response);
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const url = `http://127.0.0.1:${server.address().port}/course/`;
const browser = await chromium.launch({ executablePath: process.env.LOOPSCOPE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
mkdirSync(folder, { recursive: true });

const wide = { viewport: { width: 1440, height: 900 } };
const tablet = { viewport: { width: 768, height: 1024 } };
const narrow = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

async function picture(name, path, options, lesson, act) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url + path);
  await page.locator(`#${lesson} .embed-run`).click();
  const frame = page.frameLocator(`#${lesson} iframe`);
  await frame.locator('#run').waitFor();
  await act(frame);
  await page.locator(`#${lesson}`).evaluate((section) => { section.scrollIntoView(); });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(name);
}

const finished = async (frame) => {
  await frame.locator('#instant').check();
  await frame.locator('#run').click();
  await frame.locator('.status[data-state="finished"]').waitFor();
};

for (const [path, language] of [['index.html', 'en'], ['ko.html', 'ko']]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, options] of Object.entries({ wide, tablet, narrow })) {
      await picture(`embed-${size}-${colorScheme}-${language}`, path, { ...options, colorScheme }, 'await', finished);
    }
  }
}
await browser.close();
server.close();
