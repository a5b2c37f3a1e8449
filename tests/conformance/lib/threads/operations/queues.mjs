// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

function some(w) {
  const n = w.random.below(5);
  return { queue: `queues[${n}]`, item: n === 3 ? `(${w.random.below(5)}, "${w.fresh('item')}")` : `"${w.fresh('item')}"`, simple: n === 4 };
}
const kErrors = '(queue.Empty, queue.Full, queue.ShutDown, ValueError)';
const guarded = (w, t, line) => ['try:', `    ${line}`, `except ${kErrors} as error:`, `    ${w.say(t, 'show(error)')}`];

/** Queues: shared ones with limits, fresh ones between two threads. @type {import('../writer.mjs').ThreadOperation[]} */
export const queues = [
  {
    name: 'put',
    weight: 2,
    write: (w) => {
      const t = w.thread();
      const { queue, item } = some(w);
      w.turn(t, [...guarded(w, t, `${queue}.put(${item}, ${w.random.pick(['False', 'timeout=SHORT'])})`), w.say(t, `${queue}.qsize(), ${queue}.empty()`)]);
    },
  },
  {
    name: 'get',
    weight: 2,
    write: (w) => {
      const t = w.thread();
      w.turn(t, guarded(w, t, w.say(t, `"got", ${some(w).queue}.get(${w.random.pick(['False', 'timeout=SHORT', 'block=False'])})`)));
    },
  },
  {
    name: 'task_done',
    weight: 0.5,
    write: (w) => {
      const t = w.thread();
      const { queue, simple } = some(w);
      w.turn(t, guarded(w, t, simple ? 'queues[0].task_done()' : `${queue}.task_done()`));
    },
  },
  {
    name: 'shut down',
    weight: 0.3,
    write: (w) => {
      const t = w.thread();
      w.turn(t, [`queues[${w.random.below(4)}].shutdown(${w.random.pick(['', 'immediate=True'])})`, w.say(t, '"shuts down"')]);
    },
  },
  {
    name: 'producer and consumer',
    weight: 2,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('pipe');
      const count = 1 + w.random.below(5);
      const kind = w.random.pick(['queue.Queue()', 'queue.Queue(1)', 'queue.Queue(2)', 'queue.SimpleQueue()']);
      w.helpers.push(`${name} = ${kind}`);
      w.free(a, [`for i in range(${count}):`, `    ${name}.put(("${a.name}", i))`, `${name}.put(None)`]);
      w.free(b, ['got = []', `while (item := ${name}.get()) is not None:`, '    got.append(item)']);
      w.turn(b, [w.say(b, '"has taken", got')]);
      w.turn(a, [w.say(a, `"has put", ${name}.qsize()`)]);
    },
  },
  {
    name: 'waits for an item',
    weight: 1.5,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('box');
      w.helpers.push(`${name} = ${w.random.pick(['queue.Queue()', 'queue.LifoQueue()', 'queue.PriorityQueue()', 'queue.SimpleQueue()'])}`);
      w.blocks(a, [w.say(a, `"waits for ${name}"`)], [`got = ${name}.get(${w.random.pick(['', 'timeout=LONG'])})`]);
      w.turn(b, [`${name}.put("from ${b.name}")`, w.say(b, `"has put into ${name}"`)]);
      w.turn(a, [w.say(a, '"got", got')]);
    },
  },
  {
    name: 'waits for room',
    weight: 1,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('full');
      w.helpers.push(`${name} = queue.Queue(1)\n${name}.put("first")`);
      w.blocks(a, [w.say(a, `"puts into ${name}"`)], [`${name}.put("second")`]);
      w.turn(b, [w.say(b, `"takes", ${name}.get(), ${name}.get()`)]);
      w.turn(a, [w.say(a, `${name}.empty()`)]);
    },
  },
  {
    name: 'join a queue',
    weight: 1,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('work');
      const count = 1 + w.random.below(3);
      w.helpers.push(`${name} = queue.Queue()\nfor i in range(${count}):\n    ${name}.put(i)`);
      w.blocks(a, [w.say(a, `"joins ${name}"`)], [`${name}.join()`]);
      w.turn(b, [`for _ in range(${count}):`, ...indented([w.say(b, `"works on", ${name}.get()`), `${name}.task_done()`])]);
      w.turn(a, [w.say(a, `"all done", ${name}.unfinished_tasks`)]);
    },
  },
  {
    name: 'shut down while waiting',
    weight: 0.8,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('closing');
      w.helpers.push(`${name} = queue.Queue()`);
      w.blocks(a, [w.say(a, `"waits for ${name}"`)], ['try:', `    got = ${name}.get(timeout=LONG)`, 'except queue.ShutDown as error:', '    got = show(error)']);
      w.turn(b, [`${name}.shutdown(${w.random.pick(['', 'True'])})`, ...guarded(w, b, `${name}.put(1)`)]);
      w.turn(a, [w.say(a, 'got')]);
    },
  },
];
