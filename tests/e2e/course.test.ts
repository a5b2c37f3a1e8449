// SPDX-License-Identifier: MIT
// The demo course, as it is built: all its embeds come alive, and a prediction is explained from the run.
import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { lessons } from '../../web/course/lessons';
import { violations } from './axe';
import { NARROW, useStage } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

async function course(path: string, options = {}): Promise<Page> {
  const page = await (await stage.context(options)).newPage();
  await page.goto(`${stage.url}course/${path}`);
  await expect.poll(() => page.locator('loopscope-playground .embed-code').count()).toBe(lessons.length);
  return page;
}

const frameOf = (page: Page, lesson: string): FrameLocator => page.frameLocator(`#${lesson} loopscope-playground iframe`);

async function order(frame: FrameLocator): Promise<string[]> {
  return frame.locator('.predict-text').allInnerTexts();
}

describe('the demo course', () => {
  it.each(['index.html', 'ko.html'])('has ten lessons that run (%s)', async (path) => {
    const page = await course(path);
    expect(lessons).toHaveLength(10);
    for (const { id, predict } of lessons) {
      await page.locator(`#${id} .embed-run`).click();
      const frame = frameOf(page, id);
      await frame.locator('#instant').check();
      if (predict === true) await frame.locator('#run').click();
      await expect.poll(() => frame.locator('.status').getAttribute('data-state'), { timeout: 20_000, message: id }).toBe('finished');
      await expect.poll(() => frame.locator('.console-end').innerText()).toMatch(/0/);
      expect(await frame.locator('.console-text').count()).toBeGreaterThan(3);
    }
  }, 240_000);

  it('explains the first difference between prediction and run', async () => {
    const page = await course('index.html');
    await page.locator('#tasks .embed-run').click();
    const frame = frameOf(page, 'tasks');
    await frame.locator('.predict-lines li').first().waitFor();
    const right = ['two tasks created, none has started', 'fast 1', 'fast 2', '  slow 1', 'fast 3', 'fast 4', '  slow 2', '  slow finished', 'fast 5', 'fast finished'];
    expect((await order(frame)).toSorted()).toEqual(right.toSorted());
    expect(await order(frame)).not.toEqual(right);
    expect(await frame.locator('.panel-console').count(), 'the answer is not given away').toBe(0);
    // By keyboard alone: each line up to its place, but "slow 1" before "fast 2".
    const wanted = right.toSpliced(2, 2, '  slow 1', 'fast 2');
    for (const [place, line] of wanted.entries()) {
      for (let at = (await order(frame)).indexOf(line); at > place; at -= 1) {
        await frame.locator('.predict-lines li').nth(at).getByRole('button').first().press('Enter');
      }
    }
    expect(await order(frame)).toEqual(wanted);
    await frame.locator('#instant').check();
    await frame.locator('#run').click();
    await expect.poll(() => frame.locator('.predict-why p').allInnerTexts()).toHaveLength(3);
    const why = await frame.locator('.predict-why p').allInnerTexts();
    expect(why[0]).toBe('Line 3 is the first that differs. You expected “  slow 1”; the program printed “fast 2”.'.replace('  ', why[0]?.includes('“  ') === true ? '  ' : ' '));
    expect(why[1]).toMatch(/^At 0\.60\d s it was the turn of fast\.$/);
    expect(why[2]).toMatch(/^slow was waiting at line 6 and went on at 0\.70\d s\.$/);
    expect(await frame.locator('.predict-lines .is-right').count()).toBe(2);

    await frame.locator('#predict-again').click();
    const at = (await order(frame)).indexOf('fast 2');
    await frame.locator('.predict-lines li').nth(at).getByRole('button').first().click();
    await frame.locator('#run').click();
    await expect.poll(() => frame.locator('.predict-right').innerText()).toContain('exactly this order');
  });

  it.each([['light', 'index.html', {}], ['dark', 'ko.html', { viewport: NARROW, hasTouch: true, isMobile: true }]] as const)('has no accessibility violations (%s, %s)', async (colorScheme, path, extra) => {
    const page = await course(path, { colorScheme, ...extra });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await violations(page)).toEqual([]);
    for (const id of ['tasks', 'blocking']) {
      await page.locator(`#${id} .embed-run`).click();
      await frameOf(page, id).locator('#run').waitFor();
    }
    await frameOf(page, 'blocking').locator('.console-text').first().waitFor();
    expect(await violations(page)).toEqual([]);
    for (const frame of page.frames().slice(1)) expect(await violations(frame)).toEqual([]);
  });

  it('reads without JavaScript, coloured and with its output', async () => {
    const page = await (await stage.context({ javaScriptEnabled: false })).newPage();
    await page.goto(`${stage.url}course/index.html`);
    expect(await page.locator('.code-keyword').count()).toBeGreaterThan(100);
    expect(await page.locator('pre[data-output]').count()).toBe(10);
  });
});
