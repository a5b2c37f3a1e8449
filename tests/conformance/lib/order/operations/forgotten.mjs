// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** What nobody awaits, asks or keeps. @type {import('../writer.mjs').Operation[]} */
export const forgotten = [
  { name: 'never awaited', weight: 0.8, write: (w) => [`asyncio.sleep(${w.random.below(5)})`, w.say('"has forgotten to await"')] },
  {
    name: 'never awaited, of its own',
    weight: 0.6,
    write: (w) => {
      const name = w.fresh('unasked');
      return [`async def ${name}():`, `    ${w.say('"never"')}`, `forgotten = ${name}()`, w.say('forgotten.__name__, forgotten.cr_running'), w.random.pick(['del forgotten', 'forgotten.close()', 'forgotten = None'])];
    },
  },
  {
    name: 'failed future',
    weight: 0.6,
    write: (w) => {
      const future = w.fresh('future');
      return [`${future} = loop.create_future()`, `${future}.set_exception(ValueError("${w.me} ${++w.step}"))`, ...w.random.pick([[], [`${future}.exception()`]]), `del ${future}`, w.say('"has dropped a future"')];
    },
  },
  {
    name: 'gather of failures',
    weight: 0.6,
    write: (w) => {
      const name = w.fresh('fails');
      return [
        `async def ${name}(text):`,
        ...indented(['await asyncio.sleep(0)', 'raise ValueError(text)']),
        `gathered = asyncio.gather(${name}("${w.me} ${++w.step}"), ${name}("${w.me} ${++w.step}"))`,
        'for _ in range(4):',
        '    await asyncio.sleep(0)',
        w.say('"has not asked", gathered.done()'),
        'del gathered',
      ];
    },
  },
  {
    name: 'destroyed while pending',
    weight: 0.5,
    eager: false,
    uses: 'gc',
    write: (w) => {
      const name = w.fresh('stuck');
      return [
        `async def ${name}():`,
        ...indented([w.say('"gets stuck"'), 'await loop.create_future()']),
        `asyncio.create_task(${name}(), name="${name}")`,
        'await asyncio.sleep(0)',
        'before = loop.get_exception_handler()',
        'loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))',
        'gc.collect()',
        'loop.set_exception_handler(before)',
        w.say('"collected"'),
      ];
    },
  },
  {
    name: 'closed coroutine',
    weight: 0.4,
    write: (w) => {
      const name = w.fresh('closed');
      return [
        `async def ${name}():`,
        ...indented(['try:', '    await loop.create_future()', 'finally:', `    ${w.say('"closed"')}`]),
        `${name}1 = ${name}()`,
        `${name}1.send(None)`,
        `${name}1.close()`,
        `del ${name}1`,
      ];
    },
  },
];
