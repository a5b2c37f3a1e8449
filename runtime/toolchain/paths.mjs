// SPDX-License-Identifier: MIT
/** Where things are: the checkout, its build folders, and the cache that all checkouts share. */
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const buildRoot = join(root, 'build');

/** Outside the checkout, so that a second clone is ready at once. LOOPSCOPE_CACHE overrides it. */
export const cache = resolve(
  process.env.LOOPSCOPE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'loopscope'),
);
export const headersFolder = join(cache, 'headers');
