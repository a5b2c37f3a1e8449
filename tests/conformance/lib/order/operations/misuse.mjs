// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const refused = (w, body, errors = 'RuntimeError') => ['try:', ...indented(body), `except ${errors} as error:`, `    ${w.say('"refused", show(error)')}`];

/** Calls that asyncio refuses, and how it says so. @type {import('../writer.mjs').Operation[]} */
export const misuse = [
  {
    name: 'group that is over',
    weight: 0.4,
    write: (w) => [
      'async with asyncio.TaskGroup() as over:',
      `    ${w.say('"in a short group"')}`,
      'late = asyncio.sleep(0)',
      ...refused(w, ['over.create_task(late)']).map((line) => line.replace('show(error)', 'type(error).__name__')),
      'late.close()',
      'del over, late',
    ],
  },
  {
    name: 'timeout that is over',
    weight: 0.4,
    write: (w) => [
      'limit = asyncio.timeout(None)',
      ...w.random.pick([
        refused(w, ['limit.reschedule(5)']),
        ['async with limit:', `    ${w.say('limit.when(), limit.expired()')}`, ...refused(w, ['async with limit:', '    pass'])],
        ['async with limit:', '    pass', ...refused(w, ['limit.reschedule(5)'])],
      ]),
    ],
  },
  {
    name: 'wait for coroutines',
    weight: 0.3,
    write: (w) => ['unwaited = asyncio.sleep(0)', ...refused(w, ['await asyncio.wait([unwaited])'], 'TypeError'), 'unwaited.close()', 'del unwaited'],
  },
  { name: 'wait for nothing', weight: 0.2, write: (w) => refused(w, ['await asyncio.wait([])'], 'ValueError') },
  {
    name: 'coroutine twice',
    weight: 0.3,
    write: (w) => ['again = asyncio.sleep(0, "once")', w.say('await again'), ...refused(w, ['await again']), 'del again'],
  },
  { name: 'result too early', weight: 0.4, write: (w) => refused(w, [w.say(`futures[${w.random.below(4)}].${w.random.pick(['result', 'exception'])}()`)], '(asyncio.InvalidStateError, asyncio.CancelledError, KeyError)') },
  {
    name: 'awaits itself',
    weight: 0.2,
    write: (w) => refused(w, ['await asyncio.current_task()']).map((line) => line.replace('show(error)', 'str(error)[:28]')),
  },
  {
    name: 'shield an outer cancel',
    weight: 0.4,
    timed: true,
    write: (w) => [
      'try:',
      `    ${w.say(`"shielded", await asyncio.wait_for(asyncio.shield(futures[${w.random.below(4)}]), left(${w.slot()}))`)}`,
      'except (TimeoutError, KeyError) as error:',
      `    ${w.say('show(error)')}`,
    ],
  },
  { name: 'semaphore below zero', weight: 0.2, write: (w) => refused(w, ['asyncio.Semaphore(-1)'], 'ValueError') },
];
