// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Barriers. @type {import('../writer.mjs').ThreadOperation[]} */
export const barriers = [
  {
    name: 'meet at a barrier',
    weight: 1.5,
    write: (w) => {
      const threads = w.some(2 + w.random.below(2));
      const name = w.fresh('meeting');
      const action = w.random.chance(0.3) ? `, action=lambda: ${name}_seen.append("action")` : '';
      w.helpers.push(`${name}_seen = []\n${name} = threading.Barrier(${threads.length}${action})`);
      for (const t of threads) w.blocks(t, [w.say(t, `"comes to ${name}"`)], [`position = ${name}.wait(LONG)`, `${name}_seen.append("passed")`]);
      for (const t of threads) w.turn(t, [w.say(t, `"has passed", 0 <= position < ${threads.length}`)]);
      w.turn(threads[0], [w.say(threads[0], `${name}_seen[:1], ${name}.n_waiting, ${name}.broken, ${name}.parties`)]);
    },
  },
  {
    name: 'broken barrier',
    weight: 1,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('broken');
      w.helpers.push(`${name} = threading.Barrier(3)`);
      w.blocks(a, [w.say(a, `"comes to ${name}"`)], ['try:', `    got = ${name}.wait(LONG)`, 'except threading.BrokenBarrierError as error:', '    got = show(error)']);
      w.turn(b, [
        ...w.random.pick([[`while not ${name}.n_waiting:`, '    time.sleep(0.001)', `${name}.abort()`], [`while not ${name}.n_waiting:`, '    time.sleep(0.001)', `${name}.reset()`], ['try:', `    ${name}.wait(SHORT)`, 'except threading.BrokenBarrierError as error:', ...indented([w.say(b, 'show(error)')])]]),
        w.say(b, `"breaks ${name}"`),
      ]);
      w.turn(a, [w.say(a, 'got')]);
      w.turn(b, [w.say(b, `${name}.broken, ${name}.n_waiting`)]);
    },
  },
  {
    name: 'shared barrier',
    weight: 0.7,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['try:', `    ${w.say(t, '"passes", barrier.wait(SHORT)')}`, 'except threading.BrokenBarrierError as error:', `    ${w.say(t, 'show(error), barrier.broken')}`, ...w.random.pick([[], ['barrier.reset()']])]);
    },
  },
];
