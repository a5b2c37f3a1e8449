// SPDX-License-Identifier: MIT
// The page by keyboard alone, enlarged, on paper, without motion, mirrored, and by its command palette.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { consoleLines, state, useStage, waitForState } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

async function palette(page: Page): Promise<void> {
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await expect.poll(() => focused(page)).toBe('palette-input');
}

/** Presses Tab until `wanted` has the focus, as somebody without a pointer does. */
async function tabTo(page: Page, wanted: string, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) === true, wanted)) return;
    // In the program, Tab writes; Esc, then Tab, leaves.
    if (await page.evaluate(() => document.activeElement?.closest('#editor') !== null)) await page.keyboard.press('Escape');
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

describe('by keyboard alone', () => {
  it('one can run, inspect and share', async () => {
    const page = await stage.page('#example/03_two_tasks');
    await tabTo(page, '#speed');
    await page.keyboard.press('Home');
    await tabTo(page, '#run', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await waitForState(page, 'waiting');
    await tabTo(page, '#pause');
    await page.keyboard.press('Enter');
    await waitForState(page, 'paused');
    await tabTo(page, '.task-table [role="row"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.task-table [aria-selected="true"]').count()).toBe(1);
    await expect.poll(() => page.locator('.panel-chain').innerText()).toMatch(/tick|main/);
    await tabTo(page, '#share', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('share-link');
    await tabTo(page, '[name="share-format"]', 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('#share-link').inputValue()).toMatch(/^\[Two tasks take turns\]/);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('share');
    await page.keyboard.press('Shift+F5');
    await waitForState(page, 'finished');
  });

  it('finds everything in the palette', async () => {
    const page = await stage.page();
    await palette(page);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('cancelling');
    await expect.poll(() => page.locator('#palette-list [role="option"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.program-title').innerText()).toBe('Cancelling a task');
    await palette(page);
    await page.keyboard.type('dark');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await palette(page);
    await page.keyboard.type('instant');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.speed-value').innerText()).toBe('Instant');
    await palette(page);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForState(page, 'finished');
    await palette(page);
    await page.keyboard.type('한국');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ko');
    await palette(page);
    await page.keyboard.type('이벤트 루프');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#view').inputValue()).toBe('loop');
  });
});

describe('for every reader', () => {
  it('fits when enlarged to 200 %, wide and narrow', async () => {
    // What a browser does at 200 %: half as many CSS pixels, twice as many device pixels each.
    for (const viewport of [{ width: 720, height: 450 }, { width: 195 * 2, height: 422 }]) {
      const page = await stage.page('#example/03_two_tasks', { viewport, deviceScaleFactor: 2 });
      await page.locator('#run').click();
      await waitForState(page, /waiting|finished/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      for (const id of ['#run', '#stop', '#share', '#help']) expect(await page.locator(id).isVisible(), id).toBe(true);
    }
  });

  it.each(['en', 'ko'])('says the state of the run in full at every width (%s)', async (lang) => {
    const page = await stage.page(`?lang=${lang}#example/03_two_tasks`);
    // Slowly: a busy machine may take its time to press Pause.
    await page.locator('#speed').fill('0');
    await page.locator('#run').click();
    await waitForState(page, 'waiting');
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    await page.locator('#speed').fill('3');
    // Longer than those that it can be stopped in.
    const ended = lang === 'en' ? 'Ended with an error' : '오류로 끝남';
    for (const width of [320, 390, 600, 768, 860, 861, 900, 981, 1024, 1080, 1180, 1277, 1280, 1366, 1421, 1440, 1536, 1601, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const fits = await page.evaluate((longest) => {
        const [state, toolbar] = ['.status-text', '.toolbar'].map((selector) => document.querySelector(selector));
        if (!state || !toolbar) throw new Error('no toolbar');
        const boxes = [...toolbar.querySelectorAll('button, label, .status')].map((element) => element.getBoundingClientRect());
        const cut = (): boolean => state.scrollWidth > state.clientWidth;
        const usual = cut();
        const text = state.firstChild as Text;
        const before = text.data;
        text.data = longest;
        const long = cut();
        text.data = before;
        return { usual, long, over: toolbar.scrollWidth - innerWidth, overlap: boxes.some((box, index) => boxes.slice(index + 1).some((other) => box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 1 && other.top < box.bottom - 1)) };
      }, ended);
      expect(fits, String(width)).toEqual({ usual: false, long: width < 1000 && fits.long, over: 0, overlap: false });
    }
  });

  it('leaves most of a phone on its side to the program', async () => {
    for (const viewport of [{ width: 667, height: 375 }, { width: 844, height: 390 }]) {
      const page = await stage.page('#example/03_two_tasks', { viewport, hasTouch: true, isMobile: true });
      await page.locator('#run').click();
      await waitForState(page, /waiting|finished/);
      const [toolbar, tabs] = await Promise.all(['.toolbar', '.tabs'].map((selector) => page.locator(selector).boundingBox()));
      expect((toolbar?.height ?? 999) + (tabs?.height ?? 999)).toBeLessThan(viewport.height * 0.28);
      for (const id of ['#examples', '#run', '#stop', '#pause', '#step', '#speed', '#share', '#help']) expect(await page.locator(id).isVisible(), id).toBe(true);
      expect(await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.toolbar button, .toolbar label, .status')].map((element) => element.getBoundingClientRect());
        return boxes.some((box, index) => boxes.slice(index + 1).some((other) => box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 1 && other.top < box.bottom - 1));
      })).toBe(false);
    }
  });

  it('shows above a dialog what was done in it', async () => {
    const page = await stage.page();
    await page.locator('#share').click();
    await page.locator('.toast').waitFor();
    expect(await page.locator('.toast').evaluate((toast) => toast.matches(':popover-open'))).toBe(true);
  });

  it('moves nothing for those who asked for that', async () => {
    const page = await stage.page('#example/01_first_await', { reducedMotion: 'reduce' });
    await page.locator('#run').click();
    const moving = await page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 20).length);
    expect(moving).toBe(0);
  });

  it('stays readable mirrored: programs and output from left to right', async () => {
    const page = await stage.page('#example/03_two_tasks');
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await page.locator('#run').click();
    await expect.poll(async () => (await consoleLines(page)).length).toBeGreaterThan(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const selector of ['.light-line', '.console-text']) {
      expect(await page.locator(selector).first().evaluate((element) => getComputedStyle(element).direction), selector).toBe('ltr');
    }
    expect(await page.evaluate(() => {
      const [run, share] = ['run', 'share'].map((id) => document.getElementById(id)?.getBoundingClientRect().left ?? 0);
      return (run ?? 0) > (share ?? 0);
    })).toBe(true);
  });

  it('prints the whole program and all its output', async () => {
    const page = await stage.page('#example/19_producer_consumer');
    await page.locator('#speed').focus();
    await page.keyboard.press('End');
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const papers = [...document.querySelectorAll('.paper')].map((paper) => paper.textContent);
      dispatchEvent(new Event('afterprint'));
      return { papers, left: document.querySelectorAll('.paper').length };
    });
    expect(printed.papers[0]).toContain(' 1  import asyncio');
    expect(printed.papers[0]).toContain('asyncio.run(main())');
    expect(printed.papers[1]?.split('\n').length).toBeGreaterThan(10);
    expect(printed.left).toBe(0);
    expect((await page.pdf()).byteLength).toBeGreaterThan(5_000);
    expect(await state(page)).toBe('finished');
  });
});
