// SPDX-License-Identifier: MIT
// Embeds in somebody else's course page, from another port: as elements, as upgraded blocks, as frames, sandboxed and
// without storage.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import type {} from '../../web/embed/loader';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../web/share/snippets';
import { programLines, useStage } from './browser';
import { servePages, siteFolder, type Site } from './site';

const stage = useStage();

const LESSON = (number: number): string => `import asyncio


async def main():
    print("lesson ${String(number)}: 안녕 <b>&amp;")
    await asyncio.sleep(0.05)
    print("done", ${String(number)})


asyncio.run(main())
`;
const NUMBERS = Array.from({ length: 10 }, (_, index) => index + 1);
const ENDLESS = 'import asyncio\n\nasync def main():\n    print("begun")\n    while True:\n        pass\n\nasyncio.run(main())\n';

const frames = (base: string, loading: string): string => NUMBERS.map((number) => `<p>Text.</p><iframe id="f${String(number)}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" loading="${loading}" width="100%" height="480"
    title="Lesson ${String(number)}" src="${base}embed.html?clock=virtual&code=${encodeURIComponent(LESSON(number))}"></iframe>`).join('\n');

const PAGES: Readonly<Record<string, (base: string) => string>> = {
  '/elements.html': (base) => `<script src="${base}embed.js" async></script>${NUMBERS.map((number) => (number % 2 === 0
    ? `<p>Text.</p><loopscope-playground id="e${String(number)}" clock="virtual"><pre><code class="language-python">${escapeHtml(LESSON(number))}</code></pre><pre data-output>lesson ${String(number)} printed this</pre></loopscope-playground>`
    : `<p>Text.</p><pre class="loopscope" data-clock="virtual" data-id="b${String(number)}"><code class="language-python">${escapeHtml(LESSON(number))}</code></pre>`)).join('\n')}
    <pre><code class="language-python">not_marked = "stays"</code></pre>`,
  '/frames-lazy.html': (base) => frames(base, 'lazy'),
  '/frames-eager.html': (base) => frames(base, 'eager'),
  '/api.html': (base) => `<script src="${base}embed.js"></script><iframe id="open" title="Lesson" src="${base}embed.html?clock=virtual&code=${encodeURIComponent(LESSON(1))}"></iframe>
    <iframe id="strict" title="Lesson" src="${base}embed.html?origin=https://other.example&code=${encodeURIComponent(LESSON(2))}"></iframe>`,
  '/marked.html': (base) => `<loopscope-playground clock="virtual"><pre><code>import asyncio
# loopscope: hide
secret = 41 + 1
async def main():
    pass
# loopscope: show
    await asyncio.sleep(0)
    print("yours", secret)
# loopscope: lock
asyncio.run(main())
# loopscope: unlock</code></pre></loopscope-playground><script src="${base}embed.js" async></script>`,
  // Its neighbour promises the runtime and sends something else, or nothing.
  '/liars.html': (base) => `${['wrong', 'silent'].map((kind) => `<iframe sandbox="allow-scripts" title="${kind}" srcdoc="${escapeHtml(`<script>addEventListener('message', ({ data, source }) => {
    const answer = (type, bytes) => source.postMessage({ loopscopeShare: 1, type, asset: data.asset, bytes }, '*');
    if (data.type === 'who') answer('have');
    if (data.type === 'want' && '${kind}' === 'wrong') answer('give', new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  });</script>`)}"></iframe>`).join('')}${frames(base, 'lazy')}`,
  '/sandboxed.html': () => '<iframe id="course" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" width="100%" height="2000" title="Course" src="/elements.html"></iframe>',
};

let host: Site;
beforeAll(async () => {
  host = await servePages(Object.fromEntries(Object.entries(PAGES).map(([path, page]) =>
    [path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Course</title><link rel="icon" href="data:,"><body>${page(stage.url)}</body></html>`])));
});
afterAll(() => host.close());
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

const BLOCKED = (): void => {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  }
};

async function course(path: string, { storage = true, ...options }: BrowserContextOptions & { storage?: boolean } = {}): Promise<Page> {
  const context = await stage.context(options);
  if (!storage) await context.addInitScript(BLOCKED);
  const page = await context.newPage();
  await page.goto(host.url.slice(0, -1) + path);
  return page;
}

/** What the site's server sent since `from`, gzipped as a file host would. */
function gzipped(from: number): number {
  return stage.sent.slice(from).reduce((sum, file) => sum + gzipSync(readFileSync(join(siteFolder, file))).byteLength, 0);
}

const wasmFetches = (from: number): number => stage.sent.slice(from).filter((file) => /\.wasm(\.js)?$/.test(file)).length;

/** The live frame of an embed, wherever the embed is. */
const liveIn = (root: Page | FrameLocator, selector: string): FrameLocator => root.frameLocator(`${selector} iframe`);

const printed = (frame: FrameLocator): Promise<string[]> => frame.locator('.console-text').allInnerTexts();

async function replaceProgram(page: Page, frame: FrameLocator, code: string): Promise<void> {
  await frame.locator('.cm-content').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(code);
}

/** Nothing took the focus, nothing scrolled, nothing began to work. */
async function expectQuiet(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.activeElement === document.body && scrollY === 0)).toBe(true);
  expect(page.workers()).toEqual([]);
}

/** Run, stop, edit, and open in the playground. */
async function useEmbed(page: Page, frame: FrameLocator): Promise<void> {
  await frame.locator('.light-input, .cm-content').first().focus();
  await frame.locator('.cm-content').waitFor();
  await replaceProgram(page, frame, ENDLESS);
  await frame.locator('#run').click();
  await expect.poll(() => printed(frame)).toEqual(['begun']);
  await frame.locator('#stop').click();
  await expect.poll(() => frame.locator('.status').getAttribute('data-state')).toBe('finished');
  await replaceProgram(page, frame, 'print("edited", 6 * 7)\n');
  await frame.locator('#run').click();
  await expect.poll(() => printed(frame)).toEqual(['edited 42']);
  await expect.poll(() => frame.locator('#open').getAttribute('href')).toContain('#code/1/');
  await page.waitForTimeout(400);
  const [popup] = await Promise.all([page.context().waitForEvent('page'), frame.locator('#open').click()]);
  await popup.locator('#run').waitFor();
  expect((await programLines(popup))[0]).toBe('print("edited", 6 * 7)');
  await popup.close();
}

describe('what an embed is made of', () => {
  it.each([['the loader', 10, /^embed\.js$/], ['the editor of embeds', 210, /^embed-editor-[\w-]{8}\.js$/], ['the editor of phones', 210, /^codemirror_editor-[\w-]{8}\.js$/]] as const)('%s is at most %d KB', (_name, most, pattern) => {
    const files = [siteFolder, join(siteFolder, 'assets')].flatMap((folder) => readdirSync(folder).filter((name) => pattern.test(name)).map((name) => join(folder, name)));
    expect(files).toHaveLength(1);
    expect(gzipSync(readFileSync(files[0] ?? '')).byteLength).toBeLessThanOrEqual(most * 1024);
  });
});

describe('a course page on another origin', () => {
  it.each([true, false])('has ten embeds that cost little until someone goes into one (storage: %s)', async (storage) => {
    const before = stage.sent.length;
    const page = await course('/elements.html', { storage });
    await expect.poll(() => page.locator('loopscope-playground .embed-code').count()).toBe(10);
    await page.waitForTimeout(300);
    await expectQuiet(page);
    expect(await page.locator('loopscope-playground .embed-code').first().innerText()).toContain('import asyncio');
    expect(await page.locator('#e2 .embed-output').innerText()).toContain('lesson 2 printed this');
    expect(await page.locator('pre').filter({ hasText: 'not_marked' }).evaluate((block) => block.closest('loopscope-playground') === null)).toBe(true);
    const bytes = gzipped(before);
    expect(bytes, `${String(bytes)} bytes before the first interaction`).toBeLessThanOrEqual(60 * 1024);
    expect(wasmFetches(before)).toBe(0);

    for (const id of ['#e2', '#e4', '#e6']) {
      await page.locator(`${id} .embed-run`).click();
      const number = id.slice(2);
      await expect.poll(() => printed(liveIn(page, id)), { timeout: 15_000 }).toEqual([`lesson ${number}: 안녕 <b>&amp;`, `done ${number}`]);
    }
    // The focus followed the reader into the frame.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('e6');
    expect(wasmFetches(before)).toBe(1);
    expect(page.workers()).toHaveLength(3);

    await page.locator('#e8 .embed-edit').click();
    const edited = liveIn(page, '#e8');
    await edited.locator('.cm-content').waitFor();
    expect(await edited.locator('.cm-editor').evaluate((editor) => editor.classList.contains('cm-focused'))).toBe(true);
    await useEmbed(page, edited);
    expect(wasmFetches(before)).toBe(1);
  });

  it.each(['lazy', 'eager'])('has ten sandboxed frames that do the same (loading: %s)', async (loading) => {
    const before = stage.sent.length;
    const page = await course(`/frames-${loading}.html`, { storage: false });
    const frame = page.frameLocator('#f1');
    await frame.locator('.embed-code').waitFor();
    await page.waitForTimeout(800);
    await expectQuiet(page);
    const bytes = gzipped(before);
    expect(bytes, `${String(bytes)} bytes before the first interaction: ${stage.sent.slice(before).join(' ')}`).toBeLessThanOrEqual(60 * 1024);
    await frame.locator('.embed-run').click();
    await expect.poll(() => printed(frame), { timeout: 15_000 }).toEqual(['lesson 1: 안녕 <b>&amp;', 'done 1']);
    expect(wasmFetches(before)).toBe(1);
    // Each sandboxed frame is an origin of its own, to which browsers give no cache: its neighbours give it the runtime.
    for (const number of [2, 3, 10]) {
      const other = page.frameLocator(`#f${String(number)}`);
      await page.locator(`#f${String(number)}`).scrollIntoViewIfNeeded();
      await other.locator('.embed-run').click();
      await expect.poll(() => printed(other), { timeout: 15_000 }).toEqual([`lesson ${String(number)}: 안녕 <b>&amp;`, `done ${String(number)}`]);
    }
    expect(wasmFetches(before)).toBe(1);
    await useEmbed(page, frame);
  });

  it('takes nothing from a neighbour that the build did not make, and does not wait for ever', async () => {
    const before = stage.sent.length;
    const page = await course('/liars.html');
    const frame = page.frameLocator('#f1');
    await frame.locator('.embed-run').click();
    await expect.poll(() => printed(frame), { timeout: 15_000 }).toEqual(['lesson 1: 안녕 <b>&amp;', 'done 1']);
    expect(wasmFetches(before)).toBe(1);
  });

  it('works as a whole inside a sandbox', async () => {
    const before = stage.sent.length;
    const page = await course('/sandboxed.html', { storage: false });
    const inside = page.frameLocator('#course');
    await expect.poll(() => inside.locator('loopscope-playground .embed-code').count()).toBe(10);
    await expectQuiet(page);
    expect(gzipped(before)).toBeLessThanOrEqual(60 * 1024);
    await inside.locator('#e2 .embed-run').click();
    await expect.poll(() => printed(liveIn(inside, '#e2')), { timeout: 15_000 }).toEqual(['lesson 2: 안녕 <b>&amp;', 'done 2']);
    await useEmbed(page, liveIn(inside, '#e2'));
    await inside.locator('#e4 .embed-run').click();
    await expect.poll(() => printed(liveIn(inside, '#e4')), { timeout: 15_000 }).toEqual(['lesson 4: 안녕 <b>&amp;', 'done 4']);
    expect(wasmFetches(before)).toBe(2);
  });

  it('lets the keyboard leave its editor, and says how', async () => {
    const page = await course('/elements.html');
    await page.locator('#e2 .embed-edit').focus();
    await page.keyboard.press('Enter');
    const frame = liveIn(page, '#e2');
    await frame.locator('.cm-editor.cm-focused').waitFor();
    await page.keyboard.press('Tab');
    expect(await frame.locator('.cm-editor.cm-focused').count(), 'Tab writes').toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => frame.locator('#announcer').innerText()).toBe('Tab now leaves the editor.');
    await page.keyboard.press('Tab');
    await expect.poll(() => frame.locator('.cm-editor.cm-focused').count()).toBe(0);
  });

  it('hides and locks the lines that its author marked', async () => {
    const page = await course('/marked.html');
    expect(await page.locator('.embed-line').allInnerTexts()).toEqual(['import asyncio', '    await asyncio.sleep(0)', '    print("yours", secret)', 'asyncio.run(main())'].map((line) => `${line}\n`));
    await page.locator('.embed-edit').click();
    const frame = liveIn(page, 'loopscope-playground');
    await frame.locator('.cm-content').waitFor();
    expect(await frame.locator('.cm-line').allInnerTexts()).toEqual(['import asyncio', '    await asyncio.sleep(0)', '    print("yours", secret)', 'asyncio.run(main())']);
    expect(await frame.locator('.cm-lineNumbers .cm-gutterElement').filter({ visible: true }).allInnerTexts()).toEqual(['1', '7', '8', '10']);
    // Everything selected and deleted: what is hidden or locked stays.
    await frame.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    const getCode = (): Promise<string> => page.locator('loopscope-playground').evaluate((element) => (element as unknown as { getCode(): Promise<string> }).getCode());
    await expect.poll(getCode).not.toContain('yours');
    const left = await getCode();
    expect(left).toContain('secret = 41 + 1');
    expect(left).toContain('asyncio.run(main())');
    await page.keyboard.press('Control+Z');
    await frame.locator('#run').click();
    await expect.poll(() => printed(frame)).toEqual(['yours 42']);
  });

  it.each([1000, 390, 320])('does not jump when it comes alive or when the editor comes (%s px wide)', async (width) => {
    const page = await course('/elements.html', { viewport: { width, height: 900 } });
    const embed = page.locator('#e2');
    /** Where the program's first line is drawn, from the embed's corner. Either has a border of one pixel. */
    const where = async (frame: FrameLocator | undefined, selector: string): Promise<{ left: number; top: number }> => {
      const corner = frame ? { x: 0, y: 0 } : (await embed.boundingBox() ?? { x: 0, y: 0 });
      const at = await (frame ? frame.locator(selector) : embed.locator(selector)).first().evaluate((element) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()?.textContent?.includes('import') === false);
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const { left, top, height } = range.getBoundingClientRect();
        return { left, top: top + height / 2 };
      });
      return frame ? at : { left: at.left - corner.x - 1, top: at.top - corner.y - 1 };
    };
    await embed.locator('.embed-code').waitFor();
    const before = await where(undefined, '.embed-code');
    await embed.locator('.embed-run').click();
    const frame = liveIn(page, '#e2');
    await frame.locator('.light-line').first().waitFor();
    const live = await where(frame, '.light-lines');
    await frame.locator('.light-input').focus();
    await frame.locator('.cm-content').waitFor();
    const editing = await where(frame, '.cm-content');
    for (const [name, at] of Object.entries({ live, editing })) {
      expect(Math.abs(at.left - before.left), `${name}: ${JSON.stringify({ before, at })}`).toBeLessThanOrEqual(1);
      expect(Math.abs(at.top - before.top), `${name}: ${JSON.stringify({ before, at })}`).toBeLessThanOrEqual(width > 430 ? 1 : 30);
    }
  });

  it('reads without JavaScript', async () => {
    const page = await course('/elements.html', { javaScriptEnabled: false });
    expect(await page.locator('body').innerText()).toContain('print("lesson 2: 안녕 <b>&amp;")');
    expect(await page.locator('body').innerText()).toContain('lesson 2 printed this');
  });
});

describe('the messages', () => {
  it('run, stop, read and replace the program, and report what happens', async () => {
    const page = await course('/api.html');
    await page.frameLocator('#open').locator('.embed-code').waitFor();
    const said = await page.evaluate(async () => {
      const embed = window.Loopscope?.connect(document.querySelector('#open') as HTMLIFrameElement, { subscribe: ['output', 'trace'] });
      if (!embed) throw new Error('no loader');
      const heard: string[] = [];
      let traced = 0;
      const result = (): Promise<string> => new Promise((resolve) => {
        const done = embed.on('result', ({ cause, exitCode }) => {
          done();
          resolve(`${cause} ${String(exitCode)}`);
        });
      });
      embed.on('output', ({ stream, text }) => { heard.push(`${stream} ${text}`); });
      embed.on('trace', ({ records }) => { traced += records.byteLength; });
      embed.on('height', ({ height }) => { heard.push(`height ${String(height > 100)}`); });
      const before = await embed.getCode();
      embed.run();
      const first = await result();
      embed.setCode('import sys\nprint("to stderr", file=sys.stderr)\nprint("open end", end="")\nraise SystemExit(3)\n');
      embed.run();
      const second = await result();
      embed.setCode('while True: pass');
      embed.run();
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      embed.stop();
      const third = await result();
      embed.setCode('x = = 1');
      embed.run();
      return { before, results: [first, second, third, await result()], heard: heard.filter((line) => !line.startsWith('height')), heights: heard.includes('height true'), traced };
    });
    expect(said.before).toBe(LESSON(1));
    expect(said.results).toEqual(['exit 0', 'exit 3', 'stopped -1', 'rejected 1']);
    expect(said.heard.slice(0, 4)).toEqual(['stdout lesson 1: 안녕 <b>&amp;\n', 'stdout done 1\n', 'stderr to stderr\n', 'stdout open end']);
    expect(said.heights).toBe(true);
    expect(said.traced).toBeGreaterThan(500);
  });

  it('are not answered for a page that the frame does not allow, nor for what is no message', async () => {
    const page = await course('/api.html');
    await page.frameLocator('#strict').locator('.embed-code').waitFor();
    const heard = await page.evaluate(async () => {
      const frame = document.querySelector('#strict') as HTMLIFrameElement;
      const answers: unknown[] = [];
      addEventListener('message', (event) => { if (event.source === frame.contentWindow) answers.push((event.data as { type: string }).type); });
      for (const type of ['ping', 'hello', 'run', 'getCode']) frame.contentWindow?.postMessage({ loopscope: 1, type, id: 1, code: 'print("injected")' }, '*');
      const open = document.querySelector('#open') as HTMLIFrameElement;
      addEventListener('message', (event) => { if (event.source === open.contentWindow) answers.push((event.data as { type: string }).type); });
      // Without hello, nothing is answered or done.
      for (const message of [null, 'run', { loopscope: 1, type: 'run' }, { loopscope: 1, type: 'getCode', id: 1 }]) open.contentWindow?.postMessage(message, '*');
      await new Promise((resolve) => { setTimeout(resolve, 600); });
      return answers;
    });
    expect(heard).toEqual([]);
    expect(page.workers()).toEqual([]);
    expect(await page.frameLocator('#strict').locator('.embed-code').innerText()).toContain('lesson 2');
  });
});
