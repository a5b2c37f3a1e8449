// SPDX-License-Identifier: MIT
/**
 * One engine, one measure, in a process of its own: node worker.mjs ENGINE MEASURE. The last line of its standard
 * output is JSON: what the program printed, as { text, at } with `at` in ms since before the engine was loaded.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { engines } from './engines.mjs';
import { measures, programOf } from './measures.mjs';

/** Between an engine's start and the first program, as in a page: nobody presses Run sooner. */
const kReadingMs = 300;

const [name, measure] = process.argv.slice(2);
const { start } = measures[measure];
const source = programOf(measure, engines[name]);
const lines = [];

const started = performance.now();
const engine = await engines[name].open();
if (!start) {
  await engine.warmUp?.();
  await sleep(kReadingMs);
}
await engine.run(source, (text) =>
  lines.push({ text, at: performance.now() - started, ...(text === 'memory' && { bytes: engine.memory() }) }),
);
console.log(JSON.stringify(lines));
process.exit(0);
