// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Awaitables of the program's own, and coroutines driven by hand. @type {import('../writer.mjs').Operation[]} */
export const awaitables = [
  {
    name: 'own awaitable',
    weight: 1,
    uses: 'awaitables',
    write: (w) => [w.say(`"own awaitable", await Turns("${w.fresh('turns')}", ${w.random.below(4)})`)],
  },
  {
    name: 'awaits inside an awaitable',
    weight: 0.8,
    uses: 'awaitables',
    write: (w) => ['try:', `    ${w.say(`"through", await Through(futures[${w.random.below(4)}])`)}`, 'except KeyError as error:', `    ${w.say('show(error)')}`],
  },
  {
    name: 'generator coroutine',
    weight: 0.6,
    uses: 'awaitables',
    write: (w) => [w.say(`"old style", await old_style("${w.fresh('old')}", ${1 + w.random.below(3)})`)],
  },
  {
    name: 'driven by hand',
    weight: 0.8,
    uses: 'awaitables',
    write: (w) => {
      const name = w.fresh('driven');
      return [
        `${name} = old_style("${name}", ${1 + w.random.below(3)})`,
        'try:',
        ...indented([`${name}.send(None)`, ...w.random.pick([[`${name}.close()`], [`${name}.throw(ValueError("by hand"))`], [`while True:`, `    ${name}.send(None)`]])]),
        'except (StopIteration, ValueError) as error:',
        `    ${w.say('show(error)')}`,
        'try:',
        `    await ${name}`,
        'except RuntimeError as error:',
        `    ${w.say('show(error)')}`,
      ];
    },
  },
  {
    name: 'awaits what cannot be awaited',
    weight: 0.3,
    write: (w) => ['try:', `    await ${w.random.pick(['None', '3', 'print', 'asyncio.sleep', '[]'])}`, 'except TypeError as error:', `    ${w.say('show(error)')}`],
  },
  {
    name: 'bad yield',
    weight: 0.3,
    uses: 'awaitables',
    write: (w) => ['try:', `    await Yields(${w.random.pick(['5', '"text"', 'futures[0]', 'asyncio'])})`, 'except RuntimeError as error:', `    ${w.say('type(error).__name__')}`],
  },
];
