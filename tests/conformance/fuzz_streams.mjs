// SPDX-License-Identifier: MIT
// Random stream servers and clients, ours in memory against CPython 3.13 over loopback: the same prints in the same order?
//   npm run fuzz:streams -- [--count N] [--seed S] [--binary PATH] [--show N]
// A program that prints different things under CPython itself (a loaded machine) is skipped.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { unifiedDiff } from './lib/diff.mjs';
import { inParallel, runProcess } from './lib/process.mjs';
import { repository } from './lib/programs.mjs';
import { findPython } from './lib/python.mjs';
import { streamProgram } from './lib/stream_program.mjs';

const kTimeoutMs = 20_000;
const kWidth = 2;
const kRepeats = 4;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    binary: { type: 'string', default: join(repository, 'build/native/loopscope') },
    show: { type: 'string', default: '3' },
  },
});
const python = await findPython();
const binary = resolve(options.binary);
const folder = mkdtempSync(join(tmpdir(), 'loopscope-streams-'));
const differing = [];
const counts = { passed: 0, skipped: 0 };

async function run(command, words, file, env) {
  const { stdout, code, stopped } = await runProcess(command, [...words, file], { cwd: folder, env, timeoutMs: kTimeoutMs });
  return `${stdout}[ends with ${stopped ?? code}]\n`;
}

await inParallel(Array.from({ length: Number(options.count) }, (_, i) => Number(options.seed) + i), kWidth, async (seed) => {
  const file = `stream_${seed}.py`;
  writeFileSync(join(folder, file), streamProgram(seed));
  const ask = () => run(python.command, [], file, { ...process.env, ...python.env });
  const ours = await run(binary, ['run', '--clock', 'virtual'], file, process.env);
  const theirs = new Set([await ask()]);
  for (let again = 0; again < kRepeats && !theirs.has(ours); again++) theirs.add(await ask());
  if (theirs.has(ours)) counts.passed++;
  else if (theirs.size > 1) counts.skipped++;
  else differing.push({ seed, difference: unifiedDiff([...theirs][0], ours) });
});
rmSync(folder, { recursive: true });

for (const { seed, difference } of differing.slice(0, Number(options.show))) {
  console.log(`\nseed ${seed}\n${streamProgram(seed)}\n${difference}`);
}
if (counts.skipped) console.log(`${counts.skipped} skipped: CPython printed different things`);
console.log(`${counts.passed} passed, ${differing.length} failed`);
process.exit(differing.length ? 1 : 0);
