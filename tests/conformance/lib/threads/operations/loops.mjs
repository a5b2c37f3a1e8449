// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Event loops in threads, and calls between them. @type {import('../writer.mjs').ThreadOperation[]} */
export const loops = [
  {
    name: 'run in a thread',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('main');
      w.helpers.push(`async def ${name}(who):\n    await asyncio.sleep(0)\n    print(who, "in a loop", asyncio.current_task().get_name() != "", threading.current_thread() is threading.main_thread())\n    return await asyncio.gather(*(asyncio.sleep(SHORT * n, n) for n in range(3)))`);
      w.turn(t, [w.say(t, `asyncio.run(${name}("${t.name}"))`)]);
    },
  },
  {
    name: 'to_thread',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('threaded');
      w.helpers.push(`async def ${name}():\n    var.set("${name}")\n    try:\n        return await asyncio.to_thread(lambda: (var.get(), ${w.random.pick(['1 // 1', '1 // 0'])}))\n    except ZeroDivisionError as error:\n        return show(error)`);
      w.turn(t, [w.say(t, `asyncio.run(${name}()), var.get()`)]);
    },
  },
  {
    name: 'call a loop elsewhere',
    weight: 1.2,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('serve');
      w.helpers.push(`${name}_loop = concurrent.futures.Future()\n\n\nasync def ${name}():\n    stop = asyncio.Event()\n    ${name}_loop.set_result((asyncio.get_running_loop(), stop))\n    await stop.wait()\n    return "served"\n\n\nasync def ${name}_answer(n):\n    await asyncio.sleep(SHORT)\n    return 10 // n`);
      w.free(a, [`got = asyncio.run(${name}())`]);
      w.turn(b, [
        `loop, stop = ${name}_loop.result()`,
        `for n in (5, ${w.random.below(2)}):`,
        ...indented([
          'try:',
          `    ${w.say(b, `"answer", asyncio.run_coroutine_threadsafe(${name}_answer(n), loop).result(LONG)`)}`,
          'except ZeroDivisionError as error:',
          `    ${w.say(b, 'show(error)')}`,
        ]),
        'loop.call_soon_threadsafe(stop.set)',
      ]);
      w.turn(a, [w.say(a, 'got')]);
    },
  },
  {
    name: 'no loop here',
    weight: 0.4,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['try:', `    ${w.random.pick(['asyncio.get_running_loop()', 'asyncio.get_event_loop()', 'asyncio.current_task()'])}`, 'except RuntimeError as error:', `    ${w.say(t, 'show(error)')}`]);
    },
  },
];
