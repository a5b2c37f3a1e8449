// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const some = (w) => `futures[${w.random.below(3)}]`;

/** concurrent.futures.Future by hand. @type {import('../writer.mjs').ThreadOperation[]} */
export const futures = [
  {
    name: 'settle a future',
    weight: 1.5,
    write: (w) => {
      const t = w.thread();
      const future = some(w);
      const set = w.random.pick([`set_result("by ${t.name}")`, `set_exception(ValueError("by ${t.name}"))`, 'cancel()']);
      w.turn(t, ['try:', `    ${w.say(t, `"${set.split('(')[0]}", ${future}.${set}`)}`, 'except (concurrent.futures.InvalidStateError, RuntimeError) as error:', `    ${w.say(t, 'type(error).__name__')}`]);
    },
  },
  {
    name: 'notify of a cancel',
    weight: 0.4,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['fresh = concurrent.futures.Future()', ...w.random.pick([[], ['fresh.cancel()']]), w.say(t, 'fresh.set_running_or_notify_cancel(), fresh.running(), fresh.cancel(), fresh.done()')]);
    },
  },
  {
    name: 'done callback',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      const future = some(w);
      w.turn(t, [`${future}.add_done_callback(lambda future: ${w.say(t, 'outcome(future)')})`, w.say(t, `${future}.done(), ${future}.running(), ${future}.cancelled()`)]);
    },
  },
  {
    name: 'failing callback',
    weight: 0.3,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['failing = concurrent.futures.Future()', 'failing.add_done_callback(lambda future: [].pop())', 'failing.set_result(1)', w.say(t, 'failing.result()')]);
    },
  },
  {
    name: 'result too early',
    weight: 0.7,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['try:', `    ${w.say(t, `${some(w)}.${w.random.pick(['result', 'exception'])}(SHORT)`)}`, 'except (TimeoutError, concurrent.futures.CancelledError, ValueError) as error:', `    ${w.say(t, 'show(error)')}`]);
    },
  },
  {
    name: 'waits for a future',
    weight: 1.5,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('promise');
      w.helpers.push(`${name} = concurrent.futures.Future()`);
      w.blocks(a, [w.say(a, `"waits for ${name}"`)], ['try:', `    got = ${name}.result(LONG)`, 'except (KeyError, concurrent.futures.CancelledError) as error:', ...indented(['got = show(error)'])]);
      w.turn(b, [w.random.pick([`${name}.set_result("by ${b.name}")`, `${name}.set_exception(KeyError("by ${b.name}"))`, `${name}.cancel()`]), w.say(b, `"settles ${name}"`)]);
      w.turn(a, [w.say(a, 'got')]);
    },
  },
  {
    name: 'traceback of a call',
    weight: 0.4,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('broken');
      w.helpers.push(`def ${name}(n):\n    if n:\n        return ${name}(n - 1)\n    raise LookupError("deep")`);
      w.turn(t, ['with concurrent.futures.ThreadPoolExecutor(1) as pool:', '    try:', `        pool.submit(${name}, 2).result()`, '    except LookupError:', '        traceback.print_exc()']);
    },
  },
];
