// SPDX-License-Identifier: MIT
// Writes random programs of threads that print the same whenever their threads run: see ThreadWriter.
import { barriers } from './operations/barriers.mjs';
import { children } from './operations/children.mjs';
import { conditions } from './operations/conditions.mjs';
import { executors } from './operations/executors.mjs';
import { futures } from './operations/futures.mjs';
import { locks } from './operations/locks.mjs';
import { loops } from './operations/loops.mjs';
import { own } from './operations/own.mjs';
import { queues } from './operations/queues.mjs';
import { storms } from './operations/storms.mjs';
import { assemble } from './prelude.mjs';
import { ThreadWriter } from './writer.mjs';

export const operations = [
  ...locks, ...conditions, ...barriers, ...queues, ...children, ...executors, ...futures, ...loops, ...own, ...storms,
];

/** The text of random program number `seed`. */
export function threadProgram(seed) {
  const writer = new ThreadWriter(seed, operations);
  writer.write();
  return assemble(seed, writer);
}
