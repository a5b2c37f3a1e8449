// SPDX-License-Identifier: MIT
// Runs the conformance programs and the playground's examples and compares with CPython's recordings.
//   node tests/conformance/run.mjs [--target native|wasm] [--filter WORD]... [--show N] [--list]
// --show: how many failures to print with their differences (default 10; 0 for none).
// --list: one line for each failing program, for scripts.
// --binary PATH, --module PATH: other than build/native/loopscope and build/wasm/loopscope.js.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unifiedDiff } from './lib/diff.mjs';
import { normalise } from './lib/normalise.mjs';
import { inParallel, runProcess } from './lib/process.mjs';
import { findPrograms, readRecording, repository } from './lib/programs.mjs';
import { openWasmPool } from './lib/wasm-pool.mjs';

const kTimeoutMs = 10_000;
const kWidth = 2;

function readOptions(words) {
  const options = {
    target: 'native',
    filters: [],
    show: 10,
    list: false,
    binary: join(repository, 'build/native/loopscope'),
    module: join(repository, 'build/wasm/loopscope.js'),
  };
  while (words.length > 0) {
    const word = words.shift();
    const value = () => {
      if (words.length === 0) throw new Error(`${word} needs a value`);
      return words.shift();
    };
    if (word === '--target') options.target = value();
    else if (word === '--filter') options.filters.push(value());
    else if (word === '--show') options.show = Number(value());
    else if (word === '--list') options.list = true;
    else if (word === '--binary') options.binary = resolve(value());
    else if (word === '--module') options.module = resolve(value());
    else if (!word.startsWith('--')) options.filters.push(word);
    else throw new Error(`unknown option ${word}`);
  }
  if (!['native', 'wasm'].includes(options.target)) throw new Error('--target is native or wasm');
  return options;
}

function openTarget(options) {
  const path = options.target === 'native' ? options.binary : options.module;
  if (!existsSync(path)) {
    console.error(`${path} does not exist: build it first (npm run build:native, npm run build)`);
    process.exit(2);
  }
  if (options.target === 'wasm') return openWasmPool(path, kWidth, kTimeoutMs);
  return {
    run: (program) =>
      runProcess(path, ['run', program.file, '--clock', 'virtual'], {
        cwd: program.folder,
        env: process.env,
        timeoutMs: kTimeoutMs,
      }),
    close: async () => {},
  };
}

/** The reasons why a program's outcome is not CPython's; empty if it is. */
function compare(program, actual) {
  const expected = readRecording(program);
  if (expected === null) return ['no recording: npm run record'];
  const reasons = [];
  if (actual.stopped !== null) reasons.push(`stopped: ${actual.stopped}`);
  else if (actual.code !== expected.code) {
    reasons.push(`exit code ${actual.code}, expected ${expected.code}`);
  }
  for (const stream of ['stdout', 'stderr']) {
    const difference = unifiedDiff(expected[stream], normalise(actual[stream], program));
    if (difference !== '') reasons.push(`${stream}\n${difference}`);
  }
  return reasons;
}

const options = readOptions(process.argv.slice(2));
const programs = findPrograms(options.filters);
const target = openTarget(options);
const failures = [];
const started = Date.now();
let done = 0;

await inParallel(programs, kWidth, async (program, lane) => {
  const actual = await target.run(program, lane);
  const reasons = compare(program, actual);
  if (reasons.length > 0) failures.push({ name: program.name, reasons });
  done++;
  if (process.stderr.isTTY) {
    process.stderr.write(`\r${done}/${programs.length}, ${failures.length} failed `);
  }
});
await target.close();
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

failures.sort((a, b) => (a.name < b.name ? -1 : 1));
if (options.list) {
  for (const { name, reasons } of failures) {
    console.log(`FAIL ${name}: ${reasons.map((reason) => reason.split('\n')[0]).join(', ')}`);
  }
} else {
  for (const { name, reasons } of failures.slice(0, options.show)) {
    console.log(`\nFAIL ${name}\n${reasons.join('\n')}`);
  }
  if (failures.length > options.show) {
    console.log(`\n... and ${failures.length - options.show} more (--show N, --list)`);
  }
}
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`conformance, ${options.target}, ${seconds} s`);
console.log(`${programs.length - failures.length} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
