// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

// Tests of the built site in the system's Chromium (playwright-core). `npm test -- --only e2e` builds the site first
// and sets LOOPSCOPE_SITE (its folder) and LOOPSCOPE_CHROMIUM (the browser).
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
