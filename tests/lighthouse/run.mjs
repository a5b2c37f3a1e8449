// SPDX-License-Identifier: MIT
/**
 * `npm run lighthouse`: Google's Lighthouse on the built site, as a phone on slow 4G and as a desktop. Fails below 95.
 *
 *   npm run lighthouse -- [--only WORD] [--runs N] [--reports FOLDER]
 *
 * Lighthouse is no dependency: it brings 150 packages for one figure. It is installed into the cache when it is first asked
 * for; where it cannot be had, that is said and nothing has failed.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { cache } from '../../runtime/toolchain/paths.mjs';
import { SetupError, main, run, say } from '../../runtime/toolchain/progress.mjs';
import { buildSite } from '../../runtime/toolchain/site.mjs';
import { serveFolder } from '../support/file_host.mjs';

/** The last that runs on Node 20. */
const VERSION = '12.8.2';
const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** `embed.html` is not there to be found by searching, and says so. */
const PAGES = {
  playground: { path: 'index.html' },
  course: { path: 'course/index.html' },
  'course-ko': { path: 'course/ko.html' },
  embed: { path: `embed.html?code=${encodeURIComponent('import asyncio\n\n\nasync def main():\n    print("hello")\n    await asyncio.sleep(1)\n    print("world")\n\n\nasyncio.run(main())\n')}`, without: ['seo'] },
};

main(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, runs: { type: 'string', default: '3' }, reports: { type: 'string' }, site: { type: 'string' } } });
  const lighthouse = await install();
  if (!lighthouse) return 0;
  const site = await serveFolder(values.site ?? process.env.LOOPSCOPE_SITE ?? await buildSite());
  const browser = await chromium.launch({
    executablePath: process.env.LOOPSCOPE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', `--remote-debugging-port=${String(PORT)}`],
  });
  // Its figures are of the processor, slowed down four times: beside other work they are of that work.
  const busy = loadavg()[0] / cpus().length;
  if (busy > 1.2) say(`${busy.toFixed(1)} programs a processor are running here: the performance figures will be too low.`);
  let failures = 0;
  try {
    console.log(`\n${'page'.padEnd(12)}${'as'.padEnd(9)}${CATEGORIES.map((name) => name.padStart(16)).join('')}     LCP     TBT   SI`);
    for (const [name, page] of Object.entries(PAGES)) {
      for (const form of ['mobile', 'desktop']) {
        if (values.only && !`${name} ${form}`.includes(values.only)) continue;
        const report = await middle(lighthouse, site.url + page.path, form, Number(values.runs));
        const scores = CATEGORIES.map((category) => (page.without?.includes(category) ? undefined : Math.round((report.categories[category]?.score ?? 0) * 100)));
        const low = scores.some((score) => score !== undefined && score < LEAST);
        if (low) failures += 1;
        const seconds = (audit) => `${((report.audits[audit]?.numericValue ?? 0) / 1000).toFixed(2)} s`;
        console.log(`${name.padEnd(12)}${form.padEnd(9)}${scores.map((score) => String(score ?? '-').padStart(16)).join('')}  ${['largest-contentful-paint', 'total-blocking-time', 'speed-index'].map(seconds).join(' ')}${low ? '  too low' : ''}`);
        for (const audit of low ? faults(report, page.without) : []) console.log(`    ${audit}`);
        if (values.reports) {
          mkdirSync(values.reports, { recursive: true });
          writeFileSync(join(values.reports, `${name}-${form}.json`), JSON.stringify(report));
        }
      }
    }
  } finally {
    await browser.close();
    site.close();
  }
  return failures > 0 ? 1 : 0;
});

const PORT = 9_400 + (process.pid % 500);

/** @returns Lighthouse's function, or undefined where it cannot be installed */
async function install() {
  const folder = join(cache, `lighthouse-${VERSION}`);
  const entry = join(folder, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    const { code } = await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `lighthouse@${VERSION}`], { cwd: folder, title: `installing lighthouse ${VERSION}`, allowFailure: true });
    if (code !== 0) {
      say(`Lighthouse ${VERSION} cannot be installed here (npm said why above): nothing was measured.`);
      return undefined;
    }
  }
  return (await import(pathToFileURL(entry).href)).default;
}

/** The run with the median performance. */
async function middle(lighthouse, url, form, count) {
  if (!Number.isInteger(count) || count < 1) throw new SetupError('--runs is a whole number from 1');
  const reports = [];
  for (let at = 0; at < count; at += 1) {
    const config = form === 'desktop' ? (await import(pathToFileURL(join(cache, `lighthouse-${VERSION}`, 'node_modules/lighthouse/core/config/desktop-config.js')).href)).default : undefined;
    const result = await lighthouse(url, { port: PORT, onlyCategories: CATEGORIES, logLevel: 'error' }, config);
    reports.push(result.lhr);
  }
  return reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score)[Math.floor(count / 2)];
}

/** What is not perfect in the categories that count. */
function faults(report, without = []) {
  return CATEGORIES.filter((category) => !without.includes(category)).flatMap((category) => report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 0.9)
    .map(({ id }) => `${category}: ${report.audits[id].title} ${report.audits[id].displayValue ?? ''}`));
}
