// SPDX-License-Identifier: MIT
// A command that runs random programs in Loopscope and under CPython 3.13, and makes what differs small:
//   [--count N] [--seed S] [--target native|wasm] [--show N] [--keep FOLDER] [--no-shrink]
//   --print SEED       the program of a seed
//   --shrink FILE      makes a program of one's own that differs small
// The first differences are shown with both outputs; --keep writes all of them into a folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Comparison } from './order/comparison.mjs';
import { Oracle } from './order/oracle.mjs';
import { shrink } from './order/shrink.mjs';
import { nativeTarget, wasmTarget } from './order/targets.mjs';
import { inParallel } from './process.mjs';
import { repository } from './programs.mjs';

const kWidth = 2;
/** Outcomes of a program that shrinking has broken, and CPython's own troubles at its end: not what was looked for. */
const kBroken =
  /SyntaxError|IndentationError|NameError|UnboundLocalError|AttributeError|TypeError|Logging error|likely shutting down|ends with timeout/;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1000' },
    target: { type: 'string', default: 'native' },
    binary: { type: 'string', default: join(repository, 'build/native/loopscope') },
    module: { type: 'string', default: join(repository, 'build/wasm/loopscope.js') },
    show: { type: 'string', default: '3' },
    keep: { type: 'string' },
    'no-shrink': { type: 'boolean', default: false },
    print: { type: 'string' },
    shrink: { type: 'string' },
  },
});

function openTarget() {
  const wasm = options.target === 'wasm';
  if (!wasm && options.target !== 'native') throw new Error('--target is native or wasm');
  const path = resolve(wasm ? options.module : options.binary);
  if (!existsSync(path)) {
    console.error(`${path} does not exist: build it first (npm run build:native, npm run build)`);
    process.exit(2);
  }
  return wasm ? wasmTarget(path, kWidth) : nativeTarget(path);
}

/** What a difference is about, so that a small program shows the one that was found, not another. */
function kindOf({ text }) {
  const line = text.split('\n').find((each) => /^[-+]/.test(each)) ?? '';
  if (/^.\[ends/.test(line)) return 'end';
  return /Traceback|never |destroyed|ignored|Warning|^.(future|task): /.test(line) ? 'report' : 'print';
}

/** The same difference in few lines: programs that CPython itself cannot run do not count. */
async function makeSmall(comparison, text) {
  const found = await comparison.difference(text);
  if (found === null) return text;
  const kind = kindOf(found);
  const broken = kBroken.test(found.expected);
  return shrink(
    text,
    async (candidate, lane) => {
      const difference = await comparison.difference(candidate, lane);
      return difference !== null && kindOf(difference) === kind && (broken || !kBroken.test(difference.expected));
    },
    {
      width: kWidth,
      onStep: (lines, tries) => progress(`shrinking: ${lines} lines after ${tries} programs`),
    },
  );
}

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

async function showSmall(comparison, text) {
  const small = options['no-shrink'] ? null : await makeSmall(comparison, text);
  progress('');
  const difference = await comparison.difference(small ?? text);
  if (small !== null) console.log(small);
  if (difference === null) return console.log('(the difference comes and goes)');
  console.log(`--- CPython\n+++ Loopscope\n${difference.text}`);
}

/** CPython prints something else when its objects lie elsewhere: nothing defines that order. */
async function isUndefined(comparison, oracle, text, expected) {
  for (let i = 0; i < 2; i++) {
    await oracle.renew();
    if ((await comparison.expected(text)) !== expected) return true;
  }
  return false;
}

async function fuzz(comparison, oracle, { name, program, rules }) {
  const count = Number(options.count);
  const first = Number(options.seed);
  const started = performance.now();
  const differing = [];
  let done = 0;
  await inParallel(Array.from({ length: count }, (_, i) => first + i), kWidth, async (seed, lane) => {
    const text = program(seed);
    const difference = await comparison.difference(text, lane);
    if (difference !== null) differing.push({ seed, text, expected: difference.expected });
    done++;
    if (done % 100 === 0) {
      const line = `${done} of ${count} programs, ${differing.length} differ, ${((performance.now() - started) / 1000).toFixed(0)} s`;
      if (process.stderr.isTTY) progress(line);
      else console.log(line);
    }
  });
  progress('');
  differing.sort((a, b) => a.seed - b.seed);
  const failures = [];
  for (const found of differing) {
    if (await isUndefined(comparison, oracle, found.text, found.expected)) {
      console.log(`seed ${found.seed}: CPython's own order changes from run to run; not counted`);
    } else {
      failures.push(found);
    }
  }
  for (const { seed, text } of failures) {
    if (options.keep === undefined) break;
    mkdirSync(options.keep, { recursive: true });
    writeFileSync(join(options.keep, `seed_${seed}.py`), text);
  }
  for (const { seed, text } of failures.slice(0, Number(options.show))) {
    console.log(`\n=== seed ${seed}`);
    await showSmall(comparison, text);
  }
  if (failures.length) console.log(`\nseeds that differ: ${failures.map(({ seed }) => seed).join(' ')}`);
  if (rules !== undefined) console.log(`\n${readFileSync(rules, 'utf8')}`);
  console.log(`${name}, ${options.target}, seeds ${first} to ${first + count - 1}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  console.log(`${count - failures.length} passed, ${failures.length} failed`);
  return failures.length === 0;
}

/**
 * @param {object} command
 * @param {string} command.name
 * @param {(seed: number) => string} command.program   the text of a seed's program
 * @param {import('./order/oracle.mjs').OracleClock} command.clock
 * @param {URL} [command.rules]                        what CPython leaves open, to be shown
 */
export async function fuzzCommand(command) {
  if (options.print !== undefined) {
    process.stdout.write(command.program(Number(options.print)));
    process.exit(0);
  }
  const oracle = await Oracle.open(kWidth, command.clock);
  const target = openTarget();
  const comparison = new Comparison(oracle, target);
  let good = true;
  if (options.shrink !== undefined) await showSmall(comparison, readFileSync(options.shrink, 'utf8'));
  else good = await fuzz(comparison, oracle, command);
  await target.close();
  await oracle.close();
  await comparison.close();
  process.exit(good ? 0 : 1);
}
