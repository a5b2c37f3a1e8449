// SPDX-License-Identifier: MIT
/**
 * What is measured. `program(engine)` is the Python text for one engine: the same for all but for how that engine
 * spells "now" (seconds) and "run this coroutine"; it prints milliseconds, one number a line. `value` makes one
 * figure of what one process printed.
 */
import { readFileSync } from 'node:fs';

const text = (name) => readFileSync(new URL(`./programs/${name}.py`, import.meta.url), 'utf8');

export const kSwitches = 200_000;

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const measures = {
  switches: {
    title: `task switches per second (10 tasks, ${kSwitches.toLocaleString('en')} times await asyncio.sleep(0))`,
    unit: 'k/s',
    better: 'higher',
    program: (engine) => `import asyncio\n${engine.now}\nSWITCHES = ${kSwitches}\n\n${text('switches')}\n\n${engine.start}\n`,
    value: (lines) => kSwitches / median(lines),
  },
  fib: {
    title: 'fib(24), median of 12 in one process',
    unit: 'ms',
    better: 'lower',
    program: (engine) => `${engine.now}\n\n\n${text('fib')}`,
    value: (lines) => median(lines),
  },
  firstLine: {
    title: 'cold start to the first printed line (Node running; for CPython, from its process start)',
    unit: 'ms',
    better: 'lower',
    program: () => 'print("hello")\n',
  },
};
