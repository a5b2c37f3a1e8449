// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** The built site in Chromium; `npm test` gives LOOPSCOPE_SITE and LOOPSCOPE_CHROMIUM. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores and a browser: one file after the other, so that times mean something.
    fileParallelism: false,
  },
});
