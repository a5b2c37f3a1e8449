// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Threads that threads start and join, timers, and how threads fail. @type {import('../writer.mjs').ThreadOperation[]} */
export const children = [
  {
    name: 'child',
    weight: 1.5,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('child');
      const ends = w.random.pick([[], ['raise ValueError("in a child")'], ['sys.exit(1)'], ['raise SystemExit']]);
      w.helpers.push([`def ${name}(*args, **options):`, ...indented([`print("${name}", args, options, threading.current_thread().name, threading.current_thread().daemon)`, ...ends])].join('\n'));
      w.turn(t, [
        `${name}_thread = threading.Thread(target=${name}, args=(1, "two"), kwargs={"three": 3}, name="${name}")`,
        `${name}_thread.start()`,
        `${name}_thread.join(${w.random.pick(['', 'LONG'])})`,
        w.say(t, `${name}_thread.is_alive(), ${name}_thread.name, ${name}_thread.ident is not None`),
      ]);
    },
  },
  {
    name: 'subclass',
    weight: 0.6,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('Worker');
      w.helpers.push(`class ${name}(threading.Thread):\n    def __init__(self, n):\n        super().__init__(name=f"${name}-{n}")\n        self.n = n\n\n    def run(self):\n        self.result = self.n * 2\n        print(self.name, "runs")`);
      w.turn(t, [`workers = [${name}(n) for n in range(3)]`, 'for worker in workers:', '    worker.start()', '    worker.join()', w.say(t, '[worker.result for worker in workers]')]);
    },
  },
  {
    name: 'misused thread',
    weight: 0.6,
    write: (w) => {
      const t = w.thread();
      const lines = w.random.pick([
        ['threading.current_thread().join()'],
        ['threading.current_thread().start()'],
        ['threading.Thread(target=print).join()'],
        ['threading.current_thread().daemon = True'],
        ['threading.Thread(group=1)'],
        ['done = threading.Thread(target=int)', 'done.start()', 'done.join()', 'done.start()'],
      ]);
      w.turn(t, ['try:', ...indented(lines), 'except (RuntimeError, AssertionError) as error:', ...indented([w.say(t, 'show(error)')])]);
    },
  },
  {
    name: 'timer',
    weight: 0.7,
    write: (w) => {
      const t = w.thread();
      w.turn(t, [
        `timer = threading.Timer(SHORT, print, ["${t.name}'s timer"])`,
        'timer.start()',
        ...(w.random.chance(0.4) ? ['timer.cancel()'] : []),
        'timer.join()',
        w.say(t, 'timer.finished.is_set(), timer.is_alive()'),
      ]);
    },
  },
  {
    name: 'joins another',
    weight: 1,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('slow');
      w.helpers.push(`${name}_go = threading.Event()\n\n\ndef ${name}():\n    ${name}_go.wait()\n    print("${name} goes")`);
      w.turn(t, [`${name}_thread = threading.Thread(target=${name})`, `${name}_thread.start()`, `${name}_thread.join(SHORT)`, w.say(t, `${name}_thread.is_alive()`), `${name}_go.set()`, `${name}_thread.join()`, w.say(t, `${name}_thread.is_alive()`)]);
    },
  },
  {
    name: 'excepthook',
    weight: 0.25,
    write: (w) => {
      if (w.settings.length) return;
      w.settings.push('threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)');
    },
  },
  {
    name: 'outlives main',
    weight: 0.3,
    write: (w) => {
      if (w.epilogue.length) return;
      w.epilogue.push('last_word = threading.Event()', 'threading.Thread(target=lambda: (last_word.wait(), print("after the end", threading.main_thread().is_alive()))).start()', 'threading.Timer(SHORT, last_word.set).start()');
    },
  },
];
