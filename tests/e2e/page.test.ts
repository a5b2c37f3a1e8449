// SPDX-License-Identifier: MIT
// The page itself: reads before Monaco, works in any folder and without storage, by keyboard, narrow, in both languages.
import { afterEach, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { consoleLines, monaco, NARROW, open, programLines, setProgram, useStage, waitForState } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

const SLEEP = 'import asyncio\n\nasync def main():\n    print("hello")\n    await asyncio.sleep(60)\n\nasyncio.run(main())\n';

describe('the page', () => {
  it('can be read, edited and run before Monaco arrives', async () => {
    const context = await stage.context();
    const page = await context.newPage();
    // Monaco never arrives here.
    await page.route(/monaco_editor|editor\.api/, (route) => route.abort());
    await open(page, `${stage.url}#example/01_first_await`);
    expect(await page.locator('.light-line .code-keyword').count()).toBeGreaterThan(3);
    expect(await page.locator('.light-editor').count()).toBe(1);
    await setProgram(page, 'print("without Monaco")\n');
    await page.locator('#run').click();
    await expect.poll(() => consoleLines(page)).toEqual(['without Monaco']);
    stage.problems.length = 0;
  });

  it('without JavaScript says what it needs and where to read', async () => {
    const page = await (await stage.context({ javaScriptEnabled: false })).newPage();
    await page.goto(stage.url);
    const course = page.getByRole('link', { name: 'course' });
    expect(await course.evaluate((link) => link.getBoundingClientRect().bottom < innerHeight).catch(() => course.isVisible())).toBe(true);
    await course.click();
    await expect.poll(() => page.title()).toContain('async Python');
  });

  it('remembers the program', async () => {
    const page = await stage.page();
    await monaco(page);
    await setProgram(page, 'print("remember me")\n');
    await page.reload();
    await monaco(page);
    expect((await programLines(page))[0]).toBe('print("remember me")');
  });

  it('works with storage blocked', async () => {
    const context = await stage.context();
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    });
    const page = await context.newPage();
    await open(page, stage.url);
    await monaco(page);
    await setProgram(page, 'print("no storage")\n');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => consoleLines(page)).toEqual(['no storage']);
    await expect.poll(() => page.locator('.banner').innerText()).toContain('blocks storage');
    await page.locator('#theme').click();
  });

  it('opens examples by topic, in the visitor\'s language', async () => {
    const page = await stage.page('', { locale: 'ko-KR' });
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.locator('#examples').click();
    expect(await page.locator('.example').count()).toBeGreaterThan(12);
    expect(await page.locator('.dialog h3').allInnerTexts()).toContain('태스크');
    await page.locator('[data-example="03_two_tasks"]').click();
    expect(await page.locator('.program-title').innerText()).toBe('번갈아 실행되는 두 태스크');
    expect(page.url()).toContain('#example/03_two_tasks');
    await page.locator('#language').selectOption('en');
    await expect.poll(() => page.locator('.program-title').innerText()).toBe('Two tasks take turns');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('goes through its themes and remembers them', async () => {
    const page = await stage.page();
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('.toolbar') ?? document.body).backgroundColor);
    const light = await background();
    await page.locator('#theme').click();
    await page.locator('#theme').click();
    await expect.poll(background).not.toBe(light);
    await page.reload();
    await page.locator('#run').waitFor();
    expect(await background()).not.toBe(light);
  });

  it('is used by keyboard alone: leave the editor, run, walk the tables', async () => {
    const page = await stage.page();
    await monaco(page);
    await setProgram(page, SLEEP);
    await page.keyboard.press('Control+Enter');
    await waitForState(page, 'waiting');
    expect(await page.evaluate(() => document.activeElement?.closest('#editor') !== null)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#editor') !== null), 'Tab writes').toBe(true);
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#announcer').innerText()).toBe('Tab now leaves the editor.');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#editor') === null), 'Esc, then Tab, leaves').toBe(true);
    for (let press = 0; press < 20; press += 1) {
      if (await page.evaluate(() => document.activeElement?.closest('.task-table') !== null)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.task-table [aria-selected="true"]').count()).toBe(1);
    await page.keyboard.press('Shift+F5');
    await waitForState(page, 'finished');
    await expect.poll(() => page.locator('#announcer').innerText()).toBe('The program was stopped.');
    await page.keyboard.press('Alt+H');
    await expect.poll(() => page.locator('dialog[open] kbd').count()).toBeGreaterThan(8);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  });

  it('resizes its panes by keyboard and remembers them', async () => {
    const page = await stage.page();
    const bar = page.locator('.splitter.of-columns');
    const before = Number(await bar.getAttribute('aria-valuenow'));
    await bar.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBe(before + 10);
    await page.reload();
    await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBe(before + 10);
  });

  it('has tabs on a narrow screen, and runs there', async () => {
    const page = await stage.page('#example/01_first_await', { viewport: NARROW, hasTouch: true, isMobile: true });
    expect(await page.locator('[role="tab"]').count()).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
    await page.locator('#run').click();
    await waitForState(page, 'waiting');
    expect(await page.locator('.task-table .list-row').first().isVisible()).toBe(true);
    await page.locator('#tab-code').click();
    await expect.poll(() => page.locator('.light-line.has-tasks').count()).toBe(1);
    await page.locator('#tab-console').click();
    await expect.poll(async () => (await consoleLines(page))[0]).toBe('안녕하세요, before the first await');
    expect(await page.locator('.monaco-editor').count()).toBe(0);
  });

  it.each([
    ['light', 'en-US', {}],
    ['dark', 'ko-KR', {}],
    ['light', 'ko-KR', { viewport: NARROW, hasTouch: true, isMobile: true }],
  ] as const)('has no accessibility violations (%s, %s)', async (colorScheme, locale, extra) => {
    const page = await stage.page('#example/03_two_tasks', { colorScheme, locale, ...extra });
    const narrow = 'viewport' in extra;
    if (!narrow) await monaco(page);
    expect(await violations(page)).toEqual([]);
    // So slow that the program still lives when the machine is busy.
    await page.locator('#speed').press('Home');
    await page.locator('#run').click();
    await waitForState(page, 'waiting');
    await page.locator('.task-table .list-row').first().click();
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
    for (const dialog of ['examples', 'share', 'help']) {
      await page.locator(`#${dialog}`).click();
      await page.waitForTimeout(200);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
});
