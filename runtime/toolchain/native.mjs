// SPDX-License-Identifier: MIT
/** `npm run build:native`: build/native/loopscope, the command line in release mode. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { main, say } from './progress.mjs';

main(async () => {
  const folder = await build('native');
  say(`${join(folder, 'loopscope')} run FILE`);
});
