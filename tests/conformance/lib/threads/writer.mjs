// SPDX-License-Identifier: MIT
// What the operations of a random program of threads are written with: its threads and the turns they take.
import { makeRandom } from '../order/random.mjs';

export const indented = (lines) => lines.map((line) => `    ${line}`);

/**
 * @typedef {object} ThreadOperation
 * @property {string} name
 * @property {number} weight
 * @property {(w: ThreadWriter) => void} write  takes one or more turns
 */

/**
 * Writes one program. Prints only happen in turns, which have one order, so CPython's scheduler does not matter. Between
 * turns threads block and are woken: `blocks` begins a wait whose end another thread brings about in a later turn.
 */
export class ThreadWriter {
  /** @param {ThreadOperation[]} operations */
  constructor(seed, operations) {
    this.random = makeRandom(seed);
    this.operations = operations;
    this.threads = Array.from({ length: 2 + this.random.below(3) }, (_, i) => ({ name: `t${i}`, lines: [], turns: [], step: 0 }));
    this.daemons = new Set(this.threads.filter(() => this.random.chance(0.1)).map(({ name }) => name));
    this.helpers = [];
    this.settings = [];
    this.epilogue = [];
    this.counters = {};
    this.turnCount = 0;
    this.favoured = new Set(operations.filter(() => this.random.chance(0.25)).map(({ name }) => name));
  }

  fresh(stem) {
    this.counters[stem] = (this.counters[stem] ?? 0) + 1;
    return `${stem}${this.counters[stem]}`;
  }

  thread() {
    return this.random.pick(this.threads);
  }

  /** Two or more threads, each once, in random order. */
  some(count = 2) {
    const left = [...this.threads];
    const chosen = [];
    while (chosen.length < count && left.length) chosen.push(...left.splice(this.random.below(left.length), 1));
    return chosen;
  }

  /** A line that prints where it is and `text`, Python expressions. */
  say(thread, text) {
    return `print("${thread.name} ${++thread.step}", ${text})`;
  }

  /** The next turn is the thread's: it runs these lines. */
  turn(thread, lines) {
    const n = this.turnCount++;
    thread.turns.push(n);
    thread.lines.push(`with Turn(${n}):`, ...indented(lines));
  }

  /** The same, but the rest of the thread goes on without waiting for the turn's end: the last of the lines may block. */
  blocks(thread, before, waiting) {
    this.turn(thread, before);
    thread.lines.push(...waiting);
  }

  /** Lines outside of turns: in no order with what other threads do. */
  free(thread, lines) {
    thread.lines.push(...lines);
  }

  write() {
    for (let i = 10 + this.random.below(14); i > 0; i--) {
      const choices = this.operations.map((each) => [each.weight * (this.favoured.has(each.name) ? 5 : 1), each]);
      this.random.weighted(choices).write(this);
    }
    // `end()` with no numbers would be no call at all.
    for (const thread of this.threads) if (!thread.turns.length) this.turn(thread, [this.say(thread, '"had nothing to do"')]);
  }
}
