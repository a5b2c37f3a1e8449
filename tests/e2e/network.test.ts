// SPDX-License-Identifier: MIT
// Programs in the page against a real HTTP server on loopback: streams, aborts, refusals, pause and stop.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { consoleLines, monaco, setProgram, useStage, waitForState } from './browser';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

/** What the server saw of one request: how it ended, and what was said until then. */
interface Seen { readonly url: string; readonly method: string; readonly body: string; outcome: 'open' | 'finished' | 'aborted'; readonly response: ServerResponse }

let server: Server;
let origin = '';
const seen: Seen[] = [];
const requestTo = (path: string): Seen | undefined => seen.find(({ url }) => url === path);

/** `/stream` sends three lines and then what the test lets it; `/closed` answers but does not allow to be read. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = request.url ?? '/';
  if (!url.startsWith('/closed')) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-allow-methods', '*');
    response.setHeader('access-control-expose-headers', '*');
  }
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const record: Seen = { url, method: request.method ?? '', body: Buffer.concat(chunks).toString(), outcome: 'open', response };
  seen.push(record);
  response.on('close', () => { record.outcome = response.writableFinished ? 'finished' : 'aborted'; });
  if (url.startsWith('/stream')) {
    response.writeHead(200, { 'content-type': 'text/plain', 'x-kind': 'stream' });
    for (let line = 0; line < 3; line += 1) response.write(`line ${String(line)}\n`);
    return;
  }
  if (url === '/large') {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.alloc(5_000_000, 'x'));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ method: record.method, body: record.body, mine: request.headers['x-mine'] ?? null }));
}

beforeAll(async () => {
  server = createServer((request, response) => { void answer(request, response); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${String(address.port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(resolve); });
});
afterEach(() => { seen.length = 0; });

async function run(code: string): Promise<Page> {
  const page = await stage.page();
  await monaco(page);
  await setProgram(page, code);
  await page.keyboard.press('Control+Enter');
  return page;
}

const STREAM = (path: string): string => `import asyncio
import aiohttp


async def read(session):
    async with session.get("${origin}${path}") as response:
        print(response.status, response.headers["x-kind"])
        async for line in response.content:
            print(line.decode().strip())


async def main():
    async with aiohttp.ClientSession() as session:
        task = asyncio.create_task(read(session))
        await asyncio.sleep(1.5)
        print("enough", task.cancel())
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled")


asyncio.run(main())
`;

describe('a program in the page and a real server', () => {
  it('streams, and an aiohttp request that is cancelled half way is aborted: the server sees it', async () => {
    const page = await run(STREAM('/stream'));
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['200 stream', 'line 0', 'line 1', 'line 2', 'enough True', 'cancelled']);
    await expect.poll(() => requestTo('/stream')?.outcome).toBe('aborted');
  });

  it('sends bodies and headers, and gets large answers whole', async () => {
    const page = await run(`import asyncio
import aiohttp


async def main():
    async with aiohttp.ClientSession(headers={"X-Mine": "yes"}) as session:
        async with session.post("${origin}/echo", json={"n": 1}) as response:
            print(await response.json())
        async with session.get("${origin}/large") as response:
            print(len(await response.read()))


asyncio.run(main())
`);
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(["{'method': 'POST', 'body': '{\"n\": 1}', 'mine': 'yes'}", '5000000']);
    expect(requestTo('/large')?.outcome).toBe('finished');
  });

  it('answers clients that block, too', async () => {
    const page = await stage.page();
    // urllib goes through sockets, which reach servers on localhost only if they are the program's own.
    await page.route('https://api.example/**', (route) =>
      route.fulfill({ headers: { 'access-control-allow-origin': '*' }, json: { path: new URL(route.request().url()).pathname } }));
    await monaco(page);
    await setProgram(page, `import json
import urllib.request
import requests

with urllib.request.urlopen("https://api.example/by-urllib") as response:
    print(response.status, json.load(response)["path"])
print(requests.post("${origin}/by-requests", data=b"body").json()["body"])
with requests.get("${origin}/stream?blocking", stream=True) as response:
    lines = response.iter_lines()
    print(next(lines), next(lines))
print("left")
`);
    await page.keyboard.press('Control+Enter');
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['200 /by-urllib', 'body', "b'line 0' b'line 1'", 'left']);
    await expect.poll(() => requestTo('/stream?blocking')?.outcome).toBe('aborted');
  });

  it('explains what browsers only call a failure', async () => {
    const page = await run(`import asyncio
import _http


async def main():
    for url in ("${origin}/closed", "http://127.0.0.1:9/"):
        try:
            await _http.open("GET", url, []).head()
        except _http.NetworkError as error:
            print(error.kind, "|", error)


asyncio.run(main())
`);
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toHaveLength(2);
    const lines = await consoleLines(page);
    expect(lines[0]).toMatch(/^cors \| 127\.0\.0\.1:\d+ answers, but does not allow pages from http:\/\/127\.0\.0\.1:\d+ to read it \(CORS\)$/);
    expect(lines[1]).toBe('refused | nobody listens at 127.0.0.1:9');
    // Browsers write into the console what they do not tell programs.
    expect(stage.problems.splice(0).every((problem) => /CORS policy|net::ERR/.test(problem))).toBe(true);
  });

  it('holds back what comes while the program is paused', async () => {
    const page = await run(STREAM('/stream?paused').replace('sleep(1.5)', 'sleep(30)'));
    await expect.poll(() => consoleLines(page)).toContain('line 2');
    await page.locator('#pause').click();
    await waitForState(page, 'paused');
    requestTo('/stream?paused')?.response.write('while paused\n');
    await page.waitForTimeout(300);
    expect(await consoleLines(page)).not.toContain('while paused');
    await page.locator('#pause').click();
    await expect.poll(() => consoleLines(page)).toContain('while paused');
    await page.locator('#stop').click();
    await expect.poll(() => requestTo('/stream?paused')?.outcome).toBe('aborted');
  });

  it('can be cancelled by a deadline under the virtual clock too, which does not jump ahead of the network', async () => {
    const page = await stage.page('?clock=virtual');
    await monaco(page);
    await setProgram(page, `import asyncio
import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with asyncio.timeout(20):
            async with session.get("${origin}/plain") as response:
                print(response.status)


asyncio.run(main())
`);
    await page.keyboard.press('Control+Enter');
    await waitForState(page, 'finished');
    await expect.poll(() => consoleLines(page)).toEqual(['200']);
  });
});
