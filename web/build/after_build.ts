// SPDX-License-Identifier: MIT
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** A plugin that works on the finished site in `outDir`: not while Vite serves sources, not after a build that failed. */
export function afterBuild(
  name: string,
  order: 'pre' | 'post' | null,
  work: (outDir: string, config: ResolvedConfig) => void | Promise<void>,
): Plugin {
  let config: ResolvedConfig | undefined;
  return {
    name,
    configResolved(resolved) { config = resolved; },
    closeBundle: {
      sequential: true,
      order,
      async handler(error) {
        if (config?.command !== 'build' || error) return;
        await work(join(config.root, config.build.outDir), config);
      },
    },
  };
}
