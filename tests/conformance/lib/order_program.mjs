// SPDX-License-Identifier: MIT
// Writes random asyncio programs whose prints show the order of everything that happens. They keep to
// what CPython defines: no printing of sets, groups of one child (a group cancels its children in set
// order), deadlines on distinct slots of a common grid.

/** A small seeded generator (xorshift32): the same seed gives the same program on every machine. */
function makeRandom(seed) {
  let state = (Math.imul(seed + 1, 2654435761) ^ 0x9e3779b9) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  return {
    below: (n) => Math.floor(next() * n),
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

const kPrelude = `import asyncio

SLOT = 0.04


async def until(slot):
    await asyncio.sleep(start + slot * SLOT - loop.time())


def spawn(coroutine, name):
    task = asyncio.create_task(coroutine, name=name)
    everything.append(task)
    return task


def outcome(task):
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())

`;

const kMain = (workers, slots) => `
async def main():
    global loop, start, everything, locks, sem, cond, events, queue, futures, workers
    loop = asyncio.get_running_loop()
    start = loop.time()
    everything = []
    locks = [asyncio.Lock(), asyncio.Lock()]
    sem, cond = asyncio.Semaphore(2), asyncio.Condition()
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(QUEUE_SIZE)
    futures = [loop.create_future() for _ in range(3)]
    workers = []
    for function in (${workers.join(', ')}):
        workers.append(spawn(function(), function.__name__))
    await until(${slots})
    print("-- the end")
    for task in everything:
        if not task.done():
            print("still there:", task.get_name())
            task.cancel()
    await asyncio.gather(*everything, return_exceptions=True)
    for task in everything:
        print(task.get_name(), outcome(task))


asyncio.run(main())
`;

const kMaxChildren = 6;

/**
 * The text of one random program.
 * @param {number} seed
 */
export function orderProgram(seed) {
  const random = makeRandom(seed);
  const workerCount = 2 + random.below(4);
  const workers = Array.from({ length: workerCount }, (_, i) => `w${i}`);
  const functions = [];
  let freeSlots = Array.from({ length: 24 }, (_, i) => i + 1);
  let children = 0;

  const takeSlot = () => {
    const slot = freeSlots[random.below(Math.min(freeSlots.length, 8))];
    freeSlots = freeSlots.filter((other) => other !== slot);
    return slot;
  };

  /** Emits a coroutine function of its own and returns its name. */
  const child = (depth) => {
    const name = `c${children++}`;
    emitFunction(name, 1 + random.below(3), depth + 1);
    return name;
  };

  /** The lines of one operation, unindented, inside the function `me`. */
  const operation = (me, step, depth) => {
    const say = (text) => `print("${me}", ${step}, ${text})`;
    const body = (n = 1 + random.below(2)) => {
      const lines = [];
      for (let i = 0; i < n; i++) lines.push(...operation(me, `${step}${i + 1}`, depth + 1));
      return lines.map((line) => `    ${line}`);
    };
    const kinds = ['turn', 'turn', 'turns', 'set', 'await', 'put', 'get', 'event set', 'event clear', 'event wait', 'cancel', 'future set', 'callback', 'notify'];
    if (freeSlots.length > 0) kinds.push('until', 'until', 'later');
    if (depth < 3) {
      kinds.push('lock', 'lock', 'sem', 'cond', 'try', 'except', 'raise');
      if (freeSlots.length > 0) kinds.push('timeout', 'timeout');
    }
    if (depth < 3 && children < kMaxChildren) {
      kinds.push('spawn', 'child', 'gather', 'gather', 'shield', 'group', 'wait');
      if (freeSlots.length > 0) kinds.push('wait_for');
    }
    const kind = random.pick(kinds);
    switch (kind) {
      case 'turn':
        return ['await asyncio.sleep(0)', say('"turn"')];
      case 'turns':
        return [`for _ in range(${2 + random.below(3)}):`, '    await asyncio.sleep(0)', say('"turns"')];
      case 'until': {
        const slot = takeSlot();
        return [`await until(${slot})`, say(`"slot ${slot}"`)];
      }
      case 'later': {
        const slot = takeSlot();
        return [`loop.call_at(start + ${slot} * SLOT, print, "${me}", ${step}, "timer ${slot}")`];
      }
      case 'callback':
        return [`loop.call_soon(print, "${me}", ${step}, "callback")`];
      case 'lock': {
        const n = random.below(2);
        return [`async with locks[${n}]:`, `    ${say(`"has lock ${n}"`)}`, ...body(), say(`"left lock ${n}"`)];
      }
      case 'sem':
        return ['async with sem:', `    ${say('"in sem"')}`, ...body(), say('"out of sem"')];
      case 'cond':
        return ['async with cond:', `    ${say('"waits for cond"')}`, '    await cond.wait()', `    ${say('"notified"')}`];
      case 'notify':
        return ['async with cond:', `    cond.notify(${1 + random.below(2)})`, say('"notifies"')];
      case 'put':
        return [`await queue.put("${me}")`, say('"put"')];
      case 'get':
        return [say('"got", await queue.get()')];
      case 'event set':
        return [`events[${random.below(2)}].set()`, say('"event set"')];
      case 'event clear':
        return [`events[${random.below(2)}].clear()`];
      case 'event wait':
        return [`await events[${random.below(2)}].wait()`, say('"event"')];
      case 'set':
      case 'future set': {
        const n = random.below(3);
        return [`if not futures[${n}].done():`, `    futures[${n}].set_result("${me}")`, `    ${say(`"set future ${n}"`)}`];
      }
      case 'await': {
        const n = random.below(3);
        return random.chance(0.5)
          ? [say(`"future", await asyncio.shield(futures[${n}])`)]
          : [`if not futures[${n}].cancelled():`, `    ${say(`"future", await futures[${n}]`)}`];
      }
      case 'cancel': {
        const n = random.below(workerCount);
        return [say(`"cancels w${n}", workers[${n}].cancel()`)];
      }
      case 'raise':
        return [`if workers[${random.below(workerCount)}].done():`, `    raise ValueError("${me}")`, say('"goes on"')];
      case 'try':
        return ['try:', ...body(), 'finally:', `    ${say('"finally"')}`, ...(random.chance(0.4) ? ['    await asyncio.sleep(0)', `    ${say('"cleaned"')}`] : [])];
      case 'except': {
        const caught = random.pick(['asyncio.CancelledError', '(asyncio.CancelledError, ValueError)', 'Exception', 'TimeoutError']);
        const again = caught.includes('Cancelled') && random.chance(0.6) ? ['    raise'] : [];
        return ['try:', ...body(2), `except ${caught} as error:`, `    ${say('"caught", type(error).__name__, error.args')}`, ...again];
      }
      case 'spawn': {
        const name = child(depth);
        return [`spawn(${name}(), "${name}")`, say(`"spawned ${name}"`)];
      }
      case 'child': {
        const name = child(depth);
        return random.chance(0.5)
          ? [say(`"child", await ${name}()`)]
          : [say(`"child task", await spawn(${name}(), "${name}")`)];
      }
      case 'gather': {
        const names = Array.from({ length: 1 + random.below(3) }, () => child(depth));
        const flag = random.chance(0.5) ? ', return_exceptions=True' : '';
        const call = `asyncio.gather(${names.map((n) => `${n}()`).join(', ')}${flag})`;
        return [say(`"gather", await ${call}`)];
      }
      case 'shield': {
        const name = child(depth);
        return [say(`"shield", await asyncio.shield(spawn(${name}(), "${name}"))`)];
      }
      case 'group': {
        const name = child(depth);
        return ['async with asyncio.TaskGroup() as group:', `    everything.append(group.create_task(${name}(), name="${name}"))`, ...body(1), say('"group done"')];
      }
      case 'wait': {
        const names = [child(depth), child(depth)];
        const when = random.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED']);
        return [
          `done, pending = await asyncio.wait([${names.map((n) => `spawn(${n}(), "${n}")`).join(', ')}], return_when=asyncio.${when})`,
          say('"wait", sorted(t.get_name() for t in done), len(pending)'),
        ];
      }
      case 'timeout':
        return ['try:', `    async with asyncio.timeout_at(start + ${takeSlot()} * SLOT):`, ...body(2).map((line) => `    ${line}`), 'except TimeoutError:', `    ${say('"timed out"')}`];
      case 'wait_for': {
        const name = child(depth);
        return ['try:', `    ${say(`"wait_for", await asyncio.wait_for(${name}(), start + ${takeSlot()} * SLOT - loop.time())`)}`, 'except TimeoutError:', `    ${say('"gave up"')}`];
      }
      default:
        throw new Error(kind);
    }
  };

  function emitFunction(name, length, depth) {
    const lines = [];
    for (let i = 1; i <= length; i++) lines.push(...operation(name, `${i}`, depth));
    functions.push(`\nasync def ${name}():\n${lines.map((line) => `    ${line}\n`).join('')}    return "${name}"\n`);
  }

  for (const name of workers) emitFunction(name, 3 + random.below(4), 0);
  const queueSize = random.pick([0, 1, 2]);
  return (
    `# Random program ${seed}: the order of tasks, locks, queues, timers and cancellations.\n` +
    `${kPrelude}\nQUEUE_SIZE = ${queueSize}\n` +
    functions.sort().join('\n') + '\n' +
    kMain(workers, 26)
  );
}
