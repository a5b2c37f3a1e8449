// SPDX-License-Identifier: MIT
// Writes random asyncio programs whose prints show the order of everything that happens. They keep to what CPython
// defines; what it does not is listed in undefined_orders.txt.
import { cancelling } from './operations/cancelling.mjs';
import { composing } from './operations/composing.mjs';
import { contexts } from './operations/contexts.mjs';
import { errors } from './operations/errors.mjs';
import { futures } from './operations/futures.mjs';
import { generators } from './operations/generators.mjs';
import { queues } from './operations/queues.mjs';
import { sync } from './operations/sync.mjs';
import { tasks } from './operations/tasks.mjs';
import { threads } from './operations/threads.mjs';
import { time } from './operations/time.mjs';
import { assemble } from './prelude.mjs';
import { Writer } from './writer.mjs';

export const operations = [
  ...time, ...futures, ...sync, ...queues, ...tasks, ...composing, ...cancelling, ...errors, ...generators, ...contexts, ...threads,
];

/** The text of random program number `seed`. */
export function orderProgram(seed) {
  const writer = new Writer(seed, operations);
  writer.workerFunctions();
  return assemble(seed, writer);
}
