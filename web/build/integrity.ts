// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from './after_build.ts';

/** The one file that other people's pages name, and so may want to pin. */
const PINNED = 'embed.js';

/** Writes `integrity.json`: what a course page writes to pin this build. `npm run build` prints it (runtime/toolchain/site.mjs). */
export function integrity(): Plugin {
  return afterBuild('loopscope-integrity', 'post', (outDir) => {
    const hash = `sha384-${createHash('sha384').update(readFileSync(join(outDir, PINNED))).digest('base64')}`;
    writeFileSync(join(outDir, 'integrity.json'), `${JSON.stringify({ [PINNED]: hash }, null, 2)}\n`);
  });
}
