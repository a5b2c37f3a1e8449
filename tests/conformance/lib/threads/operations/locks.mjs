// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const lock = (w) => `locks[${w.random.below(3)}]`;
const semaphore = (w) => `semaphores[${w.random.below(2)}]`;

/** Locks and semaphores, shared ones with limits, fresh ones with real waits. @type {import('../writer.mjs').ThreadOperation[]} */
export const locks = [
  {
    name: 'acquire',
    weight: 2,
    write: (w) => {
      const t = w.thread();
      const which = lock(w);
      w.turn(t, [w.say(t, `"acquires ${which}", ${which}.acquire(${w.random.pick(['blocking=False', 'timeout=SHORT', 'False', 'True, SHORT'])})`)]);
    },
  },
  {
    name: 'release',
    weight: 2,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['try:', `    ${lock(w)}.release()`, 'except RuntimeError as error:', `    ${w.say(t, 'show(error)')}`, 'else:', `    ${w.say(t, '"released"')}`]);
    },
  },
  { name: 'locked', weight: 0.5, write: (w) => { const t = w.thread(); w.turn(t, [w.say(t, 'locks[0].locked(), locks[2].locked()')]); } },
  {
    name: 'semaphore',
    weight: 1.5,
    write: (w) => {
      const t = w.thread();
      w.turn(t, [w.say(t, `"semaphore", ${semaphore(w)}.acquire(timeout=SHORT)`)]);
    },
  },
  {
    name: 'release semaphore',
    weight: 1.5,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['try:', `    ${semaphore(w)}.release(${w.random.pick(['', '', '2'])})`, 'except ValueError as error:', `    ${w.say(t, 'show(error)')}`]);
    },
  },
  {
    name: 'waits for a lock',
    weight: 2,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('own_lock');
      w.helpers.push(`${name} = ${w.random.pick(['threading.Lock()', 'threading.Semaphore(1)', 'threading.BoundedSemaphore(1)'])}\n${name}.acquire()`);
      w.blocks(a, [w.say(a, `"wants ${name}"`)], [`got = ${name}.acquire(${w.random.pick(['', 'timeout=LONG'])})`]);
      w.turn(b, [`${name}.release()`, w.say(b, `"gives ${name}"`)]);
      w.turn(a, [w.say(a, `"has ${name}", got`)]);
    },
  },
  {
    name: 'recursive lock',
    weight: 1,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('rlock');
      const depth = 1 + w.random.below(3);
      w.helpers.push(`${name} = threading.RLock()`);
      w.turn(a, [`for _ in range(${depth}):`, `    ${name}.acquire()`, w.say(a, `"${depth} deep"`)]);
      w.turn(b, [w.say(b, `"cannot have it", ${name}.acquire(blocking=False)`), 'try:', `    ${name}.release()`, 'except RuntimeError as error:', ...indented([w.say(b, 'show(error)')])]);
      w.turn(a, [`for _ in range(${depth}):`, `    ${name}.release()`]);
      w.turn(b, [w.say(b, `"can have it", ${name}.acquire(blocking=False)`)]);
    },
  },
  {
    name: 'turns with semaphores',
    weight: 0.7,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('batons');
      const rounds = 1 + w.random.below(4);
      w.helpers.push(`${name} = [threading.Semaphore(1), threading.Semaphore(0)], []`);
      for (const [i, t] of [a, b].entries()) {
        w.free(t, [`for i in range(${rounds}):`, ...indented([`${name}[0][${i}].acquire()`, `${name}[1].append(("${t.name}", i))`, `${name}[0][${1 - i}].release()`])]);
      }
      w.turn(a, [w.say(a, `"has played"`)]);
      w.turn(b, [w.say(b, `"played:", ${name}[1]`)]);
    },
  },
];
