// SPDX-License-Identifier: MIT
/**
 * `npm test`: every test there is, from set-up to the closing line `N passed, N failed`.
 *
 *   npm test                           all stages
 *   npm test -- --only native,web      some of them
 *
 * Stages: native and wasm (Catch2), conformance (programs compared with CPython's recordings, natively and in wasm),
 * web (Vitest), e2e (the built site in Chromium), lint. A stage without tests says so; one that cannot run has failed.
 */
import { parseArgs } from 'node:util';
import { SetupError, elapsed, main } from '../runtime/toolchain/progress.mjs';
import { stages } from './driver/stages.mjs';

main(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const chosen = values.only?.flatMap((word) => word.split(',')) ?? Object.keys(stages);
  const unknown = chosen.filter((name) => !stages[name]);
  if (unknown.length) throw new SetupError(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);

  const rows = [];
  for (const name of Object.keys(stages).filter((stage) => chosen.includes(stage))) {
    console.log(`\n=== ${name}: ${stages[name].title} (after ${elapsed().trim()})`);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const begun = Date.now();
    try {
      await stages[name].run(counts);
    } catch (error) {
      counts.failed += 1;
      console.error(error instanceof SetupError ? error.message : error);
    }
    const seconds = Math.round((Date.now() - begun) / 1000);
    rows.push({ name, ...counts, seconds });
    console.log(`--- ${name}: ${describe(counts)} in ${seconds} s`);
  }

  console.log('\nstage        passed  failed  skipped   time');
  for (const { name, passed, failed, skipped, seconds } of rows) {
    console.log(`${name.padEnd(12)}${cell(passed)}${cell(failed)}${cell(skipped, 9)}${cell(`${seconds} s`, 7)}`);
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return sum('failed') ? 1 : 0;
});

/** Never the plain closing line, of which there is one. */
function describe({ passed, failed, skipped }) {
  if (passed + failed + skipped === 0) return 'no tests';
  return `${passed} of ${passed + failed} passed${skipped ? ` (and ${skipped} skipped)` : ''}`;
}

function cell(value, width = 8) {
  return String(value).padStart(width);
}
