// SPDX-License-Identifier: MIT
/**
 * One engine, one measure, in a process of its own: node worker.mjs ENGINE MEASURE. The last line of its standard
 * output is JSON: { lines: numbers that the program printed, firstLineMs, wallMs (of the program alone) }.
 */
import { engines } from './engines.mjs';
import { measures } from './measures.mjs';

const [name, measure] = process.argv.slice(2);
const source = measures[measure].program(engines[name]);
const lines = [];
let firstLineMs = null;

const started = performance.now();
const engine = await engines[name].open();
const opened = performance.now();
await engine.run(source, (line) => {
  firstLineMs ??= performance.now() - started;
  lines.push(line);
});
const wallMs = performance.now() - opened;
console.log(JSON.stringify({ lines: lines.map(Number), firstLineMs, wallMs }));
process.exit(0);
