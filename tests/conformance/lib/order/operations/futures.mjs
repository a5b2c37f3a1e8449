// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const some = (w) => `futures[${w.random.below(4)}]`;

/** Futures that somebody else sets. @type {import('../writer.mjs').Operation[]} */
export const futures = [
  {
    name: 'set result',
    weight: 3,
    write: (w) => {
      const future = some(w);
      return [`if not ${future}.done():`, ...indented([`${future}.set_result("by ${w.me}")`, w.say(`"sets ${future}"`)])];
    },
  },
  {
    name: 'set exception',
    weight: 1,
    write: (w) => {
      const future = some(w);
      return [`if not ${future}.done():`, ...indented([`${future}.set_exception(KeyError("by ${w.me}"))`, w.say(`"fails ${future}"`)])];
    },
  },
  {
    name: 'set twice',
    weight: 0.5,
    write: (w) => {
      const future = some(w);
      return ['try:', `    ${future}.set_result(0)`, 'except asyncio.InvalidStateError as error:', `    ${w.say('show(error)[:17]')}`];
    },
  },
  {
    name: 'cancel future',
    weight: 0.7,
    write: (w) => [w.say(`"cancels", ${some(w)}.cancel(${w.random.pick(['', '"why"'])})`)],
  },
  {
    name: 'await future',
    weight: 2,
    write: (w) => [w.say(`"future", await ${some(w)}`)],
  },
  {
    name: 'await shielded future',
    weight: 2,
    write: (w) => [w.say(`"future", await asyncio.shield(${some(w)})`)],
  },
  {
    name: 'add_done_callback',
    weight: 2,
    write: (w) => {
      const future = some(w);
      return [`${future}.add_done_callback(lambda future: ${w.say(`"${future} is done:", outcome(future)`)})`];
    },
  },
  {
    name: 'remove_done_callback',
    weight: 0.5,
    write: (w) => {
      const future = some(w);
      const name = w.fresh('callback');
      return [
        `def ${name}(future):`,
        `    ${w.say('"called back"')}`,
        `${future}.add_done_callback(${name})`,
        `${future}.add_done_callback(${name})`,
        ...w.operation(),
        w.say(`"removes", ${future}.remove_done_callback(${name})`),
      ];
    },
    calls: true,
  },
  {
    name: 'future set later',
    weight: 2,
    timed: true,
    write: (w) => {
      const future = w.fresh('future');
      const set = w.random.pick([
        `${future}.set_result, "in time"`,
        `${future}.set_exception, LookupError("in time")`,
        `${future}.cancel, "in time"`,
      ]);
      return [`${future} = loop.create_future()`, `loop.call_at(at(${w.slot()}), ${set})`, w.say(`"got", await ${future}`)];
    },
  },
  {
    name: 'future set soon',
    weight: 1,
    write: (w) => {
      const future = w.fresh('future');
      return [`${future} = loop.create_future()`, `loop.call_soon(${future}.set_result, "soon")`, w.say(`"got", await ${future}`)];
    },
  },
];
