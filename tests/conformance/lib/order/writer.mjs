// SPDX-License-Identifier: MIT
// What the operations of a random program are written with: its functions, its moments, its shared objects.
import { makeRandom } from './random.mjs';

const kSlots = 40;
/** How far ahead of the earliest free slot a deadline may be: programs interleave, and end. */
const kAhead = 8;
const kMaxFunctions = 12;
const kMaxDepth = 3;

export const indented = (lines) => lines.map((line) => `    ${line}`);

/**
 * @typedef {object} Operation
 * @property {string} name
 * @property {number} weight
 * @property {boolean} [nests]    it holds other operations
 * @property {boolean} [calls]    it needs coroutine functions of its own
 * @property {boolean} [timed]    it needs a slot
 * @property {boolean} [eager]    only, or if false not, in programs with eager tasks
 * @property {boolean} [debug]    if false, not in programs with the loop's debug mode
 * @property {string} [uses]      the part of the prelude that it needs
 * @property {(w: Writer) => string[]} write
 */

/** Writes one program. Every function is called at most once, so that every line of output tells where it comes from. */
export class Writer {
  /** @param {Operation[]} operations */
  constructor(seed, operations) {
    this.random = makeRandom(seed);
    this.operations = operations;
    // What an eager task raises keeps its creators' frames alive, in CPython by cycles: until whenever these are collected.
    this.eager = this.random.chance(0.25);
    this.debug = this.random.chance(0.05) && !this.eager;
    this.workers = Array.from({ length: 2 + this.random.below(4) }, (_, i) => `w${i}`);
    this.functions = new Map();
    this.used = new Set();
    this.freeSlots = Array.from({ length: kSlots }, (_, i) => i + 1);
    this.counters = {};
    this.me = '';
    this.step = 0;
    this.depth = 0;
    this.repeats = false;
    // A program dwells on some themes: what meets there is more telling than one of everything.
    this.favoured = new Set(operations.filter(() => this.random.chance(0.25)).map(({ name }) => name));
  }

  get endSlot() {
    return kSlots + 2;
  }

  /** A moment that nothing else in the program uses. */
  slot() {
    const slot = this.freeSlots[this.random.below(Math.min(this.freeSlots.length, kAhead))];
    this.freeSlots = this.freeSlots.filter((other) => other !== slot);
    return slot;
  }

  /** A name that is used nowhere else: `group1`. */
  fresh(stem) {
    this.counters[stem] = (this.counters[stem] ?? 0) + 1;
    return `${stem}${this.counters[stem]}`;
  }

  /** A line that prints where it is and `text`, Python expressions. */
  say(text) {
    return `print("${this.me} ${++this.step}", ${text})`;
  }

  worker() {
    return `workers[${this.random.below(this.workers.length)}]`;
  }

  /** Any task the program has named so far, as an expression; it may not have begun yet. */
  someTask() {
    return this.random.chance(0.6) ? this.worker() : `recent(${this.random.below(4)})`;
  }

  #allowed(operation) {
    if (operation.eager !== undefined && operation.eager !== this.eager) return false;
    if (operation.debug === false && this.debug) return false;
    if (this.repeats && (operation.timed || operation.calls)) return false;
    if (operation.timed && this.freeSlots.length < 2) return false;
    if (operation.nests && this.depth >= kMaxDepth) return false;
    if (operation.calls && (this.functions.size >= kMaxFunctions || this.depth >= kMaxDepth)) return false;
    return true;
  }

  /** The lines of one operation. */
  operation() {
    const choices = this.operations
      .filter((operation) => this.#allowed(operation))
      .map((operation) => [operation.weight * (this.favoured.has(operation.name) ? 5 : 1), operation]);
    const chosen = this.random.weighted(choices);
    if (chosen.uses) this.used.add(chosen.uses);
    return chosen.write(this);
  }

  /** Some operations, indented: the body of a compound statement. */
  body(count = 1 + this.random.below(2)) {
    this.depth++;
    const lines = [];
    for (let i = 0; i < count; i++) lines.push(...this.operation());
    this.depth--;
    return indented(lines);
  }

  /** The same in a loop: what it does once more has no moment of its own, so it waits for none and calls nobody. */
  repeated(count) {
    const { repeats } = this;
    this.repeats = true;
    const lines = this.body(count);
    this.repeats = repeats;
    return lines;
  }

  /** Defines a function with a body of operations and returns its name. */
  define(stem, { head = (name) => `async def ${name}():`, result = (name) => [`return "${name}"`], count } = {}) {
    const name = this.fresh(stem);
    this.functions.set(name, '');
    const { me, step, depth } = this;
    this.me = name;
    this.step = 0;
    this.depth = depth + 1;
    const lines = [];
    for (let i = count ?? 1 + this.random.below(3); i > 0; i--) lines.push(...this.operation());
    lines.push(...result(name));
    this.me = me;
    this.step = step;
    this.depth = depth;
    this.functions.set(name, [head(name), ...indented(lines)].join('\n'));
    return name;
  }

  /** A coroutine function; called once. */
  child() {
    return this.define('c');
  }

  children(least, most) {
    return Array.from({ length: least + this.random.below(most - least + 1) }, () => this.child());
  }

  /** `spawn(c1(), "c1")`: a task that main() knows of. */
  spawned(name) {
    return `spawn(${name}(), "${name}")`;
  }

  workerFunctions() {
    for (const name of this.workers) {
      this.me = name;
      this.step = 0;
      this.depth = 0;
      const lines = [];
      for (let i = 3 + this.random.below(4); i > 0; i--) lines.push(...this.operation());
      this.functions.set(name, [`async def ${name}():`, ...indented([...lines, `return "${name}"`])].join('\n'));
    }
  }
}
