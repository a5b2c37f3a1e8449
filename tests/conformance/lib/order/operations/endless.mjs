// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Asynchronous generators that are used in harder ways: at once by two, left open, made of each other. @type {import('../writer.mjs').Operation[]} */
export const endless = [
  {
    name: 'generator used twice at once',
    eager: false,
    weight: 0.5,
    uses: 'numbers',
    write: (w) => {
      const name = w.fresh('numbers');
      const second = w.random.pick([`${name}.aclose()`, `${name}.asend(1)`, `anext(${name})`, `${name}.athrow(ValueError("thrown"))`]);
      return [
        `${name} = numbers("${name}", 3)`,
        `await anext(${name})`,
        `results = await asyncio.gather(anext(${name}), ${second}, return_exceptions=True)`,
        w.say('[show(r) if isinstance(r, BaseException) else r for r in results]'),
        `await ${name}.aclose()`,
        `del ${name}, results`,
      ];
    },
  },
  {
    name: 'pipeline',
    eager: false,
    weight: 0.7,
    uses: 'numbers',
    write: (w) => {
      const [outer, inner] = [w.fresh('doubled'), w.fresh('numbers')];
      return [
        `async def ${outer}():`,
        ...indented([`async for i in numbers("${inner}", ${2 + w.random.below(2)}):`, ...indented([`if i == ${w.random.below(4)}:`, `    ${w.random.pick(['return', 'continue', 'raise ValueError("odd one")'])}`, 'yield 2 * i'])]),
        'try:',
        `    async for i in ${outer}():`,
        `        ${w.say('"doubled", i')}`,
        'except ValueError as error:',
        `    ${w.say('show(error)')}`,
      ];
    },
  },
  {
    name: 'left open',
    eager: false,
    weight: 0.4,
    uses: 'numbers',
    write: (w) => {
      const name = w.fresh('numbers');
      return [`opened.append(numbers("${name}", 3))`, w.say('await anext(opened[-1])')];
    },
  },
  {
    name: 'comprehensions of awaits',
    weight: 0.6,
    uses: 'numbers',
    write: (w) => [
      w.say(
        w.random.pick([
          `{i: await asyncio.sleep(0, i) async for i in numbers("${w.fresh('numbers')}", 2)}`,
          '[await asyncio.sleep(0, i) for i in range(3) if await asyncio.sleep(0, i != 1)]',
          `sorted([i async for i in numbers("${w.fresh('numbers')}", 3) if i % 2 == 0])`,
          '[x async for x in (await asyncio.sleep(0, i) for i in range(3))]',
        ]),
      ),
    ],
  },
  {
    name: 'ignores being closed',
    eager: false,
    weight: 0.3,
    write: (w) => {
      const name = w.fresh('stubborn');
      return [
        `async def ${name}():`,
        ...indented(['try:', '    yield 1', 'finally:', `    ${w.random.pick(['yield 2', 'await asyncio.sleep(0)', 'return'])}`]),
        `${name}1 = ${name}()`,
        `await anext(${name}1)`,
        'try:',
        `    ${w.say(`"closed", await ${name}1.aclose()`)}`,
        'except RuntimeError as error:',
        `    ${w.say('show(error)')}`,
        `del ${name}1`,
      ];
    },
  },
];
