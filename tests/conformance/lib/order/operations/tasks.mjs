// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Tasks. @type {import('../writer.mjs').Operation[]} */
export const tasks = [
  {
    name: 'spawn',
    weight: 3,
    calls: true,
    write: (w) => {
      const name = w.child();
      return [w.spawned(name), w.say(`"spawned ${name}"`)];
    },
  },
  {
    name: 'child',
    weight: 1.5,
    calls: true,
    write: (w) => [w.say(`"child", await ${w.child()}()`)],
  },
  {
    name: 'child task',
    weight: 2,
    calls: true,
    write: (w) => [w.say(`"child task", await ${w.spawned(w.child())}`)],
  },
  {
    name: 'await a task',
    weight: 2,
    write: (w) => {
      const task = w.fresh('task');
      return [
        `${task} = ${w.someTask()}`,
        `if ${task} is not asyncio.current_task():`,
        ...indented(['try:', `    ${w.say(`"joins", ${task}.get_name(), await ${w.random.pick([task, `asyncio.shield(${task})`])}`)}`, 'except ValueError as error:', `    ${w.say('"joined a failure", show(error)')}`]),
      ];
    },
  },
  {
    name: 'eager task',
    weight: 3,
    eager: true,
    calls: true,
    write: (w) => {
      const name = w.child();
      return [
        `eager = asyncio.Task(${name}(), loop=loop, name="${name}", eager_start=True)`,
        'everything.append(eager)',
        w.say('"eager", outcome(eager)'),
      ];
    },
  },
  {
    name: 'lost task',
    weight: 0.6,
    eager: false,
    timed: true,
    write: (w) => {
      const name = w.fresh('lost');
      const slot = w.slot();
      return [
        `async def ${name}():`,
        ...indented([`await until(${slot})`, w.say('"nobody waits"'), w.random.chance(0.5) ? 'raise RuntimeError("nobody hears")' : 'return 1']),
        `asyncio.create_task(${name}(), name="${name}")`,
      ];
    },
  },
  {
    name: 'task callback',
    weight: 1.5,
    write: (w) => [`${w.someTask()}.add_done_callback(lambda task: ${w.say('"sees the end of", task.get_name(), outcome(task)')})`],
  },
  {
    name: 'look at tasks',
    weight: 0.7,
    write: (w) => [w.say('sorted(task.get_name() for task in asyncio.all_tasks() if task in everything), asyncio.current_task().get_name()')],
  },
];
