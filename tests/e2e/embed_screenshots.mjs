// SPDX-License-Identifier: MIT
/**
 * Takes the pictures of the course and its embeds for the docs from the built site:
 *   node tests/e2e/embed_screenshots.mjs [FOLDER]      (default docs/screenshots; needs dist/ and Chromium)
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from '../support/file_host.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = process.env.LOOPSCOPE_SITE ?? join(root, 'dist');
const folder = process.argv[2] ?? join(root, 'docs/screenshots');
const { url: base, close } = await serveFolder(site);
const url = `${base}course/`;
const browser = await chromium.launch({ executablePath: process.env.LOOPSCOPE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
mkdirSync(folder, { recursive: true });

const wide = { viewport: { width: 1440, height: 900 } };
const tablet = { viewport: { width: 768, height: 1024 } };
const narrow = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** A lesson with a live embed. */
async function lessonPicture(name, path, options, lesson, act) {
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

/** The page as a reader finds it: nothing has come alive. */
async function pagePicture(name, path, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(url + path);
  await page.locator('loopscope-playground .embed-code').last().waitFor();
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
      await pagePicture(`course-${size}-${colorScheme}-${language}`, path, { ...options, colorScheme });
      await lessonPicture(`embed-${size}-${colorScheme}-${language}`, path, { ...options, colorScheme }, 'await', finished);
    }
  }
}
await browser.close();
close();
