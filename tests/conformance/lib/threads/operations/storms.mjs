// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

/** Threads that really run beside each other; only what they add up to is printed. @type {import('../writer.mjs').ThreadOperation[]} */
export const storms = [
  {
    name: 'count together',
    weight: 1,
    write: (w) => {
      const threads = w.some(2 + w.random.below(3));
      const name = w.fresh('sum');
      const each = 200 + w.random.below(2000);
      w.helpers.push(`${name} = [0]\n${name}_lock = threading.${w.random.pick(['Lock', 'RLock', 'Condition', 'Semaphore'])}()\n${name}_met = threading.Barrier(${threads.length})`);
      for (const t of threads) w.free(t, [`for _ in range(${each}):`, ...indented([`with ${name}_lock:`, `    ${name}[0] += 1`]), `${name}_met.wait()`]);
      for (const t of threads) w.turn(t, [w.say(t, `${name}[0]`)]);
    },
  },
  {
    name: 'many to many',
    weight: 0.8,
    write: (w) => {
      const t = w.thread();
      const [workers, jobs] = [2 + w.random.below(3), 5 + w.random.below(20)];
      const name = w.fresh('crew');
      w.helpers.push(`def ${name}(jobs, results):\n    while True:\n        job = jobs.get()\n        if job is None:\n            break\n        results.append(sum(range(job * 50)))\n        jobs.task_done()`);
      w.turn(t, [
        `jobs, results = queue.Queue(${w.random.pick(['', '1', '3'])}), []`,
        `crew = [threading.Thread(target=${name}, args=(jobs, results)) for _ in range(${workers})]`,
        'for member in crew: member.start()',
        `for job in range(${jobs}): jobs.put(job)`,
        'jobs.join()',
        'for member in crew: jobs.put(None)',
        'for member in crew: member.join()',
        w.say(t, 'len(results), sum(results)'),
      ]);
    },
  },
  {
    name: 'bounded crowd',
    weight: 0.7,
    write: (w) => {
      const t = w.thread();
      const name = w.fresh('crowd');
      w.helpers.push(`def ${name}(gate, inside, most):\n    with gate:\n        inside.append(1)\n        most.append(len(inside))\n        time.sleep(0.001)\n        inside.pop()`);
      w.turn(t, [
        `gate, inside, most = threading.BoundedSemaphore(${1 + w.random.below(3)}), [], []`,
        `crowd = [threading.Thread(target=${name}, args=(gate, inside, most)) for _ in range(6)]`,
        'for member in crowd: member.start()',
        'for member in crowd: member.join()',
        w.say(t, 'max(most) <= 3, len(most), inside'),
      ]);
    },
  },
  {
    name: 'adds to the total',
    weight: 0.5,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['for i in range(3000):', '    globals()["total"] += i', w.say(t, 'total')]);
    },
  },
];
