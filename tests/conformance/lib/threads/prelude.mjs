// SPDX-License-Identifier: MIT
// What every random program of threads begins and ends with.

const kBase = `
import asyncio
import collections
import concurrent.futures
import contextvars
import queue
import sys
import threading
import time
import traceback

SHORT = 0.01
LONG = 20


class Turns:
    """Numbered moments: what a thread does in its turn happens after all earlier turns and before all later ones."""

    def __init__(self):
        self.changed = threading.Condition()
        self.next = 0
        self.over = set()

    def begin(self, n):
        with self.changed:
            if not self.changed.wait_for(lambda: self.next >= n, LONG):
                raise SystemExit(f"turn {n} never came")

    def end(self, *numbers):
        with self.changed:
            self.over.update(numbers)
            while self.next in self.over:
                self.next += 1
            self.changed.notify_all()


class Turn:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        turns.begin(self.n)

    def __exit__(self, *error):
        turns.end(self.n)


def show(error):
    if error is None:
        return "-"
    text = type(error).__name__ + repr(error.args)
    if error.__cause__ is not None:
        text += " from " + show(error.__cause__)
    elif error.__context__ is not None:
        text += " after " + show(error.__context__)
    return text


def outcome(future):
    if future.cancelled():
        return "cancelled"
    if not future.done():
        return "pending"
    return show(future.exception()) if future.exception() else future.result()


turns = Turns()
local = threading.local()
var = contextvars.ContextVar("var", default="unset")
locks = [threading.Lock(), threading.RLock(), threading.Lock()]
events = [threading.Event(), threading.Event()]
semaphores = [threading.Semaphore(2), threading.BoundedSemaphore(1)]
conditions = [threading.Condition(), threading.Condition(threading.Lock())]
barrier = threading.Barrier(2)
queues = [queue.Queue(), queue.Queue(1), queue.LifoQueue(), queue.PriorityQueue(2), queue.SimpleQueue()]
futures = [concurrent.futures.Future() for _ in range(3)]
total = 0
`;

/**
 * @param {import('./writer.mjs').ThreadWriter} writer
 */
export function assemble(seed, writer) {
  const functions = writer.threads.map(({ name, lines, turns }) =>
    [
      `def ${name}():`,
      '    try:',
      ...(lines.length ? lines : ['pass']).map((line) => `        ${line}`),
      '    finally:',
      `        turns.end(${turns.join(', ')})`,
    ].join('\n'),
  );
  const names = writer.threads.map(({ name }) => name);
  const daemon = (name) => (writer.daemons.has(name) ? ', daemon=True' : '');
  return (
    `# Random program of threads ${seed}.${kBase}${writer.helpers.map((each) => `\n\n${each}\n`).join('')}\n\n` +
    `${functions.join('\n\n\n')}\n\n\n` +
    writer.settings.map((line) => `${line}\n`).join('') +
    `threads = [\n${names.map((name) => `    threading.Thread(target=${name}, name="${name}"${daemon(name)}),\n`).join('')}]\n` +
    'for thread in threads:\n    thread.start()\n' +
    'for thread in threads:\n    thread.join()\nprint([(thread.name, thread.is_alive()) for thread in threads])\n' +
    `${writer.epilogue.map((line) => `${line}\n`).join('')}print("-- over", total)\n`
  );
}
