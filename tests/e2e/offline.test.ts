// SPDX-License-Identifier: MIT
// The page without a network.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLines, instant, NARROW, open, setProgram, useStage, waitForState } from './browser';
import { siteFolder } from './site';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

/** The service worker has fetched everything and answers for the page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    if (registration.active?.state !== 'activated') {
      await new Promise<void>((resolve) => { registration.active?.addEventListener('statechange', () => { resolve(); }); });
    }
  });
}

describe('without a network', () => {
  it('the page opens, runs, imports and shares; the course too', async () => {
    const context = await stage.context({ serviceWorkers: 'allow', viewport: NARROW, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await open(page, stage.url);
    await kept(page);
    await context.setOffline(true);
    await page.goto('about:blank');
    await open(page, `${stage.url}?lang=en#example/03_two_tasks`);
    await setProgram(page, 'import textwrap, statistics\nprint(textwrap.shorten("off line at all", 9), statistics.mean([1, 2]))\n');
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['off [...] 1.5']);
    await page.locator('#share').click();
    await page.locator('[name="share-format"][value="qr"]').check();
    await page.locator('.qr svg').waitFor();
    await page.goto(`${stage.url}course/index.html`);
    await page.locator('#await .embed-run').click();
    await page.frameLocator('#await iframe').locator('#run').click();
    await expect.poll(() => page.frameLocator('#await iframe').locator('.console-text').count(), { timeout: 10_000 }).toBeGreaterThan(1);
    // Everything is fetched first.
  }, 300_000);

  it('every example runs', async () => {
    const folder = fileURLToPath(new URL('../../playground-examples', import.meta.url));
    const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
    expect(names.length).toBeGreaterThanOrEqual(28);
    const context = await stage.context({ serviceWorkers: 'allow', viewport: { width: 1440, height: 6_000 } });
    const page = await context.newPage();
    await open(page, stage.url);
    await kept(page);
    await context.setOffline(true);
    for (const name of names.map((file) => file.slice(0, -3))) {
      const expected = readFileSync(join(folder, 'expected', `${name}.out`), 'utf8');
      await page.goto('about:blank');
      await open(page, `${stage.url}#example/${name}`);
      await instant(page);
      await page.locator('#run').click();
      await waitForState(page, 'finished', 40_000);
      const lines = expected.replace(/\n$/, '').split('\n').map((line) => line.trimEnd());
      await expect.poll(async () => (await consoleLines(page)).map((line) => line.trimEnd()), { message: name }).toEqual(lines);
    }
  }, 180_000);

  it('can be installed', async () => {
    const page = await stage.page();
    const manifest = await page.evaluate(async () => (await fetch(document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? '')).json() as Promise<{ icons: { src: string }[]; display: string; start_url: string }>);
    expect(manifest).toMatchObject({ display: 'standalone', start_url: './index.html' });
    for (const { src } of manifest.icons) expect(readFileSync(join(siteFolder, src)).byteLength).toBeGreaterThan(300);
  });
});
