// SPDX-License-Identifier: MIT
// Programs with threads: paused, stepped, resumed and stopped like any other.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLines, monaco, setProgram, useStage, waitForState } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

const COUNTERS = `import threading
import time


def count(name, pause):
    for i in range(1000):
        print(name, i)
        time.sleep(pause)


threads = [threading.Thread(target=count, args=(name, 0.05), name=name) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

const TURNS = `import threading

baton = [threading.Semaphore(1), threading.Semaphore(0)]


def player(me):
    for i in range(3):
        baton[me].acquire()
        print("player", me, "round", i)
        baton[1 - me].release()


threads = [threading.Thread(target=player, args=(n,), name=f"player-{n}") for n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("over")
`;

const BUSY = `import threading


def spin():
    while True:
        pass


threading.Thread(target=spin, name="spinner", daemon=True).start()
print("spinning")
while True:
    pass
`;

const EXECUTOR = `import asyncio
import time


def crunch(name):
    print(name, "begins")
    time.sleep(600)
    print(name, "ends")


async def main():
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, crunch, name) for name in ("one", "two")]
    print("waiting")
    await asyncio.gather(*jobs)


asyncio.run(main())
`;

async function runProgram(page: Page, code: string): Promise<void> {
  await monaco(page);
  await setProgram(page, code);
  await page.keyboard.press('Control+Enter');
}

const threads = async (page: Page): Promise<string[]> =>
  (await page.locator('.threads .thread').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

async function stops(page: Page): Promise<void> {
  await page.locator('#stop').click();
  await waitForState(page, 'finished');
  expect(await page.locator('.status').innerText()).toContain('Stopped');
  await runProgram(page, 'print("alive")\n');
  await expect.poll(() => consoleLines(page)).toEqual(['alive']);
}

describe('threads', () => {
  it('are paused together, with their clock, and resumed', async () => {
    const page = await stage.page();
    await runProgram(page, COUNTERS);
    await waitForState(page, 'blocked');
    await expect.poll(async () => (await consoleLines(page)).length, { timeout: 20_000 }).toBeGreaterThan(5);
    await expect.poll(() => threads(page)).toHaveLength(2);
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    const before = await consoleLines(page);
    expect(await threads(page)).toEqual([expect.stringMatching(/^left · /), expect.stringMatching(/^right · /)]);
    await page.waitForTimeout(600);
    expect(await consoleLines(page)).toEqual(before);
    await page.locator('#pause').click();
    await page.waitForTimeout(150);
    // Their sleeps did not run out meanwhile.
    expect((await consoleLines(page)).length).toBeLessThan(before.length + 14);
    await expect.poll(async () => (await consoleLines(page)).length).toBeGreaterThan(before.length);
    await stops(page);
  });

  it('are stepped from one turn to the next', async () => {
    const page = await stage.page();
    await monaco(page);
    await setProgram(page, TURNS);
    await page.locator('#step').click();
    await waitForState(page, 'paused');
    const lines: number[] = [];
    for (let steps = 0; steps < 30 && (await consoleLines(page)).at(-1) !== 'over'; steps += 1) {
      lines.push((await consoleLines(page)).length);
      await page.locator('#step').click();
      await waitForState(page, /paused|finished/);
      await page.waitForTimeout(30);
    }
    expect(await consoleLines(page)).toEqual([
      'player 0 round 0', 'player 1 round 0', 'player 0 round 1', 'player 1 round 1', 'player 0 round 2', 'player 1 round 2', 'over',
    ]);
    // No step showed more than what one turn prints.
    expect(lines.every((count, i) => i === 0 || count - (lines[i - 1] ?? 0) <= 1)).toBe(true);
    expect(lines.length).toBeGreaterThan(6);
  });

  it('that sleep are stepped without waiting for them, and go on after it', async () => {
    const page = await stage.page();
    await monaco(page);
    await setProgram(page, COUNTERS.replaceAll('0.05', '30'));
    await page.locator('#step').click();
    await waitForState(page, 'paused');
    for (let steps = 0; steps < 12 && (await consoleLines(page)).length < 4; steps += 1) {
      await page.locator('#step').click();
      await waitForState(page, 'paused');
      await page.waitForTimeout(30);
    }
    expect(await consoleLines(page)).toEqual(['left 0', 'right 0', 'left 1', 'right 1']);
    await page.locator('#pause').click();
    await waitForState(page, 'blocked');
    await stops(page);
  });

  it('that compute for ever are paused, stepped and stopped', async () => {
    const page = await stage.page();
    await runProgram(page, BUSY);
    await waitForState(page, 'running');
    await expect.poll(() => consoleLines(page), { timeout: 20_000 }).toEqual(['spinning']);
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    await page.locator('#step').click();
    await waitForState(page, 'paused');
    await page.locator('#pause').click();
    await waitForState(page, 'running');
    await stops(page);
  });

  it('leave a step that never ends to the pause button', async () => {
    const page = await stage.page();
    await monaco(page);
    await setProgram(page, 'print("begun")\nwhile True:\n    pass\n');
    await page.locator('#step').click();
    await waitForState(page, 'running');
    await expect.poll(() => consoleLines(page)).toEqual(['begun']);
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    await page.locator('#pause').click();
    await waitForState(page, 'running');
    await stops(page);
  });

  it('of an executor are paused, stepped and stopped while their calls block', async () => {
    const page = await stage.page();
    await runProgram(page, EXECUTOR);
    await waitForState(page, 'waiting');
    await expect.poll(() => consoleLines(page)).toEqual(['one begins', 'two begins', 'waiting']);
    expect(await threads(page)).toEqual([expect.stringMatching(/_0 · blocked · line 7$/), expect.stringMatching(/_1 · blocked · line 7$/)]);
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    await page.locator('#pause').click();
    await waitForState(page, 'waiting');
    await stops(page);

    await runProgram(page, EXECUTOR);
    await waitForState(page, 'waiting');
    for (let steps = 0; steps < 6 && (await consoleLines(page)).length < 5; steps += 1) {
      await page.locator('#step').click();
      await waitForState(page, /paused|finished/);
      await page.waitForTimeout(30);
    }
    expect((await consoleLines(page)).slice(3)).toEqual(['one ends', 'two ends']);
  });
});
