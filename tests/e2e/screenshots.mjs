// SPDX-License-Identifier: MIT
/**
 * Takes the pictures of README and docs from the built site:
 *   node tests/e2e/screenshots.mjs [FOLDER]      (default docs/screenshots; needs dist/ and Chromium)
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from '../support/file_host.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = process.env.LOOPSCOPE_SITE ?? join(root, 'dist');
const folder = process.argv[2] ?? join(root, 'docs/screenshots');
const { url, close } = await serveFolder(site);
const browser = await chromium.launch({ executablePath: process.env.LOOPSCOPE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
mkdirSync(folder, { recursive: true });

const wide = { viewport: { width: 1440, height: 900 } };
const tablet = { viewport: { width: 768, height: 1024 } };
const narrow = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** One picture: `act` brings the page where the picture is to be taken. */
async function picture(name, options, example, act) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${url}#example/${example}`);
  await page.locator('#run').waitFor();
  await act(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(name);
}

const state = (page, wanted) => page.locator(`.status[data-state="${wanted}"]`).waitFor({ timeout: 20_000 });

/** Waits until the running program's own clock shows `seconds`. */
const programTime = (page, seconds) =>
  page.waitForFunction((least) => Number.parseFloat(document.querySelector('.status-time')?.textContent ?? '') >= least, seconds, { polling: 20 });

/** In the middle of a run: slowly until then, so that a busy machine does not miss it. */
async function running(page, seconds = 1.15) {
  await page.locator('#speed').fill('1');
  await page.locator('#run').click();
  await programTime(page, seconds);
  const row = page.locator('.task-table .list-row').nth(1);
  if (await row.isVisible()) await row.click();
  await page.mouse.move(5, 500);
  await page.waitForTimeout(450);
  await page.locator('#speed').fill('3');
  await page.evaluate(() => { document.activeElement?.blur(); });
}

for (const [locale, language] of [['en-US', 'en'], ['ko-KR', 'ko']]) {
  for (const colorScheme of ['light', 'dark']) {
    const look = { locale, colorScheme };
    await picture(`wide-${colorScheme}-${language}`, { ...wide, ...look }, '19_producer_consumer', (page) => running(page));
    await picture(`tablet-${colorScheme}-${language}`, { ...tablet, ...look }, '19_producer_consumer', (page) => running(page));
    await picture(`narrow-${colorScheme}-${language}`, { ...narrow, ...look }, '19_producer_consumer', (page) => running(page));
    await picture(`narrow-code-${colorScheme}-${language}`, { ...narrow, ...look }, '03_two_tasks', async (page) => {
      await page.locator('#speed').fill('1');
      await page.locator('#run').click();
      await programTime(page, 0.9);
      await page.locator('#tab-code').click();
      await page.waitForTimeout(200);
      await page.locator('#speed').fill('3');
      await page.evaluate(() => { document.activeElement?.blur(); });
    });
  }
}
await picture('step', { ...wide, colorScheme: 'light' }, '20_task_group', async (page) => {
  await page.locator('#step').click();
  await state(page, 'paused');
  await page.waitForTimeout(500);
});
await picture('examples', { ...wide, colorScheme: 'light' }, '01_first_await', async (page) => {
  await page.locator('#examples').click();
  await page.waitForTimeout(400);
});
await browser.close();
close();
