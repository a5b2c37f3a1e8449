// SPDX-License-Identifier: MIT
// Embeds on pages that change under them: themes, frameworks, elements that move and leave; and files that do not come.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../web/embed/public';
import { escapeHtml } from '../../web/share/snippets';
import { useStage } from './browser';
import { servePages, siteFolder, type Site } from './site';

const stage = useStage();
const HELLO = 'print("hello")\n';
const embed = (attributes = '', code = HELLO): string => `<loopscope-playground id="e" ${attributes}><pre><code>${escapeHtml(code)}</code></pre></loopscope-playground>`;

const PAGES: Readonly<Record<string, string>> = {
  '/plain.html': embed(),
  '/dark.html': `<style>body { background: oklch(20% 0.02 200); color: white } html.day body { background: white }</style><main>${embed()}</main>`,
  '/pinned.html': `<style>body { background: black }</style>${embed('theme="light"')}`,
  '/readonly.html': embed('readonly clock="virtual"'),
  '/autorun.html': `<div style="height: 3000px"></div>${embed('autorun clock="virtual"')}`,
  '/rtl.html': `<script>document.documentElement.dir = 'rtl'</script>${embed('clock="virtual" panels="tasks"')}`,
  '/empty.html': '<div id="room"></div>',
};

let host: Site;
beforeAll(async () => {
  host = await servePages(Object.fromEntries(Object.entries(PAGES).map(([path, page]) =>
    [path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Course</title><link rel="icon" href="data:,"><script src="${stage.url}embed.js"></script><body>${page}</body></html>`])));
});
afterAll(() => host.close());
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

async function course(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await stage.context(options)).newPage();
  await page.goto(host.url.slice(0, -1) + path);
  return page;
}

const liveIn = (page: Page): FrameLocator => page.frameLocator('loopscope-playground iframe');
const printed = (page: Page): Promise<string[]> => liveIn(page).locator('.console-text').allInnerTexts();
const scheme = (page: Page): Promise<string> => page.locator('#e .embed-static').evaluate((element) => getComputedStyle(element).colorScheme);
const frameBackground = (page: Page): Promise<string> => liveIn(page).locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);

describe('an embed\'s theme', () => {
  it('is the page\'s, whatever the system\'s is, and follows it', async () => {
    const light = await course('/plain.html', { colorScheme: 'dark' });
    expect(await scheme(light)).toBe('light');
    const page = await course('/dark.html', { colorScheme: 'light' });
    expect(await scheme(page)).toBe('dark');
    await page.evaluate(() => { document.documentElement.classList.add('day'); });
    await expect.poll(() => scheme(page)).toBe('light');
    await page.locator('.embed-edit').click();
    await liveIn(page).locator('#run').waitFor();
    expect(await frameBackground(page)).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => { document.documentElement.classList.remove('day'); });
    await expect.poll(() => frameBackground(page)).toBe('rgb(16, 24, 27)');
  });

  it('is the author\'s if they say', async () => {
    const page = await course('/pinned.html', { colorScheme: 'dark' });
    expect(await scheme(page)).toBe('light');
    await page.locator('#e').evaluate((element) => { element.setAttribute('theme', 'dark'); });
    expect(await scheme(page)).toBe('dark');
  });
});

describe('an embed made by a framework', () => {
  it('takes attributes set before or after it is in the page, and no property hides one', async () => {
    const page = await course('/empty.html');
    const hidden = await page.evaluate(() => {
      const element = document.createElement('loopscope-playground');
      // React and Vue set a property where there is one of that name.
      const taken = ['code', 'src', 'view', 'panels', 'clock', 'speed', 'seed', 'readonly', 'predict', 'autorun', 'start', 'theme', 'height'].filter((name) => name in element);
      element.id = 'e';
      element.setAttribute('code', 'print("first")');
      element.setAttribute('clock', 'virtual');
      element.run();
      document.querySelector('#room')?.append(element);
      return taken;
    });
    expect(hidden).toEqual([]);
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['first']);
    await page.locator('#e').evaluate((element) => { element.setAttribute('code', 'print("second")'); });
    await liveIn(page).locator('#run').click();
    await expect.poll(() => printed(page)).toEqual(['second']);
  });

  it('that is moved or leaves the page and comes back can be run again', async () => {
    const page = await course('/plain.html');
    await page.locator('.embed-run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
    await page.evaluate(() => {
      const element = document.querySelector('#e');
      document.body.prepend(document.createElement('hr'));
      if (element) document.body.prepend(element);
    });
    await liveIn(page).locator('#run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
    await page.evaluate(async () => {
      const element = document.querySelector('#e');
      element?.remove();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      if (element) document.body.append(element);
    });
    await page.locator('#e .embed-run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
  });
});

describe('an embed\'s options', () => {
  it('readonly: it runs, but takes no changes', async () => {
    const page = await course('/readonly.html');
    expect(await page.locator('.embed-edit').count()).toBe(0);
    await page.locator('.embed-run').click();
    const frame = liveIn(page);
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
    await frame.locator('.light-input').focus();
    await frame.locator('.cm-content').waitFor();
    await frame.locator('.cm-content').focus();
    await page.keyboard.type('x = 1');
    await frame.locator('#run').click();
    await expect.poll(() => printed(page)).toEqual(['hello']);
    expect(await page.locator('#e').evaluate((element) => (element as HTMLElement & { getCode(): Promise<string> }).getCode())).toBe('print("hello")');
  });

  it('autorun: it runs when it comes into view, and takes neither focus nor scroll', async () => {
    const page = await course('/autorun.html');
    await page.waitForTimeout(500);
    expect(page.frames()).toHaveLength(1);
    await page.evaluate(() => { scrollTo(0, 2_900); });
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    const at = await page.evaluate(() => scrollY);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => scrollY)).toBe(at);
  });

  it('on a page from right to left its program is still from left to right', async () => {
    const page = await course('/rtl.html');
    expect(await page.locator('.embed-code').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const [run, link] = await Promise.all(['.embed-run', '.embed-link'].map((selector) => page.locator(selector).boundingBox()));
    expect((run?.x ?? 0) > (link?.x ?? 0)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('on paper', () => {
  it('a live embed is the program as the reader has it, whole, with what it printed', async () => {
    const page = await course('/plain.html');
    await page.locator('.embed-edit').click();
    const frame = liveIn(page);
    await frame.locator('.cm-content').waitFor();
    await frame.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('for n in range(30):\n    print("line", n)\n');
    await frame.locator('#run').click();
    await expect.poll(() => frame.locator('.status').getAttribute('data-state'), { timeout: 15_000 }).toBe('finished');
    await page.waitForTimeout(500);
    const papers = (where: 'page' | 'frame'): Promise<{ before: string; after: number }> => {
      const look = (): { before: string; after: number } => {
        const root = document.querySelector('#e')?.shadowRoot ?? document;
        dispatchEvent(new Event('beforeprint'));
        const before = [...root.querySelectorAll('.embed-static')].map((paper) => paper.textContent).join('');
        dispatchEvent(new Event('afterprint'));
        return { before, after: root.querySelectorAll('.embed-static').length };
      };
      return where === 'page' ? page.evaluate(look) : frame.locator('body').evaluate(look);
    };
    for (const where of ['page', 'frame'] as const) {
      const { before, after } = await papers(where);
      expect(before, where).toContain('for n in range(30):');
      expect(before, where).toContain('line 29');
      expect(after, where).toBe(0);
    }
    expect(await frame.locator('#run').isVisible()).toBe(true);
  });

  it('what the reader wrote outlives the frame', async () => {
    const page = await course('/plain.html');
    await page.locator('.embed-edit').click();
    const frame = liveIn(page);
    await frame.locator('.cm-content').waitFor();
    await frame.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('print("mine")');
    await page.waitForTimeout(800);
    await page.evaluate(async () => {
      const element = document.querySelector('#e');
      element?.remove();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      if (element) document.body.append(element);
    });
    await page.locator('#e .embed-run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['mine']);
  });
});

describe('a pinned loader', () => {
  it.each([['the hash that the build gives', true], ['another', false]])('%s', async (_name, right) => {
    const { 'embed.js': hash = '' } = JSON.parse(readFileSync(join(siteFolder, 'integrity.json'), 'utf8')) as Record<string, string>;
    const page = await course('/empty.html');
    // As GitHub Pages sends it.
    await page.route('**/embed.js?pinned', (route) => route.fulfill({ path: join(siteFolder, 'embed.js'), headers: { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' } }));
    const outcome = await page.evaluate(([src, integrity]) => new Promise((resolve) => {
      const script = document.createElement('script');
      Object.assign(script, { src, integrity, crossOrigin: 'anonymous', onload: () => { resolve('runs'); }, onerror: () => { resolve('refused'); } });
      document.head.append(script);
    }), [`${stage.url}embed.js?pinned`, right ? hash : hash.replace(/-./, '-x')] as const);
    expect(outcome).toBe(right ? 'runs' : 'refused');
    if (!right) stage.problems.length = 0;
  });
});

describe('when files do not come', () => {
  it.each([['the frame', /embed\.html/, 404], ['its first script', /embed-start/, 503], ['its core', /embed-live-[\w-]+\.js/, 404]])('%s: the text stays, says so soon, and works when it is back', async (_name, pattern, status) => {
    const page = await course('/plain.html');
    await page.route(pattern, (route) => route.fulfill({ status, body: 'no' }));
    await page.locator('.embed-run').click();
    await page.locator('.embed-note').filter({ hasText: 'could not be loaded' }).waitFor({ timeout: 15_000 });
    expect(await page.locator('.embed-code').innerText()).toContain('hello');
    expect(await page.locator('#e iframe').count()).toBe(0);
    await page.unroute(pattern);
    await page.locator('.embed-run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
    stage.problems.length = 0;
  });

  it('the runtime: the embed says so, and Run tries again', async () => {
    const page = await course('/plain.html');
    await page.route(/loopscope-[\w-]+\.wasm$/, (route) => route.abort());
    await page.locator('.embed-run').click();
    await liveIn(page).locator('.banner.is-bad').filter({ hasText: 'could not be fetched' }).waitFor({ timeout: 15_000 });
    await page.unroute(/loopscope-[\w-]+\.wasm$/);
    await liveIn(page).locator('#run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['hello']);
    stage.problems.length = 0;
  });

  it('the editor: the program can be changed all the same', async () => {
    const page = await course('/plain.html');
    await page.route(/embed-editor/, (route) => route.abort());
    await page.locator('.embed-edit').click();
    const area = liveIn(page).locator('.light-input');
    await area.fill('print("changed")');
    await liveIn(page).locator('#run').click();
    await expect.poll(() => printed(page), { timeout: 15_000 }).toEqual(['changed']);
    stage.problems.length = 0;
  });
});
