// SPDX-License-Identifier: MIT
// Random asyncio programs, ours against CPython 3.13: the same prints in the same order?
//   npm run fuzz:order -- [OPTIONS]          (lib/fuzz.mjs)
// CPython runs the programs on a clock that jumps (lib/virtual_clock.py), so the machine's load does not matter.
import { fuzzCommand } from './lib/fuzz.mjs';
import { orderProgram } from './lib/order/program.mjs';

await fuzzCommand({
  name: 'order',
  program: orderProgram,
  clock: 'virtual',
  rules: new URL('./lib/order/undefined_orders.txt', import.meta.url),
});
