// SPDX-License-Identifier: MIT
// Every example runs in Chromium and prints what CPython 3.13 printed (playground-examples/expected).
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleLines, instant, open, useStage, waitForState } from './browser';

const folder = fileURLToPath(new URL('../../playground-examples', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.py')).map((name) => name.slice(0, -3)).sort();
/** So high that no line of an example is outside the virtual list. */
const TALL = { viewport: { width: 1440, height: 6_000 } };

const stage = useStage();

describe('examples in the browser', () => {
  let page: Page;
  beforeAll(async () => { page = await stage.page('', TALL); });
  afterAll(() => stage.closeContexts());

  it('are at least twelve', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  it.each(names)('%s prints what CPython prints', async (name) => {
    const expected = readFileSync(`${folder}/expected/${name}.out`, 'utf8');
    // A fresh document each time: a change of the fragment alone would keep the old page.
    await page.goto('about:blank');
    await open(page, `${stage.url}#example/${name}`);
    await instant(page);
    await page.locator('#run').click();
    await waitForState(page, /finished|crashed/, 40_000);
    // The state is told at once, the lines are drawn with the next frame.
    const lines = expected.replace(/\n$/, '').split('\n').map((line) => line.trimEnd());
    await expect.poll(async () => (await consoleLines(page)).map((line) => line.trimEnd())).toEqual(lines);
    expect(stage.problems).toEqual([]);
  });
});
