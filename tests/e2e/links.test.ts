// SPDX-License-Identifier: MIT
// Permalinks in the browser: what they carry, in which forms they are shared, and two hundred that were damaged.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLines, monaco, NARROW, open, programLines, setProgram, state, useStage, waitForState } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

const shared = (page: Page): Promise<string> => page.locator('#share-link').inputValue();

async function openShare(page: Page): Promise<void> {
  await page.locator('#share').click();
  await expect.poll(() => shared(page)).toContain('#code/1/');
}

describe('the share dialog', () => {
  it('carries clock, view and panel into the link', async () => {
    const context = await stage.context();
    const page = await context.newPage();
    await open(page, `${stage.url}#example/03_two_tasks`);
    await page.locator('#speed').focus();
    await page.keyboard.press('End');
    await openShare(page);
    // A link is made in its own time: each choice is waited for.
    let link = await shared(page);
    for (const [select, value] of [['#share-view', 'loop'], ['#share-panel', 'timers']] as const) {
      const before = link;
      await page.locator(select).selectOption(value);
      await expect.poll(() => shared(page)).not.toBe(before);
      link = await shared(page);
    }
    await expect.poll(() => page.url()).toBe(link);

    const other = await context.newPage();
    await open(other, link);
    expect(await other.locator('#view').inputValue()).toBe('loop');
    expect(await other.locator('.speed-value').innerText()).toBe('Instant');
    expect(await other.locator('.panel.is-pointed').getAttribute('data-panel')).toBe('timers');
    expect(await other.locator('.editor-pane').isVisible()).toBe(false);
    await other.locator('#view').selectOption('split');
    expect(await other.locator('.editor-pane').isVisible()).toBe(true);

    const phone = await stage.page(new URL(link).hash, { viewport: NARROW, hasTouch: true, isMobile: true });
    expect(await phone.locator('#tab-loop').getAttribute('aria-selected')).toBe('true');
  });

  it('gives Markdown, markup and a QR code', async () => {
    const page = await stage.page('#example/03_two_tasks');
    await openShare(page);
    const link = await shared(page);
    const choose = async (name: string): Promise<string> => {
      await page.locator(`[name="share-format"][value="${name}"]`).check();
      return name === 'qr' ? '' : shared(page);
    };
    expect(await choose('markdown')).toBe(`[Two tasks take turns](${link})`);
    await page.locator('#share-copy').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`[Two tasks take turns](${link})`);
    expect(await choose('element')).toMatch(/^<script src="http:.*\/embed\.js" async><\/script>\n<loopscope-playground lang="en">\n<pre><code class="language-python">import asyncio/);
    expect(await choose('frame')).toContain('sandbox="allow-scripts');
    await choose('qr');
    await page.locator('.qr svg path').waitFor();
    expect((await page.locator('.qr path').getAttribute('d'))?.length).toBeGreaterThan(1_000);
  });

  it('warns of links that chats cut', async () => {
    const page = await stage.page();
    const line = (index: number): string => `value_${String(index)} = "${String(Math.sin(index))}"`;
    await setProgram(page, Array.from({ length: 120 }, (_, index) => line(index)).join('\n'));
    await openShare(page);
    expect((await shared(page)).length).toBeGreaterThan(2_000);
    expect(await page.locator('.share-length strong').innerText()).toContain('2,000');
  });
});

/** A small generator, so that a failure can be repeated. */
function randomBelow(seed: number): (below: number) => number {
  let value = seed;
  return (below) => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((value / 2_147_483_648) * below);
  };
}

function mutate(link: string, next: (below: number) => number): string {
  const alphabet = 'ABCxyz0189-_/.=%<>"\'&#가\u202e{}`';
  const from = '#code/'.length;
  if (next(6) === 0) return link.slice(0, from + next(link.length - from));
  let mutated = link;
  for (let change = next(3); change >= 0; change -= 1) {
    const at = from + next(mutated.length - from);
    const letter = alphabet[next(alphabet.length)] ?? 'x';
    const kind = next(4);
    mutated = kind === 0 ? mutated.slice(0, at) + letter + mutated.slice(at + 1)
      : kind === 1 ? mutated.slice(0, at) + mutated.slice(at + 1)
        : kind === 2 ? mutated.slice(0, at) + letter + mutated.slice(at)
          : `${mutated.slice(0, at)}<img src=x onerror=alert(1)>${mutated.slice(at)}`;
  }
  return mutated;
}

describe('two hundred damaged permalinks', () => {
  it('each say so or open the right program; nothing runs, nothing of the visitor is lost', async () => {
    const page = await stage.page();
    await monaco(page);
    await setProgram(page, 'print("their program")\n');
    await openShare(page);
    const link = new URL(await shared(page)).hash;
    await page.keyboard.press('Escape');
    await setProgram(page, 'print("mine")\n');
    await page.waitForTimeout(600);
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts += 1;
      void dialog.dismiss();
    });

    const next = randomBelow(20_261_125);
    const outcomes = { problem: 0, right: 0 };
    for (let round = 0; round < 200; round += 1) {
      const mutated = mutate(link, next);
      // Every twentieth as a visitor would: a page of its own. The others by following a link on the open page.
      if (round % 20 === 0) {
        await page.goto('about:blank');
        await open(page, stage.url + mutated);
      } else {
        await page.evaluate((hash) => { location.hash = hash; }, mutated);
        await expect.poll(() => page.evaluate(() => location.hash === '' || document.querySelector('.banner') !== null), { message: mutated }).toBe(true);
      }
      const told = await page.locator('.banner').first().innerText();
      if (/came from a link/.test(told)) {
        outcomes.right += 1;
        expect((await programLines(page))[0], mutated).toBe('print("their program")');
        await page.getByRole('button', { name: 'Back to my program' }).click();
      } else {
        outcomes.problem += 1;
        expect(told, mutated).toMatch(/^This link|^The end of this link/);
        await page.getByRole('button', { name: 'Dismiss' }).click();
      }
      expect((await programLines(page))[0], mutated).toBe('print("mine")');
      expect(await state(page), mutated).toBe('idle');
      expect(await page.locator('img').count()).toBe(0);
    }
    expect(alerts).toBe(0);
    expect(outcomes.problem).toBeGreaterThan(150);
    await page.goto('about:blank');
    await open(page, stage.url);
    expect((await programLines(page))[0]).toBe('print("mine")');
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['mine']);
  }, 400_000);
});
