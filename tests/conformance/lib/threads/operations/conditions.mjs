// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const event = (w) => `events[${w.random.below(2)}]`;
const condition = (w) => `conditions[${w.random.below(2)}]`;

/** Events and conditions. @type {import('../writer.mjs').ThreadOperation[]} */
export const conditions = [
  { name: 'event set', weight: 1, write: (w) => { const t = w.thread(); w.turn(t, [`${event(w)}.${w.random.pick(['set', 'set', 'clear'])}()`]); } },
  { name: 'event wait', weight: 1, write: (w) => { const t = w.thread(); w.turn(t, [w.say(t, `"event", ${event(w)}.wait(SHORT), events[0].is_set()`)]); } },
  {
    name: 'several wait for an event',
    weight: 2,
    write: (w) => {
      const [setter, ...waiters] = w.some(2 + w.random.below(2));
      const name = w.fresh('event');
      w.helpers.push(`${name} = threading.Event()`);
      for (const t of waiters) w.blocks(t, [w.say(t, `"waits for ${name}"`)], [`got = ${name}.wait(${w.random.pick(['', 'LONG'])})`]);
      w.turn(setter, [w.say(setter, `"sets ${name}"`), `${name}.set()`]);
      for (const t of waiters) w.turn(t, [w.say(t, `"${name}", got, ${name}.is_set()`)]);
    },
  },
  {
    name: 'wait in vain',
    weight: 0.7,
    write: (w) => {
      const t = w.thread();
      const which = condition(w);
      w.turn(t, [`with ${which}:`, `    ${w.say(t, `"in vain", ${which}.${w.random.pick(['wait(SHORT)', 'wait_for(lambda: False, SHORT)', 'wait_for(lambda: 3)'])}`)}`]);
    },
  },
  {
    name: 'not held',
    weight: 0.4,
    write: (w) => {
      const t = w.thread();
      w.turn(t, ['try:', `    ${condition(w)}.${w.random.pick(['notify()', 'wait()', 'notify_all()'])}`, 'except RuntimeError as error:', `    ${w.say(t, 'show(error)')}`]);
    },
  },
  {
    name: 'notified one by one',
    weight: 1.5,
    write: (w) => {
      const [notifier, ...waiters] = w.some(2 + w.random.below(2));
      const name = w.fresh('condition');
      w.helpers.push(`${name} = threading.Condition(${w.random.pick(['', 'threading.Lock()', 'threading.RLock()'])})\n${name}_order = []`);
      // The lock is had before the turn is over, so nobody can notify before the wait has begun.
      for (const t of waiters) {
        w.blocks(t, [`${name}.acquire()`, w.say(t, `"waits for ${name}"`)], [`got = ${name}.wait(LONG)`, `${name}_order.append("${t.name}")`, `${name}.release()`]);
      }
      const lines = w.random.chance(0.5) ? [`${name}.notify_all()`] : waiters.map(() => `${name}.notify()`);
      w.turn(notifier, [`with ${name}:`, ...indented([...lines, w.say(notifier, `"notifies ${name}"`)])]);
      for (const t of waiters) w.turn(t, [w.say(t, `"was notified", got`)]);
      const last = waiters.at(-1);
      w.turn(last, [w.say(last, `sorted(${name}_order)`)]);
    },
  },
  {
    name: 'waits for a state',
    weight: 1.2,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('state');
      const goal = 1 + w.random.below(3);
      w.helpers.push(`${name} = []\n${name}_changed = threading.Condition()`);
      w.blocks(a, [w.say(a, `"waits for ${name}"`)], [`with ${name}_changed:`, `    got = ${name}_changed.wait_for(lambda: len(${name}) >= ${goal} and len(${name}), LONG)`]);
      for (let i = 0; i < goal; i++) w.turn(b, [`with ${name}_changed:`, ...indented([`${name}.append(${i})`, `${name}_changed.notify_all()`]), w.say(b, `"adds to ${name}"`)]);
      w.turn(a, [w.say(a, 'got')]);
    },
  },
];
