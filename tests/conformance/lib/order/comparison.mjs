// SPDX-License-Identifier: MIT
// Runs one program under CPython and in Loopscope, and says how they differ.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unifiedDiff } from '../diff.mjs';
import { normalise } from '../normalise.mjs';
import { takeReports } from './reports.mjs';

/** What only we say when a program waits for what can never happen; CPython would hang. */
const kInterrupted = /^loopscope: the program waits for something that can never happen; interrupted\n(?: {2}[^\n]*: [^\n]*\n)*/gm;

/**
 * @typedef {object} Difference
 * @property {string} text      unified: `-` is CPython, `+` Loopscope
 * @property {string} expected  CPython's output, normalised
 * @property {string} actual    ours
 */

/** What becomes of CPython's reports when the interpreter is no more there to make them. */
const kLostReports =
  /^(?:--- Logging error ---\n|Exception ignored in: <bound method BaseEventLoop\.call_exception_handler .*\nTraceback .*\nImportError: sys\.meta_path is None, .*\n)/gm;

export class Comparison {
  #folder = mkdtempSync(join(tmpdir(), 'loopscope-order-'));
  #count = 0;

  /**
   * @param {import('./oracle.mjs').Oracle} oracle
   * @param {{run(path: string, lane: number): Promise<import('./oracle.mjs').Outcome>}} target
   */
  constructor(oracle, target) {
    this.oracle = oracle;
    this.target = target;
  }

  #write(text) {
    const path = join(this.#folder, `program${++this.#count}`, 'program.py');
    return writeProgram(path, text);
  }

  /** @returns {Promise<Difference | null>} */
  async difference(text, lane = 0) {
    const path = this.#write(text);
    try {
      const [expected, actual] = await Promise.all([this.oracle.run(path, lane), this.target.run(path, lane)]);
      // Under Node the wasm build waits for ever, where the command line interrupts the program.
      if (this.target.hangs && actual.end === 'timeout' && /^KeyboardInterrupt$/m.test(expected.output)) return null;
      const [before, after] = [report(expected, path), report(actual, path)];
      const difference = unifiedDiff(before, after);
      if (difference === '' || onlyReportsMoved(before, after)) return null;
      return { text: difference, expected: before, actual: after };
    } finally {
      rmSync(dirname(path), { recursive: true });
    }
  }

  /** CPython's own output, normalised. */
  async expected(text, lane = 0) {
    const path = this.#write(text);
    try {
      return report(await this.oracle.run(path, lane), path);
    } finally {
      rmSync(dirname(path), { recursive: true });
    }
  }

  async close() {
    rmSync(this.#folder, { recursive: true });
  }
}

function onlyReportsMoved(before, after) {
  const [one, other] = [takeReports(before.replace(kLostReports, '')), takeReports(after)];
  if (kLostReports.test(before)) return one.rest === other.rest;
  return one.rest === other.rest && one.reports.join('\n') === other.reports.join('\n');
}

function writeProgram(path, text) {
  mkdirSync(dirname(path));
  writeFileSync(path, text);
  return path;
}

/** @param {import('./oracle.mjs').Outcome} outcome */
function report({ output, end }, path) {
  const program = { folder: dirname(path), file: basename(path) };
  const text = normalise(output.replace(kInterrupted, ''), program)
    .replace(/\bwhen=\d+\.\d+/g, 'when=...')
    // How deep a ring of waiting tasks goes before that is too deep.
    .replace(/^(  \[Previous line repeated|.*RecursionError)[^]*/m, 'RecursionError\n')
    .replace(/^Exception in callback Task\.task_wakeup\(\)\n(?:handle: .*\n)?(?:Traceback .*\n)?(?=RecursionError\n)/m, '')
    // After the interrupt the interpreter comes apart, in an order that the collector finds.
    .replace(/^KeyboardInterrupt\n[^]*/m, 'KeyboardInterrupt\n');
  return `${text}[${end === '0' ? 'ends' : `ends with ${end}`}]\n`;
}
