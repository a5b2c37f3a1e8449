// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const lock = (w) => `locks[${w.random.below(2)}]`;
const event = (w) => `events[${w.random.below(2)}]`;

/** Locks, semaphores, events, conditions, barriers. @type {import('../writer.mjs').Operation[]} */
export const sync = [
  {
    name: 'lock',
    weight: 3,
    nests: true,
    write: (w) => {
      const which = lock(w);
      return [`async with ${which}:`, ...indented([w.say(`"has ${which}"`)]), ...w.body(), w.say(`"left ${which}", ${which}.locked()`)];
    },
  },
  {
    name: 'acquire',
    weight: 1,
    nests: true,
    write: (w) => {
      const which = lock(w);
      return [w.say(`"acquires ${which}", await ${which}.acquire()`), 'try:', ...w.body(), 'finally:', `    ${which}.release()`];
    },
  },
  {
    name: 'lock with a limit',
    weight: 1,
    nests: true,
    timed: true,
    write: (w) => {
      const which = lock(w);
      return [
        'try:',
        `    await asyncio.wait_for(${which}.acquire(), left(${w.slot()}))`,
        'except TimeoutError:',
        `    ${w.say(`"no ${which}"`)}`,
        'else:',
        ...w.body(1),
        `    ${which}.release()`,
      ];
    },
  },
  {
    name: 'semaphore',
    weight: 3,
    nests: true,
    write: (w) => {
      const which = w.random.pick(['sem', 'bounded']);
      return [`async with ${which}:`, ...indented([w.say(`"in ${which}", ${which}.locked()`)]), ...w.body(), w.say(`"out of ${which}"`)];
    },
  },
  { name: 'release semaphore', weight: 0.4, write: (w) => ['sem.release()', w.say('"one more", sem.locked()')] },
  {
    name: 'release bounded',
    weight: 0.3,
    write: (w) => ['try:', '    bounded.release()', 'except ValueError as error:', `    ${w.say('show(error)')}`],
  },
  { name: 'event set', weight: 3, write: (w) => [`${event(w)}.set()`, w.say('"sets the event"')] },
  { name: 'event clear', weight: 1, write: (w) => [`${event(w)}.clear()`] },
  { name: 'event wait', weight: 3, write: (w) => [w.say(`"event", await ${event(w)}.wait()`)] },
  {
    name: 'condition wait',
    weight: 2,
    write: (w) => ['async with cond:', ...indented([w.say('"waits"'), w.say('"notified", await cond.wait()')])],
  },
  {
    name: 'condition wait_for',
    weight: 1.5,
    write: (w) => [
      'async with cond:',
      ...indented([w.say(`"state is", await cond.wait_for(lambda: state >= ${1 + w.random.below(3)} and state)`)]),
    ],
  },
  {
    name: 'condition wait with a limit',
    weight: 1,
    timed: true,
    write: (w) => [
      'async with cond:',
      ...indented([
        'try:',
        `    async with asyncio.timeout_at(at(${w.slot()})):`,
        '        await cond.wait()',
        'except TimeoutError as error:',
        `    ${w.say('"no notice", show(error), cond.locked()')}`,
      ]),
    ],
  },
  {
    name: 'notify',
    weight: 3,
    write: (w) => [
      'async with cond:',
      ...indented([w.random.chance(0.5) ? 'globals()["state"] += 1' : w.say('"holds cond"'), `cond.${w.random.pick(['notify()', 'notify(2)', 'notify_all()'])}`]),
      w.say('"has notified"'),
    ],
  },
  {
    name: 'notify and stay',
    weight: 1,
    nests: true,
    write: (w) => ['async with cond:', `    cond.notify(${1 + w.random.below(2)})`, ...w.body(1), w.say('"leaves cond"')],
  },
  {
    name: 'not mine',
    weight: 0.4,
    write: (w) => {
      const [call, sure] = w.random.pick([['locks[0].release()', 'not locks[0].locked()'], ['cond.notify()', 'not cond.locked()'], ['await cond.wait()', 'not cond.locked()']]);
      return [`if ${sure}:`, ...indented(['try:', `    ${call}`, 'except RuntimeError as error:', `    ${w.say('show(error)')}`])];
    },
  },
  {
    name: 'barrier',
    weight: 2,
    write: (w) => [
      'try:',
      `    ${w.say('"passes as", await barrier.wait(), barrier.n_waiting')}`,
      'except asyncio.BrokenBarrierError as error:',
      `    ${w.say('show(error), barrier.broken')}`,
    ],
  },
  {
    name: 'barrier with',
    weight: 1,
    nests: true,
    write: (w) => ['async with barrier as position:', `    ${w.say('"position", position')}`, ...w.body(1)],
  },
  {
    name: 'barrier with a limit',
    weight: 1,
    timed: true,
    write: (w) => [
      'try:',
      `    ${w.say(`"passes as", await asyncio.wait_for(barrier.wait(), left(${w.slot()}))`)}`,
      'except (TimeoutError, asyncio.BrokenBarrierError) as error:',
      `    ${w.say('show(error), barrier.n_waiting')}`,
    ],
  },
  { name: 'barrier reset', weight: 0.5, write: (w) => ['await barrier.reset()', w.say('"reset", barrier.n_waiting, barrier.broken')] },
  { name: 'barrier abort', weight: 0.2, write: (w) => ['await barrier.abort()', w.say('"aborted", barrier.broken')] },
];
