// SPDX-License-Identifier: MIT

const kErrors = ['', ', error=ValueError("in the thread")'];

/** Calls in threads, where their order is defined: they print at their beginning only, and sleep to a slot. @type {import('../writer.mjs').Operation[]} */
export const threads = [
  {
    name: 'to_thread',
    weight: 0.5,
    uses: 'threads',
    write: (w) => ['try:', `    ${w.say(`"thread", await asyncio.to_thread(job, "${w.fresh('job')}"${w.random.pick(kErrors)})`)}`, 'except ValueError as error:', `    ${w.say('show(error)')}`],
  },
  {
    name: 'sleeping thread',
    weight: 0.5,
    uses: 'threads',
    timed: true,
    write: (w) => [w.say(`"thread", await loop.run_in_executor(None, job, "${w.fresh('job')}", max(0, left(${w.slot()})))`)],
  },
];
