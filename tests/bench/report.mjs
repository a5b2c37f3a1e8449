// SPDX-License-Identifier: MIT
/** What `npm run bench` prints, and what `--json` writes. */
import { cpus, loadavg } from 'node:os';
import { measures } from './measures.mjs';

/** Keys of `ratios` that others read; the rest is MEASURE_vs_ENGINE. */
const kShort = { switches: 'switch', first_line: 'first_line' };

/**
 * @param results measure → engine → { cold, steady } in ms
 * @param cpp nanoseconds of a switch: bare and on the loop; null if not measured
 * @param sizes engine → KB gzip; `rare`: our part that plain programs do not load
 * @returns ratios above 1 mean that Loopscope is faster; those of an absent engine are null
 */
export function makeReport(results, cpp, sizes) {
  const ratios = {};
  const ratio = (above, below) => (above === undefined || below === undefined ? null : Number((above / below).toPrecision(4)));
  for (const [measure, byEngine] of Object.entries(results)) {
    const name = kShort[measure] ?? measure;
    for (const other of ['pyodide', 'cpython', 'micropython']) {
      ratios[`${name}_vs_${other}`] = ratio(byEngine[other]?.steady, byEngine.loopscope.steady);
      if (measures[measure].rounds > 1) ratios[`${name}_cold_vs_${other}`] = ratio(byEngine[other]?.cold, byEngine.loopscope.cold);
    }
    if (byEngine.traced) ratios[`${name}_traced_vs_pyodide`] = ratio(byEngine.pyodide?.steady, byEngine.traced.steady);
  }
  if (cpp) ratios.cpp_switch_vs_bare = ratio(cpp.bare, cpp.loop);
  const kb = Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, Number(size.toFixed(1))]));
  return {
    ratios,
    sizes: { wasm_gzip_kb: kb.loopscope, rare_wasm_gzip_kb: kb.rare, all_wasm_gzip_kb: Number((kb.loopscope + kb.rare).toFixed(1)), pyodide_gzip_kb: kb.pyodide, micropython_gzip_kb: kb.micropython },
    memory: { sleeping_tasks_mb: results.sleeping_tasks?.loopscope.steady ?? null },
    cpp_switch_ns: cpp,
    milliseconds: results,
  };
}

export function printReport(report, engines, runs) {
  const names = Object.keys(engines).filter((name) => engines[name].open || engines[name].command);
  const cell = (text, width = 12) => String(text).padStart(width);
  const load = loadavg()[0].toFixed(1);
  console.log(`\n${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, up to ${runs} processes each, load ${load}\n`);
  console.log(`${''.padEnd(50)}${cell('', 6)}${names.map((name) => cell(name)).join('')}${cell('vs pyodide')}${cell('vs cpython')}`);
  for (const [measure, byEngine] of Object.entries(report.milliseconds)) {
    const { title, unit, figure, rounds } = measures[measure];
    const row = (label, kind, words) => {
      const figures = names.map((name) => cell(byEngine[name] ? format(figure(byEngine[name][kind])) : '-'));
      const times = ['pyodide', 'cpython'].map((name) => cell(byEngine[name] ? `${format(byEngine[name][kind] / byEngine.loopscope[kind])}x` : '-'));
      console.log(`${label.padEnd(50)}${words.padEnd(6)}${figures.join('')}${times.join('')}`);
    };
    if (rounds > 1) row(`  cold`, 'cold', unit);
    row(title, 'steady', unit);
  }
  const { cpp_switch_ns: cpp } = report;
  if (cpp) console.log(`\nA switch of the C++ API takes ${format(cpp.loop)} ns, ${format(cpp.loop / cpp.bare)} times a bare coroutine's ${format(cpp.bare)} ns.`);
  console.log(`${'size'.padEnd(50)}${'KB'.padEnd(6)}${names.map((name) => cell(sizeOf(report.sizes, name))).join('')}`);
  console.log(`Loopscope's size is what a plain asyncio program loads; what only some programs need is ${report.sizes.rare_wasm_gzip_kb.toFixed(0)} KB more.`);
  for (const [name, engine] of Object.entries(engines)) if (!names.includes(name)) console.log(`${engine.title}: absent, ${engine.absent}`);
  const [higher, lower] = ['higher', 'lower'].map((better) => [...new Set(Object.values(measures).filter((m) => m.better === better).map((m) => m.unit))]);
  console.log(`\n${higher.join(', ')}: higher is better; ${lower.join(', ')}: lower is better. Median of the rounds of a process, then of processes; cold: first rounds.`);
  console.log('\nLoopscope is so many times as fast as:');
  for (const [key, value] of Object.entries(report.ratios)) console.log(`  ${key.padEnd(36)}${value === null ? 'absent' : `${value.toFixed(2)}x`}`);
}

function sizeOf(sizes, name) {
  const key = { loopscope: 'wasm_gzip_kb', pyodide: 'pyodide_gzip_kb', micropython: 'micropython_gzip_kb' }[name];
  return key && sizes[key] !== undefined ? sizes[key].toFixed(0) : '-';
}

const format = (value) => value.toFixed(value < 100 ? 2 : 0);
