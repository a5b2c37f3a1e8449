// SPDX-License-Identifier: MIT
// Writes random asyncio programs whose prints show the order of everything that happens. They keep to what CPython
// defines; what it does not is listed in undefined_orders.txt.
import { awaitables } from './operations/awaitables.mjs';
import { cancelling } from './operations/cancelling.mjs';
import { composing } from './operations/composing.mjs';
import { contexts } from './operations/contexts.mjs';
import { endless } from './operations/endless.mjs';
import { errors } from './operations/errors.mjs';
import { forgotten } from './operations/forgotten.mjs';
import { futures } from './operations/futures.mjs';
import { generators } from './operations/generators.mjs';
import { handlers } from './operations/handlers.mjs';
import { looks } from './operations/looks.mjs';
import { misuse } from './operations/misuse.mjs';
import { notes } from './operations/notes.mjs';
import { queues } from './operations/queues.mjs';
import { sync } from './operations/sync.mjs';
import { tasks } from './operations/tasks.mjs';
import { threads } from './operations/threads.mjs';
import { time } from './operations/time.mjs';
import { assemble } from './prelude.mjs';
import { Writer } from './writer.mjs';

export const operations = [
  ...time, ...futures, ...sync, ...queues, ...tasks, ...composing, ...cancelling, ...errors, ...generators, ...contexts, ...threads,
  ...notes, ...awaitables, ...forgotten, ...looks, ...handlers, ...misuse, ...endless,
];

/** The text of random program number `seed`. */
export function orderProgram(seed) {
  const writer = new Writer(seed, operations);
  writer.workerFunctions();
  return assemble(seed, writer);
}
