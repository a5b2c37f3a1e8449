// SPDX-License-Identifier: MIT
// A program that serves, and the visitor's requests to it.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleLines, instant, monaco, NARROW, setProgram, state, useStage } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

const SERVER = `import asyncio

import uvicorn
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()
served = 0
most = 0
now = 0


class Order(BaseModel):
    name: str
    count: int = 1


@app.get("/items/{number}")
async def item(number: int):
    global served, most, now
    now += 1
    most = max(most, now)
    await asyncio.sleep(0.05)
    now -= 1
    served += 1
    return {"number": number}


@app.post("/orders")
async def order(order: Order):
    return {"ordered": order.name, "count": order.count}


@app.get("/most")
async def how_many():
    return {"served": served, "most": most}


@app.get("/missing")
async def missing():
    raise HTTPException(404, "nothing here")


uvicorn.run(app)
`;

async function serve(page: Page, program = SERVER): Promise<void> {
  await monaco(page);
  await setProgram(page, program);
  await page.keyboard.press('Control+Enter');
  // It comes forward by itself: a server waits for somebody to ask.
  await page.locator('#tab-requests[aria-selected="true"]').waitFor({ timeout: 30_000 });
}

interface Order {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly count?: number;
  readonly pattern?: 'burst' | 'even' | 'random';
  readonly seconds?: number;
}

async function send(page: Page, { method = 'GET', path, body, count = 1, pattern = 'burst', seconds = 1 }: Order): Promise<void> {
  const form = page.locator('.requests-form');
  await form.getByLabel('Method').selectOption(method);
  await form.locator('input.is-wide').fill(path);
  if (body !== undefined) await form.getByLabel('Body').fill(body);
  await form.getByLabel('How many').fill(String(count));
  if (count > 1) await form.getByLabel('Arrive').selectOption(pattern);
  if (count > 1 && pattern !== 'burst') await form.getByLabel('Seconds').fill(String(seconds));
  await page.locator('#send-requests').click();
}

/** The facts above the chart, by name. */
const summary = async (page: Page): Promise<Record<string, string>> => Object.fromEntries(
  await page.locator('.load-summary > div').evaluateAll((rows) => rows.map((row) => [
    row.querySelector('dt')?.textContent ?? '', row.querySelector('dd')?.textContent ?? '',
  ])),
) as Record<string, string>;

const openAnswer = async (page: Page, index: number): Promise<string> => {
  await page.locator('.requests-list .list-row').nth(index).click();
  const text = await page.locator('.answer-body').innerText();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  return text;
};

describe('requests to the program', () => {
  it('a thousand at once are all answered, and charted', async () => {
    const page = await stage.page();
    await serve(page);
    await send(page, { path: '/items/{n}', count: 1000 });
    await expect.poll(() => summary(page), { timeout: 60_000 }).toMatchObject({ Answered: '1,000 / 1,000', Errors: '0', Lost: '0' });
    const chart = page.locator('.requests-chart');
    expect(await chart.getAttribute('data-answers')).toBe('1000');
    expect(await chart.getAttribute('aria-label')).toMatch(/^1,000 answers: median latency .+, 95 % within .+, [\d,]+ per second$/);
    // Drawn, not only described.
    expect(await chart.locator('canvas').evaluate((element: HTMLCanvasElement) => {
      const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
      return data.some((value) => value !== 0);
    })).toBe(true);
    expect(await openAnswer(page, 2)).toBe('{"number":3}');
    await send(page, { path: '/most' });
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '1,001 / 1,001' });
    // They really were under way at the same time.
    await page.locator('.requests-list').evaluate((list) => { list.scrollTop = list.scrollHeight; });
    await page.locator('.requests-list .list-row').last().click();
    await expect.poll(() => page.locator('.answer-body').innerText()).toMatch(/^\{"served":1000,"most":(\d{3,4})\}$/);
    expect(Number(/"most":(\d+)/.exec(await page.locator('.answer-body').innerText())?.[1])).toBeGreaterThan(500);
  });

  it('a body is sent as JSON; what is wrong with it comes back', async () => {
    const page = await stage.page();
    await serve(page);
    await send(page, { method: 'POST', path: '/orders', body: '{"name": "tea", "count": 2}' });
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '1 / 1', Errors: '0' });
    expect(await openAnswer(page, 0)).toBe('{"ordered":"tea","count":2}');
    await send(page, { method: 'POST', path: '/orders', body: '{"count": "many"}' });
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '2 / 2', Errors: '1' });
    expect(await openAnswer(page, 1)).toContain('"loc":["body","name"]');
    await send(page, { path: '/missing' });
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '3 / 3', Errors: '2' });
    expect(await openAnswer(page, 2)).toBe('{"detail":"nothing here"}');
    expect((await consoleLines(page)).join('\n')).toContain('"GET /missing HTTP/1.1" 404 Not Found');
  });

  it('arrive evenly or at random in program time, under the instant clock too', async () => {
    const page = await stage.page();
    await instant(page);
    await serve(page);
    await send(page, { path: '/items/{n}', count: 50, pattern: 'even', seconds: 100 });
    await expect.poll(() => summary(page), { timeout: 20_000 }).toMatchObject({ Answered: '50 / 50', Throughput: '1/s' });
    await send(page, { path: '/items/{n}', count: 50, pattern: 'random', seconds: 100 });
    await expect.poll(() => summary(page), { timeout: 20_000 }).toMatchObject({ Answered: '100 / 100', Lost: '0' });
  });

  it('those that are under way when the program is stopped are lost, and say so', async () => {
    const page = await stage.page();
    await serve(page);
    await send(page, { path: '/items/{n}', count: 5, pattern: 'even', seconds: 500 });
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '1 / 5' });
    await page.locator('#stop').click();
    await expect.poll(() => state(page)).toBe('finished');
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '1 / 5', Lost: '4' });
    expect(await page.locator('#send-requests').isDisabled()).toBe(true);
  });

  it('can be sent from a phone', async () => {
    const page = await stage.page('', { viewport: NARROW, hasTouch: true, isMobile: true });
    await page.locator('#editor textarea').first().fill(SERVER);
    await page.locator('#run').click();
    await page.locator('#tab-loop').click();
    await page.locator('#tab-requests[aria-selected="true"]').waitFor({ timeout: 30_000 });
    await send(page, { path: '/items/7' });
    await expect.poll(() => summary(page)).toMatchObject({ Answered: '1 / 1' });
    expect(await openAnswer(page, 0)).toBe('{"number":7}');
  });
});
