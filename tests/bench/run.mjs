// SPDX-License-Identifier: MIT
/**
 * `npm run bench [-- --json FILE] [-- --runs N]`: Loopscope beside Pyodide, MicroPython's wasm and native CPython 3.13.
 *
 * Each figure is the median over processes of its own; the engines take turns, so that what else the machine does
 * meets all of them. A ratio above 1 means that Loopscope is faster.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cpus } from 'node:os';
import { build } from '../../runtime/toolchain/build.mjs';
import { SetupError, main, say } from '../../runtime/toolchain/progress.mjs';
import { setup } from '../../runtime/toolchain/setup.mjs';
import { measures, median } from './measures.mjs';

/** What compiling a program and importing asyncio may take. */
const kStartMs = 300;

const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url));

main(async () => {
  const { values } = parseArgs({ options: { json: { type: 'string' }, runs: { type: 'string', default: '7' } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new SetupError('--runs is a whole number from 1');
  await setup(['wasm', 'npm']);
  await build('wasm');
  const { engines } = await import('./engines.mjs');
  const present = Object.entries(engines).filter(([, engine]) => engine.open || engine.command);
  const results = {};
  for (const [measure, { title }] of Object.entries(measures)) {
    say(`measuring ${title}`);
    const chosen = present.filter(([, engine]) => !engine.only || engine.only.includes(measure));
    results[measure] = await measureAll(measure, chosen, runs);
  }
  const sizes = Object.fromEntries(present.filter(([, engine]) => engine.size).map(([name, engine]) => [name, gzipKb(engine.size())]));
  printTable(engines, results, sizes, runs);
  const report = makeReport(results, sizes);
  printRatios(report.ratios);
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
    say(`written to ${values.json}`);
  }
});

/** @returns {Promise<Record<string, number>>} engine → median of `runs` processes. */
async function measureAll(measure, chosen, runs) {
  const figures = Object.fromEntries(chosen.map(([name]) => [name, []]));
  for (let round = 0; round < runs; round++) {
    for (const [name, engine] of chosen) {
      figures[name].push(engine.command ? await measureNative(engine, measure) : await measureInNode(name, measure));
    }
  }
  return Object.fromEntries(Object.entries(figures).map(([name, list]) => [name, median(list)]));
}

async function measureInNode(name, measure) {
  const { output } = await execute(process.execPath, ['--no-warnings', worker, name, measure], {});
  const { lines, firstLineMs, wallMs } = JSON.parse(output.trimEnd().split('\n').at(-1));
  if (measure === 'firstLine') return firstLineMs;
  // The program measures itself; a clock that ran slow would flatter it, so Node's has a say.
  const claimed = lines.reduce((sum, line) => sum + line, 0);
  // Node also sees the program being compiled and its imports, on a busy machine for some hundred milliseconds.
  if (!(claimed > wallMs * 0.7 - kStartMs) || claimed > wallMs * 1.05) {
    throw new SetupError(`${name}, ${measure}: the program counted ${claimed.toFixed(1)} ms, Node ${wallMs.toFixed(1)} ms`);
  }
  return measures[measure].value(lines);
}

async function measureNative(engine, measure) {
  const { program, env } = engine.command;
  const { output, firstOutputMs } = await execute(program, ['-c', measures[measure].program(engine)], env);
  if (measure === 'firstLine') return firstOutputMs;
  return measures[measure].value(output.trim().split('\n').map(Number));
}

function execute(program, args, env) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let firstOutputMs = null;
    let output = '';
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      firstOutputMs ??= performance.now() - started;
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ output, firstOutputMs });
      else reject(new SetupError(`${program} ${args.slice(0, 4).join(' ').slice(0, 120)} ended with code ${code}`));
    });
  });
}

function gzipKb(files) {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  return bytes / 1024;
}

function printTable(engines, results, sizes, runs) {
  console.log(`\n${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, medians of ${runs} processes\n`);
  console.log(`${''.padEnd(24)}${['switches', 'fib(24)', 'first line', 'size'].map((word) => word.padStart(13)).join('')}`);
  console.log(`${''.padEnd(24)}${['k/s', 'ms', 'ms', 'KB gzip'].map((word) => word.padStart(13)).join('')}`);
  for (const [name, engine] of Object.entries(engines)) {
    if (!engine.open && !engine.command) {
      console.log(`${engine.title.padEnd(24)}  absent: ${engine.absent}`);
      continue;
    }
    const row = [results.switches[name], results.fib[name], results.firstLine[name], sizes[name]];
    console.log(`${engine.title.padEnd(24)}${row.map((value) => format(value).padStart(13)).join('')}`);
  }
  for (const { title, better } of Object.values(measures)) console.log(`  ${title}: ${better} is better`);
}

const format = (value) => (value === undefined ? '-' : value.toFixed(value < 100 ? 2 : 0));

/** What `--json` writes: ratios above 1 mean that Loopscope is faster. Those of an absent engine are null. */
function makeReport({ switches, fib, firstLine }, sizes) {
  const ratio = (above, below) => (above === undefined || below === undefined ? null : Number((above / below).toPrecision(4)));
  return {
    ratios: {
      switch_vs_pyodide: ratio(switches.loopscope, switches.pyodide),
      switch_vs_cpython: ratio(switches.loopscope, switches.cpython),
      switch_vs_micropython: ratio(switches.loopscope, switches.micropython),
      switch_traced_vs_pyodide: ratio(switches.traced, switches.pyodide),
      fib_vs_pyodide: ratio(fib.pyodide, fib.loopscope),
      fib_vs_cpython: ratio(fib.cpython, fib.loopscope),
      fib_vs_micropython: ratio(fib.micropython, fib.loopscope),
      first_line_vs_pyodide: ratio(firstLine.pyodide, firstLine.loopscope),
      first_line_vs_micropython: ratio(firstLine.micropython, firstLine.loopscope),
    },
    sizes: { wasm_gzip_kb: Number(sizes.loopscope.toFixed(1)), pyodide_gzip_kb: Number(sizes.pyodide.toFixed(1)), micropython_gzip_kb: Number(sizes.micropython.toFixed(1)) },
  };
}

function printRatios(ratios) {
  console.log('\nLoopscope is so many times as fast as:');
  for (const [key, value] of Object.entries(ratios)) console.log(`  ${key.padEnd(28)}${value === null ? 'absent' : `${value.toFixed(2)}x`}`);
}
