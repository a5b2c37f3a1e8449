// SPDX-License-Identifier: MIT
// What a program makes the page fetch: the main part for everybody, the rare part and library modules for those who need them.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLines, monaco, programLines, setProgram, useStage, waitForState } from './browser';
import { siteFolder } from './site';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

/** Issue 2 and issue 3: what a plain asyncio program loads. */
const MOST_KB = 450;

const PLAIN = `import asyncio
import random
import time
from asyncio import sleep


async def worker(name, queue):
    while (item := await queue.get()) is not None:
        await sleep(item / 1000)
        print(f"{name}: {item:>3}", time.monotonic() > 0)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name in "ab":
            group.create_task(worker(name, queue), name=name)
        for item in sorted(random.sample(range(10), 4)) + [None, None]:
            await queue.put(item)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.gather(sleep(1), sleep(2))
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
`;

const RARE = '**/loopscope.rare*';

async function run(page: Page, code: string): Promise<void> {
  await monaco(page);
  await setProgram(page, code);
  await page.keyboard.press('Control+Enter');
}

const runtimeFiles = (): string[] =>
  [...new Set(stage.requests.map((url) => new URL(url).pathname).filter((path) => /\/loopscope[.-]|\/library/.test(path)))];

describe('the download', () => {
  it(`of a plain asyncio program is at most ${String(MOST_KB)} KB`, async () => {
    stage.requests.length = 0;
    const page = await stage.page();
    await run(page, PLAIN);
    await waitForState(page, 'finished');
    expect((await consoleLines(page)).at(-1)).toBe('TimeoutError()');
    const files = runtimeFiles();
    expect(files.filter((file) => /\.wasm$/.test(file))).toHaveLength(1);
    const assets = join(siteFolder, 'assets');
    const all = readdirSync(assets, { recursive: true }).map(String);
    const bytes = files.map((file) => {
      const name = all.find((each) => basename(each) === basename(file));
      if (name === undefined) throw new Error(`not in dist: ${file}`);
      return gzipSync(readFileSync(join(assets, name)), { level: 9 }).byteLength;
    });
    expect(bytes.reduce((sum, each) => sum + each, 0) / 1024).toBeLessThanOrEqual(MOST_KB);
  });

  it('of the rare part begins with the imports, and the import waits for it', async () => {
    stage.requests.length = 0;
    const page = await stage.page();
    await page.route(RARE, async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, 400); });
      await route.continue();
    });
    await run(page, 'import re, struct\nprint(re.sub(r"(\\w)(\\d)", r"\\2\\1", "a1 b2"), struct.pack("<h", 258))\n');
    await waitForState(page, 'importing');
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual([`1a 2b b'\\x02\\x01'`]);
    expect(Number.parseFloat(await page.locator('.status-time').innerText())).toBeLessThan(0.4);
    expect(stage.requests.filter((url) => url.includes('loopscope.rare'))).toHaveLength(1);
  });

  it('of the rare part comes in the middle of a call that nobody foresaw', async () => {
    stage.requests.length = 0;
    const page = await stage.page();
    const code = 'print("begins")\nprint(memoryview(b"ab").hex(":"), (1 + 2j) ** 2, "\\u00df".casefold(), (0.5).hex())\n';
    await run(page, code);
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['begins', '61:62 (-3+4j) ss 0x1.0000000000000p-1']);
    expect(stage.requests.filter((url) => url.includes('loopscope.rare'))).toHaveLength(1);
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    expect(stage.requests.filter((url) => url.includes('loopscope.rare'))).toHaveLength(1);
  });

  it('of the rare part may fail: the page says so, keeps what was printed, and works again', async () => {
    const page = await stage.page();
    await page.route(RARE, (route) => route.abort());
    const code = 'print("begins")\nprint(memoryview(b"ab").hex(":"), "\u00df".casefold())\n';
    await run(page, code);
    await waitForState(page, 'crashed');
    await expect.poll(() => page.locator('.banner.is-bad').innerText()).toMatch(/could not be fetched.*check your connection, then run it again/s);
    expect(await consoleLines(page)).toEqual(['begins']);
    expect((await programLines(page)).join('\n')).toBe(code);
    stage.problems.length = 0; // the browser itself reports what it could not load
    await page.unroute(RARE);
    await page.locator('#run').click();
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['begins', '61:62 ss']);
  });
});
