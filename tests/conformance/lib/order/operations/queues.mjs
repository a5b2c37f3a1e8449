// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const kShutDown = ['except asyncio.QueueShutDown as error:'];

function some(w) {
  const n = w.random.below(3);
  const item = n === 1 ? `(${w.random.below(5)}, "${w.me} ${++w.step}")` : `"${w.me} ${++w.step}"`;
  return { queue: `queues[${n}]`, item };
}

/** Queues: first in, by priority, last in. @type {import('../writer.mjs').Operation[]} */
export const queues = [
  {
    name: 'put',
    weight: 3,
    write: (w) => {
      const { queue, item } = some(w);
      return [`await ${queue}.put(${item})`, w.say(`"put", ${queue}.qsize()`)];
    },
  },
  { name: 'get', weight: 3, write: (w) => [w.say(`"got", await ${some(w).queue}.get()`)] },
  {
    name: 'put_nowait',
    weight: 1,
    write: (w) => {
      const { queue, item } = some(w);
      return ['try:', `    ${queue}.put_nowait(${item})`, 'except (asyncio.QueueFull, asyncio.QueueShutDown) as error:', `    ${w.say('show(error)')}`];
    },
  },
  {
    name: 'get_nowait',
    weight: 1,
    write: (w) => ['try:', `    ${w.say(`"got", ${some(w).queue}.get_nowait()`)}`, 'except (asyncio.QueueEmpty, asyncio.QueueShutDown) as error:', `    ${w.say('show(error)')}`],
  },
  {
    name: 'get with a limit',
    weight: 2,
    timed: true,
    write: (w) => [
      'try:',
      `    ${w.say(`"got", await asyncio.wait_for(${some(w).queue}.get(), left(${w.slot()}))`)}`,
      'except TimeoutError as error:',
      `    ${w.say('"nothing came", show(error)')}`,
    ],
  },
  {
    name: 'consume',
    weight: 1.5,
    nests: true,
    write: (w) => {
      const { queue } = some(w);
      return [
        `for _ in range(${1 + w.random.below(3)}):`,
        ...indented([`item = await ${queue}.get()`, 'try:', `    ${w.say('"works on", item')}`, '    await asyncio.sleep(0)', 'finally:', `    ${queue}.task_done()`]),
      ];
    },
  },
  {
    name: 'produce',
    weight: 1.5,
    write: (w) => {
      const { queue } = some(w);
      const item = queue === 'queues[1]' ? '(-i, i)' : 'i';
      return [`for i in range(${1 + w.random.below(3)}):`, `    await ${queue}.put(${item})`, w.say(`"has produced", ${queue}.qsize(), ${queue}.full()`)];
    },
  },
  {
    name: 'task_done',
    weight: 0.6,
    write: (w) => ['try:', `    ${some(w).queue}.task_done()`, 'except ValueError as error:', `    ${w.say('show(error)')}`],
  },
  { name: 'join', weight: 1, write: (w) => [`await ${some(w).queue}.join()`, w.say('"all is done"')] },
  {
    name: 'shutdown',
    weight: 0.5,
    write: (w) => [`${some(w).queue}.shutdown(${w.random.pick(['', 'immediate=True'])})`, w.say('"shuts down"')],
  },
  {
    name: 'until shut down',
    weight: 0.7,
    write: (w) => {
      const { queue } = some(w);
      return ['try:', `    while True:`, `        ${w.say(`"takes", await ${queue}.get()`)}`, ...kShutDown, `    ${w.say('show(error)')}`];
    },
  },
];
