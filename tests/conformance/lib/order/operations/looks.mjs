// SPDX-License-Identifier: MIT

/** What objects say about themselves: repr(), stacks, states. @type {import('../writer.mjs').Operation[]} */
export const looks = [
  { name: 'repr of tasks', weight: 0.8, write: (w) => [w.say(`repr(${w.someTask()})`)] },
  {
    name: 'repr of a future',
    weight: 0.6,
    write: (w) => [w.say(`repr(futures[${w.random.below(4)}])`)],
  },
  {
    name: 'repr of shared objects',
    weight: 1,
    write: (w) => [w.say(`repr(${w.random.pick(['locks[0]', 'locks[1]', 'sem', 'bounded', 'cond', 'events[0]', 'events[1]', 'barrier', 'queues[0]', 'queues[1]', 'queues[2]'])})`)],
  },
  {
    name: 'stack of a task',
    weight: 0.6,
    write: (w) => [w.say(`[(frame.f_code.co_name, frame.f_lineno) for frame in ${w.someTask()}.get_stack() if frame.f_code.co_filename == __file__]`)],
  },
  { name: 'print_stack', weight: 0.6, uses: 'traceback', write: (w) => [`${w.someTask()}.print_stack(file=sys.stdout)`] },
  {
    name: 'state of a coroutine',
    weight: 0.4,
    uses: 'inspect',
    write: (w) => {
      const task = w.fresh('task');
      return [`${task} = ${w.someTask()}`, w.say(`inspect.getcoroutinestate(${task}.get_coro()) if ${task}.get_coro() else "none", ${task}.get_coro().__name__ if ${task}.get_coro() else ""`)];
    },
  },
  { name: 'rename', weight: 0.3, write: (w) => [`asyncio.current_task().set_name("${w.me}")`, w.say('asyncio.current_task().get_name()')] },
  {
    name: 'state of queues',
    weight: 0.5,
    write: (w) => [w.say('[(queue.qsize(), queue.empty(), queue.full(), queue.maxsize) for queue in queues]')],
  },
];
