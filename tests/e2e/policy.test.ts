// SPDX-License-Identifier: MIT
// The pages' Content-Security-Policy, and that no page asks another site for anything by itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { POLICY } from '../../web/build/policy';
import { monaco, useStage, waitForState } from './browser';
import { servePages, siteFolder } from './site';

const stage = useStage();
afterEach(async () => {
  await stage.closeContexts();
  expect(stage.problems.splice(0)).toEqual([]);
});

/** What went to other sites than ours since the last call. */
function asked(): string[] {
  const origin = new URL(stage.url).origin;
  return stage.requests.splice(0).filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url));
}

describe('no page asks another site for anything', () => {
  it('the playground: its editor, runs, examples, sharing and offline copy', async () => {
    const page = await stage.page('', { serviceWorkers: 'allow' });
    await monaco(page);
    await page.locator('#run').click();
    await waitForState(page, /waiting|finished/);
    for (const dialog of ['examples', 'share', 'help']) {
      await page.locator(`#${dialog}`).click();
      await page.locator('dialog[open]').waitFor();
      if (dialog === 'share') await page.locator('[name="share-format"][value="qr"]').check();
      await page.keyboard.press('Escape');
    }
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    expect(asked()).toEqual([]);
  });

  it('the course and its embeds', async () => {
    const page = await (await stage.context()).newPage();
    await page.goto(`${stage.url}course/index.html`);
    await page.locator('#await .embed-edit').click();
    const frame = page.frameLocator('#await iframe');
    await frame.locator('.cm-content').waitFor();
    await frame.locator('#run').click();
    await frame.locator('.console-text').first().waitFor();
    expect(asked()).toEqual([]);
  });
});

describe('the content policy', () => {
  it('is in every page', () => {
    for (const page of ['index.html', 'embed.html', 'course/index.html', 'course/ko.html']) expect(readFileSync(join(siteFolder, page), 'utf8')).toContain(POLICY);
    expect(POLICY).not.toMatch(/unsafe-eval(?<!wasm-unsafe-eval)/);
  });

  it('names no other site, but lets programs fetch from any over https and from the reader\'s own machine', () => {
    const directives = new Map(POLICY.split('; ').map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]));
    expect(directives.get('connect-src')).toEqual(["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*']);
    directives.delete('connect-src');
    expect([...directives.values()].flat().filter((source) => !/^'.*'$|^(data|blob):$/.test(source))).toEqual([]);
  });

  it('lets no inline script and no eval run', async () => {
    const page = await stage.page();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      // The policy must refuse this too.
      setTimeout('window.injected = true', 0);
      return 'injected' in window;
    });
    expect(ran).toBe(false);
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    // The browser says so in the console.
    expect(stage.problems.splice(0).every((problem) => problem.includes('Content Security Policy'))).toBe(true);
  });

  it('lets the page fetch what a program wants, and load nothing else from there', async () => {
    const other = await servePages({ '/data.json': '{"of": "somebody else"}', '/script.js': 'window.injected = true' });
    try {
      const page = await stage.page();
      const got = await page.evaluate(async (base) => {
        const script = document.createElement('script');
        script.src = `${base}script.js`;
        const refused = new Promise((resolve) => { script.onerror = () => { resolve('refused'); }; });
        document.head.append(script);
        // Whether the answer may be read is for CORS to say, not for the policy: it arrives.
        const answer = await fetch(`${base}data.json`, { mode: 'no-cors' });
        return [await refused, answer.type, 'injected' in window];
      }, other.url);
      expect(got).toEqual(['refused', 'opaque', false]);
      expect(stage.problems.splice(0).every((problem) => problem.includes('Content Security Policy'))).toBe(true);
    } finally {
      await other.close();
    }
  });
});
