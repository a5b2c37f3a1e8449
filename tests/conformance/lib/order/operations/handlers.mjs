// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** What the loop is told, and what it does with it. @type {import('../writer.mjs').Operation[]} */
export const handlers = [
  {
    name: 'call_exception_handler',
    debug: false,
    weight: 0.4,
    write: (w) => [`loop.call_exception_handler({"message": "told by ${w.me}"${w.random.pick(['', ', "exception": ValueError("reported")'])}})`],
  },
  {
    name: 'another handler',
    weight: 0.3,
    nests: true,
    write: (w) => {
      const name = w.fresh('handler');
      return [
        `def ${name}(loop, context):`,
        `    ${w.say('"handles", context["message"], show(context.get("exception"))')}`,
        `before = loop.get_exception_handler()`,
        `loop.set_exception_handler(${name})`,
        ...w.operation(),
        `loop.set_exception_handler(before)`,
      ];
    },
  },
  {
    name: 'handler that fails',
    debug: false,
    weight: 0.15,
    write: (w) => [
      'before = loop.get_exception_handler()',
      'loop.set_exception_handler(lambda loop, context: 1 / 0)',
      `loop.call_exception_handler({"message": "told by ${w.me}"})`,
      'loop.set_exception_handler(before)',
    ],
  },
  {
    name: 'failing done callback',
    debug: false,
    weight: 0.5,
    write: (w) => {
      const name = w.fresh('callback');
      return [`def ${name}(future):`, ...indented([w.say('"is called and fails"'), `raise ${w.random.pick(['ValueError', 'KeyError'])}("${w.me} ${++w.step}")`]), `${w.random.pick([w.someTask(), 'futures[0]', 'futures[1]'])}.add_done_callback(${name})`];
    },
  },
  {
    name: 'nested run',
    weight: 0.3,
    write: (w) => {
      const name = w.fresh('nested');
      return [
        `async def ${name}():`,
        `    ${w.say('"never"')}`,
        `nested = ${name}()`,
        'try:',
        `    ${w.random.pick(['asyncio.run(nested)', 'loop.run_until_complete(nested)', 'asyncio.Runner().run(nested)'])}`,
        'except RuntimeError as error:',
        `    ${w.say('show(error)')}`,
        'nested.close()',
        'del nested',
      ];
    },
  },
  {
    name: 'task factory',
    weight: 0.3,
    eager: false,
    calls: true,
    write: (w) => [
      'loop.set_task_factory(lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options))',
      ...w.operation(),
      'loop.set_task_factory(None)',
    ],
  },
];
