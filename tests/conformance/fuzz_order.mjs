// SPDX-License-Identifier: MIT
// Random asyncio programs, ours against CPython 3.13: the same lines in the same order?
//   node tests/conformance/fuzz_order.mjs [--count N] [--seed S] [--binary PATH] [--keep FOLDER]
// CPython runs them on a clock that jumps (lib/virtual_clock.py), so the machine's load does not matter.
// --keep writes the programs that differ into a folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unifiedDiff } from './lib/diff.mjs';
import { orderProgram } from './lib/order_program.mjs';
import { inParallel, runProcess } from './lib/process.mjs';
import { repository } from './lib/programs.mjs';
import { findPython } from './lib/python.mjs';

const kShown = 5;
const options = { count: 200, seed: 1000, binary: join(repository, 'build/native/loopscope'), keep: null };
const words = process.argv.slice(2);
while (words.length > 0) {
  const name = words.shift().replace(/^--/, '');
  if (!(name in options) || words.length === 0) throw new Error(`unknown or incomplete option --${name}`);
  const value = words.shift();
  options[name] = typeof options[name] === 'number' ? Number(value) : value;
}

const python = await findPython();
const oracle = join(repository, 'tests/conformance/lib/virtual_clock.py');
const folder = mkdtempSync(join(tmpdir(), 'loopscope-fuzz-'));
const differing = [];

await inParallel(Array.from({ length: options.count }, (_, i) => options.seed + i), 2, async (seed) => {
  const file = `seed_${seed}.py`;
  const text = orderProgram(seed);
  writeFileSync(join(folder, file), text);
  const run = (command, args, env) => runProcess(command, args, { cwd: folder, env, timeoutMs: 20_000 });
  const expected = await run(python.command, [oracle, file], python.env);
  const actual = await run(options.binary, ['run', file, '--clock', 'virtual'], process.env);
  const difference = unifiedDiff(expected.stdout, actual.stdout);
  const stuck = expected.stderr.includes('nothing will ever happen again') && actual.code !== 0;
  if (difference === '' && (actual.code === expected.code || stuck)) return;
  differing.push(seed);
  if (differing.length <= kShown) {
    console.log(`\nseed ${seed}: exit code ${actual.code ?? actual.stopped}, CPython ${expected.code ?? expected.stopped}`);
    console.log(difference || actual.stderr.slice(0, 2000));
  }
  if (options.keep !== null) {
    mkdirSync(options.keep, { recursive: true });
    writeFileSync(join(options.keep, file), text);
  }
});
rmSync(folder, { recursive: true });
if (differing.length > 0) console.log(`\nseeds that differ: ${differing.sort((a, b) => a - b).join(' ')}`);
console.log(`${options.count - differing.length} passed, ${differing.length} failed`);
process.exit(differing.length === 0 ? 0 : 1);
