// SPDX-License-Identifier: MIT
/**
 * One engine, one measure, in a process of its own: node worker.mjs ENGINE MEASURE. The last line of its standard
 * output is JSON: what the program printed, as { text, at } with `at` in ms since before the engine was loaded.
 */
import { engines } from './engines.mjs';
import { programOf } from './measures.mjs';

const [name, measure] = process.argv.slice(2);
const source = programOf(measure, engines[name]);
const lines = [];

const started = performance.now();
const engine = await engines[name].open();
await engine.run(source, (text) => lines.push({ text, at: performance.now() - started }));
console.log(JSON.stringify(lines));
process.exit(0);
