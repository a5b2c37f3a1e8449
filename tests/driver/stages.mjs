// SPDX-License-Identifier: MIT
/**
 * The stages of `npm test`, in the order in which they run. Each adds what its runner reports to `counts`;
 * an exception counts as one failure.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../runtime/toolchain/build.mjs';
import { root } from '../../runtime/toolchain/paths.mjs';
import { setup } from '../../runtime/toolchain/setup.mjs';
import { buildSite } from '../../runtime/toolchain/site.mjs';
import { runLint } from '../../runtime/toolchain/lint.mjs';
import { runAsyncioLists, runCatch, runConformance, runVitest } from './runners.mjs';

export const stages = {
  native: {
    title: 'Catch2, natively, with ASan and UBSan',
    run: async (counts) => runCatch(await build('native-tests'), counts),
  },
  wasm: {
    title: 'Catch2, in wasm under Node',
    run: async (counts) => runCatch(await build('wasm-tests'), counts),
  },
  conformance: {
    title: "programs compared with CPython's recordings, natively and in wasm",
    run: async (counts) => {
      if (!has('tests/conformance', /\.py$/)) return none('tests/conformance');
      // The sanitizer build runs them natively: what it finds counts as much as a wrong line, and so does what is still
      // allocated at exit without being reachable.
      const sanitized = await build('native-tests');
      const options = { ASAN_OPTIONS: 'detect_leaks=1', UBSAN_OPTIONS: 'print_stacktrace=1' };
      await runConformance(['--target', 'native', '--binary', join(sanitized, 'loopscope')], counts, options);
      await runAsyncioLists(join(sanitized, 'loopscope'), counts, options);
      await build('wasm');
      await runConformance(['--target', 'wasm'], counts);
    },
  },
  web: {
    title: 'Vitest',
    run: async (counts) => {
      if (!has('tests/web', /\.test\.tsx?$/)) return none('tests/web');
      await setup(['npm']);
      await runVitest('vitest.config.ts', counts);
    },
  },
  e2e: {
    title: 'the built site in Chromium',
    run: async (counts) => {
      if (!has('tests/e2e', /\.test\.ts$/)) return none('tests/e2e');
      const { chromium } = await setup(['npm', 'browser']);
      const site = await buildSite();
      await runVitest('vitest.e2e.config.ts', counts, { LOOPSCOPE_CHROMIUM: chromium, LOOPSCOPE_SITE: site });
    },
  },
  lint: {
    title: 'who includes whom, types, style',
    run: async (counts) => {
      await setup(['npm']);
      await runLint(counts);
    },
  },
};

/** Whether a folder holds, at any depth, a file of that name. */
function has(folder, pattern) {
  const path = join(root, folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => pattern.test(name));
}

function none(folder) {
  console.log(`${folder} has no tests yet`);
}
