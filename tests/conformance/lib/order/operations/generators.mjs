// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Asynchronous generators and context managers. @type {import('../writer.mjs').Operation[]} */
export const generators = [
  {
    name: 'async for',
    eager: false,
    weight: 2,
    nests: true,
    uses: 'numbers',
    write: (w) => {
      const name = w.fresh('numbers');
      const leaves = w.random.chance(0.4) ? [`    if i == ${w.random.below(3)}:`, '        break'] : [];
      return [`async for i in numbers("${name}", ${1 + w.random.below(3)}):`, `    ${w.say('"takes", i')}`, ...leaves, ...(w.random.chance(0.4) ? w.repeated(1) : []), w.say(`"done with ${name}"`)];
    },
  },
  {
    name: 'async comprehension',
    weight: 0.7,
    uses: 'numbers',
    write: (w) => [w.say(`[i async for i in numbers("${w.fresh('numbers')}", ${1 + w.random.below(3)})]`)],
  },
  {
    name: 'generator by hand',
    eager: false,
    weight: 1,
    uses: 'numbers',
    write: (w) => {
      const name = w.fresh('numbers');
      const end = w.random.pick([
        [`await ${name}.aclose()`],
        ['try:', `    await ${name}.athrow(ValueError("thrown"))`, 'except ValueError as error:', `    ${w.say('show(error)')}`],
        [w.say(`await ${name}.asend("hello")`), `await ${name}.aclose()`],
        [],
      ]);
      return [`${name} = numbers("${name}", 3)`, w.say(`"first", await anext(${name})`), ...end, w.say(`await anext(${name}, "nothing more")`), `del ${name}`];
    },
  },
  {
    name: 'closing',
    eager: false,
    weight: 0.6,
    nests: true,
    uses: 'numbers',
    write: (w) => {
      const name = w.fresh('numbers');
      w.used.add('contextlib');
      return [`async with contextlib.aclosing(numbers("${name}", 3)) as ${name}:`, `    async for i in ${name}:`, `        ${w.say('"takes", i')}`, ...indented(w.body(1)), '        break', w.say(`"closed ${name}"`)];
    },
  },
  {
    name: 'generator of a child',
    eager: false,
    weight: 1,
    calls: true,
    write: (w) => {
      const name = w.define('g', { result: () => ['yield "last"', w.random.chance(0.5) ? 'await asyncio.sleep(0)' : 'pass'] });
      return [`async for item in ${name}():`, `    ${w.say(`"from ${name}:", item`)}`];
    },
  },
  {
    name: 'context manager',
    weight: 1.5,
    nests: true,
    uses: 'custom_lock',
    write: (w) => [`async with Slow("${w.fresh('slow')}"${w.random.pick(['', '', ', swallows=True'])}):`, ...w.body()],
  },
  {
    name: 'asynccontextmanager',
    weight: 1,
    nests: true,
    uses: 'contextlib',
    write: (w) => [`async with managed("${w.fresh('managed')}") as name:`, `    ${w.say('"in", name')}`, ...w.body(1)],
  },
  {
    name: 'exit stack',
    weight: 0.6,
    nests: true,
    uses: 'contextlib',
    write: (w) => [
      'async with contextlib.AsyncExitStack() as stack:',
      ...indented([`await stack.enter_async_context(managed("${w.fresh('managed')}"))`, `stack.push_async_callback(asyncio.sleep, 0)`, `stack.callback(print, "${w.me} unwinds")`]),
      ...w.body(1),
    ],
  },
];
