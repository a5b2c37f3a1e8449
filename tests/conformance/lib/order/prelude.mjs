// SPDX-License-Identifier: MIT
import { indented } from './writer.mjs';

// What every random program begins and ends with. Deadlines lie on slots of a common grid, each used once.

const kBase = `
import asyncio

SLOT = 0.04
opened = []


def at(slot):
    return start + slot * SLOT


def left(slot):
    return at(slot) - loop.time()


async def until(slot):
    await asyncio.sleep(left(slot))


def spawn(coroutine, name, **options):
    task = asyncio.create_task(coroutine, name=name, **options)
    everything.append(task)
    return task


def recent(n):
    return everything[-1 - n % len(everything)]


def show(error, depth=0):
    if error is None:
        return "-"
    text = type(error).__name__ + repr(error.args)
    if isinstance(error, BaseExceptionGroup):
        text += "[" + " ".join(show(inner, depth + 1) for inner in error.exceptions) + "]"
    if depth < 3:
        if error.__cause__ is not None:
            text += " from " + show(error.__cause__, depth + 1)
        elif error.__context__ is not None:
            text += " after " + show(error.__context__, depth + 1)
    return text


def outcome(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    if future.exception() is not None:
        return show(future.exception())
    return future.result()
`;

const kParts = {
  contexts: `
import contextvars

var = contextvars.ContextVar("var", default="unset")
`,
  custom_lock: `

class Slow:
    """An asynchronous context manager that takes its time."""

    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    async def __aenter__(self):
        print(self.name, "enters")
        await asyncio.sleep(0)
        print(self.name, "entered")
        return self

    async def __aexit__(self, kind, error, traceback):
        print(self.name, "exits", show(error))
        await asyncio.sleep(0)
        print(self.name, "exited")
        return self.swallows
`,
  contextlib: `
import contextlib


@contextlib.asynccontextmanager
async def managed(name):
    print(name, "set up")
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        print(name, "sees", show(error))
        raise
    finally:
        await asyncio.sleep(0)
        print(name, "torn down")
`,
  numbers: `

async def numbers(name, n):
    try:
        for i in range(n):
            print(name, "gives", i)
            got = yield i
            if got is not None:
                print(name, "was sent", got)
            await asyncio.sleep(0)
    except (ValueError, asyncio.CancelledError) as error:
        print(name, "catches", show(error))
        raise
    finally:
        print(name, "ends")
        await asyncio.sleep(0)
        print(name, "ended")
`,
  traceback: `
import sys
import traceback
`,
  inspect: `
import inspect
`,
  gc: `
import gc

gc.disable()  # collected when the program says so
`,
  awaitables: `
import types


class Turns:
    """An awaitable that takes some turns of the loop."""

    def __init__(self, name, turns):
        self.name = name
        self.turns = turns

    def __await__(self):
        print(self.name, "begins")
        for _ in range(self.turns):
            yield
        return self.name


class Through:
    """An awaitable that waits for another one and for a turn."""

    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        try:
            result = yield from self.inner.__await__()
        finally:
            print("through")
        yield from asyncio.sleep(0).__await__()
        return result


class Yields:
    def __init__(self, item):
        self.item = item

    def __await__(self):
        yield self.item


@types.coroutine
def old_style(name, turns):
    for i in range(turns):
        print(name, "turn", i)
        yield
    return name
`,
  threads: `
import time


def job(name, seconds=0, error=None):
    print(name, "in a thread")
    if seconds:
        time.sleep(seconds)
    if error is not None:
        raise error
    return name
`,
};

const kShared = `
async def main():
    global loop, start, everything, handles, locks, sem, bounded, cond, events, barrier, queues, futures, workers, state
    loop = asyncio.get_running_loop()
    start = loop.time()
    everything, handles = [], []
    locks = [asyncio.Lock(), asyncio.Lock()]
    sem, bounded, cond = asyncio.Semaphore(2), asyncio.BoundedSemaphore(1), asyncio.Condition()
    events = [asyncio.Event(), asyncio.Event()]
    barrier = asyncio.Barrier(PARTIES)
    queues = [asyncio.Queue(QUEUE_SIZE), asyncio.PriorityQueue(), asyncio.LifoQueue(2)]
    futures = [loop.create_future() for _ in range(4)]
    state = 0
    workers = []
`;

const kEnd = `
    print("-- the end")
    for _ in range(4):
        rest = [task for task in everything if not task.done()]
        if not rest:
            break
        for task in rest:
            print("still there:", task.get_name())
            task.cancel("the end")
        await asyncio.wait(rest, timeout=SLOT)
    for task in everything:
        print(task.get_name(), outcome(task))
`;

/** How main() ends, if not by returning. */
const kLastActs = [
  '    raise RuntimeError("main fails")\n',
  '    raise SystemExit("main leaves")\n',
  '    asyncio.current_task().cancel("main gives up")\n    await asyncio.sleep(0)\n',
  '    raise ExceptionGroup("main fails", [ValueError(1), KeyError(2)])\n',
];

const kAfter = `async def after():
    print("-- after", [task.get_name() for task in everything if not task.done()])
    for _ in range(3):
        await asyncio.sleep(0)
    return "after"


`;

/** The loop's whole life. */
const kRunners = {
  run: { definitions: '', life: 'asyncio.run(main())' },
  runner: {
    definitions: kAfter,
    life: `with asyncio.Runner() as runner:
    runner.run(main())
    print("-- between", runner.get_loop() is loop, loop.is_running())
    print(runner.run(after()))
print(loop.is_closed())`,
  },
  loop: {
    definitions: kAfter,
    life: `own = asyncio.new_event_loop()
try:
    own.run_until_complete(main())
    print(own.run_until_complete(after()))
finally:
    rest = sorted(asyncio.all_tasks(own), key=lambda task: task.get_name())
    for task in rest:
        task.cancel()
    if rest:
        own.run_until_complete(asyncio.gather(*rest, return_exceptions=True))
    del rest
    own.run_until_complete(own.shutdown_asyncgens())
    own.run_until_complete(own.shutdown_default_executor())
    own.close()`,
  },
};

/**
 * The text of the program whose functions `writer` has written.
 * @param {import('./writer.mjs').Writer} writer
 */
export function assemble(seed, writer) {
  const { random, workers } = writer;
  const parts = Object.keys(kParts).filter((part) => writer.used.has(part)).map((part) => kParts[part]);
  const settings = [];
  if (writer.eager && random.chance(0.5)) settings.push('    loop.set_task_factory(asyncio.eager_task_factory)');
  if (random.chance(0.3)) {
    settings.push('    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"], show(context.get("exception"))))');
  }
  if (writer.debug) settings.push('    loop.set_debug(True)');
  // asyncio.run() ends some programs: it cancels what is still there, closes generators.
  const tidy = writer.eager || random.chance(0.85);
  const length = tidy ? writer.endSlot : 1.5 + random.below(12);
  const last = random.chance(0.1) ? random.pick(kLastActs) : '';
  const runner = random.weighted([[8, 'run'], [1, 'runner'], [tidy && last === '' ? 1 : 0, 'loop']]);
  const { definitions, life } = kRunners[runner];
  return (
    `# Random program ${seed}.${kBase}${parts.join('')}\n` +
    `PARTIES = ${2 + random.below(2)}\nQUEUE_SIZE = ${random.below(3)}\n\n\n` +
    [...writer.functions.values()].join('\n\n\n') +
    `\n\n${kShared}${settings.map((line) => `${line}\n`).join('')}` +
    `    for function in (${workers.join(', ')}):\n` +
    '        workers.append(spawn(function(), function.__name__))\n' +
    `    await until(${length})\n` +
    (tidy ? kEnd.slice(1) : '    print("-- main returns")\n') +
    `${last}\n\n${definitions}try:\n${indented(life.trim().split('\n')).join('\n')}\nfinally:\n    print("-- over")\n` +
    // What was never asked for says so now, not while the interpreter comes apart.
    '    for things in (everything, workers, futures, opened):\n        things.clear()\n'
  );
}
