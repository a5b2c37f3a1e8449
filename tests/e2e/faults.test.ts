// SPDX-License-Identifier: MIT
// What goes wrong around a program: files that do not come, two tabs, full storage, impatient fingers.
import type { Page, Route } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLines, open, setProgram, state, useStage, waitForState } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

/** A server's ways to fail, half-way among them. */
const FAULTS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is not there': (route) => route.fulfill({ status: 404, body: 'not found' }),
  'breaks off': (route) => route.abort('connectionreset'),
  'comes half': async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ contentType: route.request().url().endsWith('.wasm') ? 'application/wasm' : 'text/javascript', body: body.subarray(0, body.length / 2) });
  },
};

const storedDraft = (page: Page): Promise<string> => page.evaluate(() => localStorage.getItem('loopscope.draft') ?? '');

describe('a file of the runtime', () => {
  it.each([
    ['wasm', /loopscope-[\w-]+\.wasm$/], ['worker', /loopscope-worker-[\w-]+\.js$/], ['glue', /loopscope-(?!worker)[\w-]{8}\.js$/],
  ].flatMap(([name, pattern]) => Object.keys(FAULTS).map((fault) => [name, fault, pattern] as [string, string, RegExp])))('that %s %s: the page says so, and Run works when it is back', async (_name, fault, pattern) => {
    const context = await stage.context();
    const act = FAULTS[fault];
    if (!act) throw new Error(fault);
    await context.route(pattern, act);
    const page = await context.newPage();
    await open(page, `${stage.url}#example/01_first_await`);
    await page.locator('#run').click();
    await waitForState(page, 'crashed');
    await expect.poll(() => page.locator('.banner.is-bad').innerText()).toMatch(/could not be fetched|failed/);
    expect(await page.locator('.light-line').count()).toBeGreaterThan(5);
    await context.unroute(pattern);
    await page.locator('#speed').focus();
    await page.keyboard.press('End');
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    expect(await page.locator('.banner.is-bad').count()).toBe(0);
    // The browser tells of the failed request, too.
    stage.problems.length = 0;
  });
});

describe('two tabs', () => {
  it('never overwrite each other\'s program', async () => {
    const context = await stage.context();
    const [one, two] = [await context.newPage(), await context.newPage()];
    await open(one, stage.url);
    await setProgram(one, 'print("both")\n');
    await expect.poll(() => storedDraft(one)).toContain('both');
    await open(two, stage.url);
    await setProgram(two, 'print("second tab")\n');
    await expect.poll(() => storedDraft(two)).toContain('second tab');
    await one.bringToFront();
    await setProgram(one, 'print("first tab")\n');
    await expect.poll(() => storedDraft(one)).toContain('first tab');
    await two.bringToFront();
    await setProgram(two, 'print("second tab, again")\n');
    await expect.poll(() => storedDraft(two)).toContain('second tab, again');
    await two.reload();
    await two.locator('#run').waitFor();
    await two.locator('#examples').click();
    const mine = await two.locator('[data-example="draft"], [data-example^="kept"]').allInnerTexts();
    expect(mine[0]).toContain('second tab, again');
    expect(mine.join('\n')).toContain('first tab');
    // Of each tab the last state, not every one.
    expect(mine.filter((text) => text.includes('second tab'))).toHaveLength(2);
  });
});

describe('storage', () => {
  it('that is full keeps the newest program for this visit, and says so', async () => {
    const context = await stage.context();
    await context.addInitScript(() => {
      try {
        localStorage.setItem('loopscope.draft', JSON.stringify({ code: 'print("stored long ago")\n' }));
      } catch {
        // The empty page before ours has no storage.
      }
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    const page = await context.newPage();
    await open(page, stage.url);
    await setProgram(page, 'print("newest")\n');
    await page.locator('.banner').filter({ hasText: 'only while this page is open' }).waitFor();
    await page.locator('#examples').click();
    await page.locator('[data-example="03_two_tasks"]').click();
    await page.locator('#examples').click();
    await page.locator('[data-example="draft"]').click();
    await page.locator('#run').click();
    await expect.poll(() => consoleLines(page)).toEqual(['newest']);
  });
});

describe('impatience', () => {
  it('pressing everything twice leaves the page in order', async () => {
    const page = await stage.page('#example/03_two_tasks');
    await page.locator('#speed').focus();
    await page.keyboard.press('Home');
    await page.locator('#run').dblclick();
    await waitForState(page, /running|waiting/);
    await page.locator('#pause').dblclick();
    await page.locator('#step').dblclick();
    await waitForState(page, 'paused');
    await page.locator('#stop').dblclick({ force: true });
    await waitForState(page, 'finished');
    for (const dialog of ['examples', 'share', 'help']) {
      await page.locator(`#${dialog}`).evaluate((button: HTMLElement) => { button.click(); button.click(); });
      await page.locator('dialog[open]').waitFor();
      expect(await page.locator('dialog').count()).toBe(1);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog').count()).toBe(0);
    }
    await page.locator('#theme').dblclick();
    await page.locator('#speed').focus();
    await page.keyboard.press('End');
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    expect((await consoleLines(page)).at(-1)).toBe('fast finished');
  });

  it('going back and forth between links shows the program of each, and runs none', async () => {
    const page = await stage.page('#example/03_two_tasks');
    await page.evaluate(() => { location.hash = '#example/01_first_await'; });
    await expect.poll(() => page.locator('.program-title').innerText()).toContain('first await');
    await page.evaluate(() => { location.hash = '#code/1/4yooyswr0TDUBAA/1xt0n69'; });
    await expect.poll(() => page.locator('.light-input').inputValue()).toBe('print(1)');
    await page.goBack();
    await expect.poll(() => page.locator('.program-title').innerText()).toContain('first await');
    await page.goForward();
    await expect.poll(() => page.locator('.light-input').inputValue()).toBe('print(1)');
    expect(await state(page)).toBe('idle');
  });

  it('nonsense in the editor is only a SyntaxError', async () => {
    const page = await stage.page();
    for (const nonsense of ['ㅁㄴㅇㄹ ((( [[[ """ 🦜\u0000\u202e \\', '\t \t\n'.repeat(300), '(' .repeat(4_000), 'x'.repeat(200_000)]) {
      await setProgram(page, nonsense);
      await page.locator('#run').click();
      await waitForState(page, 'finished');
      expect(await page.locator('.banner.is-bad').count()).toBe(0);
    }
  });
});
