// SPDX-License-Identifier: MIT
/**
 * `npm run bench [-- --json FILE] [-- --runs N] [-- --only MEASURE,...]`: Loopscope beside Pyodide, MicroPython's wasm and
 * native CPython 3.13.
 *
 * Each figure is the median over processes of its own; the engines take turns, so that what else the machine does
 * meets all of them. A ratio above 1 means that Loopscope is faster.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { build } from '../../runtime/toolchain/build.mjs';
import { SetupError, main, say } from '../../runtime/toolchain/progress.mjs';
import { setup } from '../../runtime/toolchain/setup.mjs';
import { measureEmbeds } from './browser.mjs';
import { measures, median, programOf, roundsOf } from './measures.mjs';
import { makeReport, printReport } from './report.mjs';

/** Processes for each of the measures that only keep us honest. */
const kGeneralRuns = 3;

const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url));

main(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, runs: { type: 'string', default: '7' }, only: { type: 'string' } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new SetupError('--runs is a whole number from 1');
  const chosen = values.only?.split(',') ?? Object.keys(measures);
  const unknown = chosen.filter((name) => !measures[name]);
  if (unknown.length) throw new SetupError(`No such measure: ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}`);
  await setup(['wasm', 'npm']);
  await build('wasm');
  const { engines } = await import('./engines.mjs');
  const cpp = values.only ? null : await measureCpp();
  const results = {};
  for (const name of chosen) {
    say(`measuring ${measures[name].title}`);
    results[name] = measures[name].browser ? await measureEmbeds(runs)
      : await measureAll(name, engines, measures[name].general ? Math.min(runs, kGeneralRuns) : runs);
  }
  const sized = Object.entries(engines).filter(([, engine]) => engine.size && (engine.open || engine.command));
  const sizes = Object.fromEntries(sized.map(([name, engine]) => [name, gzipKb(engine.size())]));
  const report = makeReport(results, cpp, { ...sizes, rare: gzipKb(engines.loopscope.rare()) });
  printReport(report, engines, runs);
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    say(`written to ${values.json}`);
  }
});

/**
 * @returns {Promise<Record<string, {cold: number, steady: number}>>} by engine, in ms: the first round, and the median of
 *   all rounds, each the median over `runs` processes.
 */
async function measureAll(measure, engines, runs) {
  const able = Object.entries(engines).filter(
    ([name, engine]) =>
      (engine.open || engine.command) &&
      (engine.only?.includes(measure) ?? true) &&
      !engine.lacks?.includes(measure) &&
      (measures[measure].engines?.includes(name) ?? true),
  );
  const seen = Object.fromEntries(able.map(([name]) => [name, { cold: [], steady: [] }]));
  for (let run = 0; run < runs; run++) {
    for (const [name, engine] of able) {
      if (!seen[name]) continue;
      let rounds;
      try {
        rounds = await measureOnce(measure, name, engine);
      } catch (error) {
        // A peer that cannot run the program has no figure; ours has to.
        if (engine.ours) throw error;
        say(error.message);
        delete seen[name];
        continue;
      }
      seen[name].cold.push(rounds[0]);
      seen[name].steady.push(median(rounds));
    }
  }
  return Object.fromEntries(Object.entries(seen).map(([name, { cold, steady }]) => [name, { cold: median(cold), steady: median(steady) }]));
}

/** @returns {Promise<number[]>} ms of each round in one process */
async function measureOnce(measure, name, engine) {
  const lines = engine.command ? await runNative(engine, measure) : await runInNode(name, measure);
  if (measures[measure].start) return [lines[0].at];
  if (measures[measure].memory) return [lines.find(({ text }) => text === 'memory').bytes / 2 ** 20];
  try {
    return roundsOf(measure, lines, engine.lateness);
  } catch (error) {
    throw new SetupError(`${name}, ${measure}: ${error.message}`);
  }
}

/** The C++ API's switch and a bare coroutine's, in one wasm build: median nanoseconds of each. */
async function measureCpp() {
  say("measuring the C++ API's switch");
  const program = join(await build('wasm', 'bench_switch'), 'bench_switch.cjs');
  let output = '';
  await execute(process.execPath, ['--no-warnings', program], {}, (text) => (output += text));
  const rounds = output.trim().split('\n').map((line) => line.split(' ').map(Number));
  return { bare: median(rounds.map(([bare]) => bare)), loop: median(rounds.map(([, loop]) => loop)) };
}

async function runInNode(name, measure) {
  let output = '';
  await execute(process.execPath, ['--no-warnings', worker, name, measure], {}, (text) => (output += text));
  return JSON.parse(output.trimEnd().split('\n').at(-1));
}

async function runNative(engine, measure) {
  const { program, env } = engine.command;
  const lines = [];
  let rest = '';
  const started = performance.now();
  await execute(program, ['-u', '-c', programOf(measure, engine)], env, (text) => {
    const at = performance.now() - started;
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    for (const part of parts) lines.push({ text: part, at });
  });
  return lines;
}

function execute(program, args, env, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', onOutput);
    child.stderr.setEncoding('utf8').on('data', (text) => { complaint += text; });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      // The line that names the error; an engine may print its whole minified self beside it.
      const why = complaint.split('\n').findLast((line) => /^\w*(Error|Exception)\b/.test(line)) ?? complaint.trim().slice(-200);
      return reject(new SetupError(`${program} ${args.slice(0, 4).join(' ').slice(0, 120)} ended with code ${code}: ${why}`));
    });
  });
}

function gzipKb(files) {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  return bytes / 1024;
}
