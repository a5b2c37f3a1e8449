// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const kCalls = `def double(n):
    return n * 2


def divide(n):
    return 10 // n`;

function calls(w) {
  if (!w.helpers.includes(kCalls)) w.helpers.unshift(kCalls);
}

/** concurrent.futures: pools. @type {import('../writer.mjs').ThreadOperation[]} */
export const executors = [
  {
    name: 'map',
    weight: 1.5,
    write: (w) => {
      const t = w.thread();
      calls(w);
      w.turn(t, [
        `with concurrent.futures.ThreadPoolExecutor(${1 + w.random.below(3)}) as pool:`,
        '    try:',
        `        for result in pool.map(${w.random.pick(['double', 'divide'])}, ${w.random.pick(['range(5)', '[3, 2, 1]', '[5, 0, 1]'])}):`,
        `            ${w.say(t, 'result')}`,
        '    except ZeroDivisionError as error:',
        `        ${w.say(t, 'show(error)')}`,
      ]);
    },
  },
  {
    name: 'submit',
    weight: 1.5,
    write: (w) => {
      const t = w.thread();
      calls(w);
      w.turn(t, [
        `with concurrent.futures.ThreadPoolExecutor(${1 + w.random.below(3)}, thread_name_prefix="pool") as pool:`,
        `    submitted = [pool.submit(divide, n) for n in ${w.random.pick(['(1, 2)', '(0, 5)', '(2, 0, 0)'])}]`,
        w.say(t, '[outcome(future) for future in submitted]'),
      ]);
    },
  },
  {
    name: 'cancel in a pool',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      calls(w);
      const end = w.random.pick(['for future in rest: future.cancel()', 'pool.shutdown(wait=False, cancel_futures=True)', 'rest[1].cancel()']);
      w.turn(t, [
        'begun, go = threading.Event(), threading.Event()',
        'pool = concurrent.futures.ThreadPoolExecutor(1)',
        'first = pool.submit(lambda: (begun.set(), go.wait(LONG)))',
        'begun.wait()',
        'rest = [pool.submit(double, n) for n in range(3)]',
        end,
        w.say(t, 'first.running(), first.cancel(), [future.cancelled() for future in rest]'),
        'go.set()',
        'pool.shutdown()',
        w.say(t, 'outcome(first), [outcome(future) for future in rest]'),
      ]);
    },
  },
  {
    name: 'as_completed',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      calls(w);
      w.turn(t, [
        'with concurrent.futures.ThreadPoolExecutor(2) as pool:',
        ...indented([
          'submitted = {pool.submit(double, n): n for n in range(4)}',
          w.say(t, 'sorted((submitted[future], future.result()) for future in concurrent.futures.as_completed(submitted, timeout=LONG))'),
        ]),
      ]);
    },
  },
  {
    name: 'wait for some',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      calls(w);
      w.turn(t, [
        'go = threading.Event()',
        'with concurrent.futures.ThreadPoolExecutor(2) as pool:',
        ...indented([
          `quick, slow = pool.submit(divide, ${w.random.below(2)}), pool.submit(go.wait)`,
          `done, pending = concurrent.futures.wait([quick, slow], return_when=concurrent.futures.${w.random.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION'])}, timeout=2 * SHORT)`,
          w.say(t, 'quick in done, slow in pending'),
          'try:',
          '    slow.result(timeout=SHORT)',
          'except TimeoutError as error:',
          `    ${w.say(t, 'show(error)')}`,
          'go.set()',
        ]),
        w.say(t, 'outcome(quick), outcome(slow)'),
      ]);
    },
  },
  {
    name: 'initializer',
    weight: 0.5,
    write: (w) => {
      const t = w.thread();
      calls(w);
      const init = w.random.pick(['lambda: setattr(local, "who", "pool")', 'lambda: 1 / 0']);
      w.turn(t, [
        `with concurrent.futures.ThreadPoolExecutor(1, initializer=${init}) as pool:`,
        '    try:',
        `        ${w.say(t, 'pool.submit(lambda: getattr(local, "who", "nobody")).result()')}`,
        '    except concurrent.futures.BrokenExecutor as error:',
        `        ${w.say(t, 'type(error).__name__')}`,
      ]);
    },
  },
  {
    name: 'closed pool',
    weight: 0.4,
    write: (w) => {
      const t = w.thread();
      calls(w);
      w.turn(t, ['pool = concurrent.futures.ThreadPoolExecutor()', 'pool.shutdown()', 'try:', '    pool.submit(double, 1)', 'except RuntimeError as error:', `    ${w.say(t, 'show(error)')}`]);
    },
  },
];
