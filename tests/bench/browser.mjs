// SPDX-License-Identifier: MIT
/**
 * What a reader of a course waits for: from the click on Run to the first printed line, in an embed on a page of another
 * origin, beside Pyodide doing the same in the same Chromium. The files have been fetched before; nothing is running.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { setup } from '../../runtime/toolchain/setup.mjs';
import { buildSite } from '../../runtime/toolchain/site.mjs';
import { median } from './measures.mjs';

const kTypes = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.zip': 'application/zip' };
/** Visits before the measured ones: browsers keep compiled code only of what they have seen more than once. */
const kWarmVisits = 3;

const kProgram = 'import asyncio\n\n\nasync def main():\n    print("hello")\n    await asyncio.sleep(0.01)\n    print("again")\n\n\n';

const kEmbed = (site) => `<!doctype html><meta charset="utf-8"><title>course</title><link rel="icon" href="data:,">
<script src="${site}embed.js"></script>
<loopscope-playground><pre><code class="language-python">${kProgram}asyncio.run(main())</code></pre></loopscope-playground>
<script>
  addEventListener('click', () => { window.clicked = performance.now(); }, true);
  addEventListener('loopscope-output', () => { window.printed ??= performance.now(); });
</script>`;

const kPyodide = (folder) => `<!doctype html><meta charset="utf-8"><title>course</title><link rel="icon" href="data:,">
<button class="embed-run">Run</button>
<script type="module">
  import { loadPyodide } from '${folder}pyodide.mjs';
  document.querySelector('button').onclick = async () => {
    window.clicked = performance.now();
    const pyodide = await loadPyodide({ indexURL: '${folder}', stdout: () => { window.printed ??= performance.now(); } });
    await pyodide.runPythonAsync(${JSON.stringify(`${kProgram}await main()\n`)});
  };
</script>`;

/**
 * @param {string} [folder] a built site; without it the site is brought up to date first
 * @returns {Promise<Record<string, {cold: number, steady: number}>>} by engine, in ms, as the other measures
 */
export async function measureEmbeds(runs, folder) {
  const { chromium: executablePath } = await setup(['npm', 'browser']);
  const site = await serve({ '/': folder ?? await buildSite() });
  const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  const host = await serve({ '/pyodide/': pyodide }, { '/loopscope.html': kEmbed(site.url), '/pyodide.html': kPyodide('/pyodide/') });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    const seen = { loopscope: [], pyodide: [] };
    for (let run = -kWarmVisits; run < runs; run += 1) {
      for (const [engine, times] of Object.entries(seen)) {
        const ms = await clickToLine(context, `${host.url}${engine}.html`);
        if (run >= 0) times.push(ms);
      }
    }
    return Object.fromEntries(Object.entries(seen).map(([engine, times]) => [engine, { cold: median(times), steady: median(times) }]));
  } finally {
    await browser.close();
    site.close();
    host.close();
  }
}

async function clickToLine(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.embed-run').waitFor();
  // What a page does when it has just been opened is not what is measured.
  await page.waitForTimeout(500);
  await page.locator('.embed-run').click();
  await page.waitForFunction(() => window.printed !== undefined, undefined, { timeout: 60_000 });
  const ms = await page.evaluate(() => window.printed - window.clicked);
  await page.close();
  return ms;
}

/** Folders by path prefix, and pages, from a port of their own; files may be cached, as on any file host. */
async function serve(folders, pages = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (pages[path] !== undefined) return response.writeHead(200, { 'content-type': 'text/html' }).end(pages[path]);
    const prefix = Object.keys(folders).filter((known) => path.startsWith(known)).sort((a, b) => b.length - a.length)[0];
    const file = prefix && join(folders[prefix], normalize(`/${path.slice(prefix.length)}`));
    if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': kTypes[extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=600' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => { server.closeAllConnections(); server.close(); } };
}
