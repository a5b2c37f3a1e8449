// SPDX-License-Identifier: MIT
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveSite, type Site } from './site';

export const WIDE = { width: 1440, height: 900 } as const;
export const NARROW = { width: 390, height: 844 } as const;

/** What every test file has: one browser and one server; and every page's errors fail its test. */
export class Stage {
  private browser: Browser | undefined;
  private site: Site | undefined;
  private readonly contexts: BrowserContext[] = [];
  readonly problems: string[] = [];
  readonly requests: string[] = [];

  /** What the site's server has sent so far. */
  get sent(): readonly string[] {
    return this.site?.sent ?? [];
  }

  get url(): string {
    if (!this.site) throw new Error('not started');
    return this.site.url;
  }

  async start(): Promise<void> {
    this.site = await serveSite({ cached: true });
    this.browser = await chromium.launch({
      executablePath: process.env['LOOPSCOPE_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.site?.close();
  }

  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    if (!this.browser) throw new Error('not started');
    const context = await this.browser.newContext({
      // A service worker would answer what tests intercept; offline.test.ts allows it.
      serviceWorkers: 'block', viewport: WIDE, locale: 'en-US', colorScheme: 'light', ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(this.url).origin });
    context.on('page', (page) => {
      page.on('pageerror', (error) => { this.problems.push(String(error)); });
      page.on('console', (message) => {
        if (message.type() === 'error') this.problems.push(message.text());
      });
      page.on('request', (request) => { this.requests.push(request.url()); });
    });
    this.contexts.push(context);
    return context;
  }

  /** A page of a fresh visitor. `path` is a query and fragment. */
  async page(path = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.context(options)).newPage();
    await open(page, this.url + path);
    return page;
  }

  async closeContexts(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }
}

export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('#run').waitFor();
}

/** A browser and the site for the tests of one file. */
export function useStage(): Stage {
  const stage = new Stage();
  beforeAll(() => stage.start());
  afterAll(() => stage.stop());
  return stage;
}

/** Goes into the program, so that Monaco comes and shows it. */
export async function monaco(page: Page): Promise<void> {
  if (await page.locator('.monaco-editor').count() === 0) await page.locator('.light-input').focus();
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 30_000 });
}

/** Goes into the program and waits for the editor that then comes, if one does. */
async function enter(page: Page): Promise<void> {
  const full = page.locator('.monaco-editor, .cm-editor');
  if (await full.count() === 0) {
    await page.locator('.light-input').focus();
    await full.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  if (await page.locator('.monaco-editor').count() > 0) await full.click({ position: { x: 200, y: 60 } });
}

/** Replaces the program as a visitor would: by selecting everything and pasting. */
export async function setProgram(page: Page, code: string): Promise<void> {
  await enter(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.keyboard.press('Control+V');
}

/** The program in the editor, read from what is drawn. */
export async function programLines(page: Page): Promise<string[]> {
  const full = page.locator('.monaco-editor .view-line');
  if (await full.count() > 0) {
    const lines = await full.evaluateAll((elements) => elements
      .map((element) => ({
        top: element.getBoundingClientRect().top,
        // Without the labels of tasks, which are drawn into the line.
        text: [...element.querySelectorAll('span > span')].filter((part) => !part.classList.contains('task-label')).map((part) => part.textContent).join(''),
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ').trimEnd()));
    return lines;
  }
  return (await page.locator('.light-input').inputValue()).split('\n');
}

export async function state(page: Page): Promise<string> {
  return (await page.locator('.status').getAttribute('data-state')) ?? '';
}

/** The run is in the wanted state, and what came with it is drawn: panels follow the state by a frame or two. */
export async function waitForState(page: Page, wanted: string | RegExp, timeout = 20_000): Promise<void> {
  await expect.poll(() => state(page), { timeout, interval: 10 }).toMatch(wanted);
  for (let frame = 0; frame < 3; frame += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** The console's lines that are in view, of one stream. */
export async function consoleLines(page: Page, stream: 'stdout' | 'stderr' = 'stdout'): Promise<string[]> {
  return page.locator(`.console-lines .list-row.from-${stream}`).evaluateAll((rows) => rows
    .sort((a, b) => Number(a.getAttribute('data-row')) - Number(b.getAttribute('data-row')))
    .map((row) => row.querySelector('.console-text')?.textContent ?? ''));
}

export async function instant(page: Page): Promise<void> {
  await page.locator('#speed').focus();
  await page.keyboard.press('End');
}
