// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const error = (w) => `${w.random.weighted([[4, 'ValueError'], [1, 'KeyError'], [1, 'RuntimeError'], [1, 'TimeoutError']])}("${w.me} ${++w.step}")`;

/** Exceptions. @type {import('../writer.mjs').Operation[]} */
export const errors = [
  {
    name: 'raise if',
    weight: 1,
    write: (w) => [`if ${w.random.pick([`${w.worker()}.done()`, 'state', 'events[0].is_set()', 'futures[0].done()'])}:`, `    raise ${error(w)}`, w.say('"goes on"')],
  },
  { name: 'raise', weight: 0.5, write: (w) => [`raise ${error(w)}`] },
  {
    name: 'raise from',
    weight: 0.3,
    write: (w) => ['try:', `    raise ${error(w)}`, 'except Exception as cause:', `    raise ${error(w)}${w.random.pick(['', ' from cause', ' from None'])}`],
  },
  {
    name: 'raise a group',
    weight: 0.3,
    write: (w) => [`raise ExceptionGroup("some", [${error(w)}, ${error(w)}])`],
  },
  {
    name: 'except',
    weight: 2.5,
    nests: true,
    write: (w) => ['try:', ...w.body(2), `except ${w.random.pick(['ValueError', 'Exception', 'TimeoutError', '(KeyError, LookupError)'])} as error:`, `    ${w.say('"caught", show(error)')}`],
  },
  {
    name: 'except*',
    weight: 0.7,
    nests: true,
    write: (w) => ['try:', ...w.body(2), 'except* (ValueError, KeyError) as errors:', ...indented([w.say('"caught some", show(errors)'), ...(w.random.chance(0.3) ? ['await asyncio.sleep(0)'] : [])])],
  },
  {
    name: 'failing callback',
    weight: 0.3,
    write: (w) => [`loop.call_soon([].pop)`, w.say('"a callback will fail"')],
  },
];
