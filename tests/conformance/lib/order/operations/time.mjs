// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Turns of the loop, deadlines, handles. @type {import('../writer.mjs').Operation[]} */
export const time = [
  { name: 'turn', weight: 4, write: (w) => ['await asyncio.sleep(0)', w.say('"turn"')] },
  {
    name: 'turns',
    weight: 2,
    write: (w) => [`for _ in range(${2 + w.random.below(3)}):`, '    await asyncio.sleep(0)', w.say('"turns"')],
  },
  {
    name: 'until',
    weight: 5,
    timed: true,
    write: (w) => {
      const slot = w.slot();
      return [`await until(${slot})`, w.say(`"slot ${slot}"`)];
    },
  },
  {
    name: 'sleep result',
    weight: 1,
    timed: true,
    write: (w) => [w.say(`await asyncio.sleep(left(${w.slot()}), "slept")`)],
  },
  {
    name: 'call_at',
    weight: 2,
    timed: true,
    write: (w) => {
      const slot = w.slot();
      return [`handles.append(loop.call_at(at(${slot}), print, "${w.me} timer ${slot}"))`];
    },
  },
  {
    name: 'call_later',
    weight: 1,
    timed: true,
    write: (w) => {
      const slot = w.slot();
      return [`handles.append(loop.call_later(left(${slot}), print, "${w.me} later ${slot}"))`];
    },
  },
  {
    name: 'call_soon',
    weight: 2,
    write: (w) => [`handles.append(loop.call_soon(print, "${w.me} soon ${++w.step}"))`],
  },
  {
    name: 'call_soon_threadsafe',
    weight: 0.5,
    write: (w) => [`loop.call_soon_threadsafe(print, "${w.me} threadsafe ${++w.step}")`],
  },
  {
    name: 'cancel handle',
    weight: 2,
    write: (w) => [
      'if handles:',
      ...indented([`handles[-${1 + w.random.below(2)} % len(handles)].cancel()`, w.say('"cancels a handle", [handle.cancelled() for handle in handles]')]),
    ],
  },
  {
    name: 'callback chain',
    weight: 1,
    write: (w) => {
      const name = w.fresh('chain');
      const turns = 1 + w.random.below(4);
      return [
        `def ${name}(n):`,
        ...indented([w.say('"chain", n'), 'if n:', `    loop.call_soon(${name}, n - 1)`]),
        `${name}(${turns})`,
      ];
    },
  },
];
