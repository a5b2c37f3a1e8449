# SPDX-License-Identifier: MIT
"""Makes CPython's asyncio deterministic, so that the order of a program's prints can be compared.

The event loop's clock jumps: waiting costs nothing and deadlines are exact, however busy the machine is. Where
asyncio iterates over a set, and so leaves the order open, it gets one that remembers the order of its items. Calls in
the default executor run in no thread at all, but at the moments at which threads would let them.
"""

import asyncio
import asyncio.taskgroups
import asyncio.tasks
import concurrent.futures
import itertools
import math
import selectors
import time
import weakref

TICK = 1e-7  # the clock never stands still: each reading is later than the last
EPOLL_RESOLUTION = 1e-3


class OrderedSet:
    """What asyncio needs of a set, in the order in which items came."""

    def __init__(self, items=()):
        self._items = dict.fromkeys(items)

    def add(self, item):
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    remove = discard

    def __iter__(self):
        return iter(list(self._items))

    def __len__(self):
        return len(self._items)

    def __contains__(self, item):
        return item in self._items


class OrderedWeakSet:
    """Of asynchronous generators: the loop closes them at its end."""

    def __init__(self):
        self._items = []

    def _alive(self):
        return [item for item in (reference() for reference in self._items) if item is not None]

    def add(self, item):
        self._items.append(weakref.ref(item))

    def discard(self, item):
        self._items = [reference for reference in self._items if reference() is not item]

    def clear(self):
        self._items = []

    def __iter__(self):
        return iter(self._alive())

    def __len__(self):
        return len(self._alive())


class JumpingSelector(selectors.DefaultSelector):
    clock = None

    def select(self, timeout=None):
        events = super().select(0)
        if events or timeout == 0:
            return events
        if self.clock.run_job():
            return super().select(0)
        if timeout is None:
            # Nothing will ever happen again: Loopscope interrupts a program then, as Ctrl-C would.
            raise KeyboardInterrupt
        self.clock.now += math.ceil(timeout / EPOLL_RESOLUTION) * EPOLL_RESOLUTION
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        selector = JumpingSelector()
        selector.clock = self
        self.now = 0.0
        self.jobs = []
        self.idle_workers = 0
        self.sleeping_workers = 0
        self.all_awake = None
        super().__init__(selector)
        self._asyncgens = OrderedWeakSet()

    def time(self):
        self.now += TICK
        return self.now

    # -- calls in the default executor

    def run_in_executor(self, executor, func, *args):
        """A new worker runs at once until it sleeps; idle ones when the loop has nothing else to do, or waits for a new one
        to begin."""
        self._check_closed()
        future = concurrent.futures.Future()
        result = asyncio.wrap_future(future, loop=self)
        job = (future, func, args)
        if self.idle_workers:
            self.idle_workers -= 1
            self.jobs.append(job)
        else:
            while self.run_job():
                pass
            self._run(job)
        return result

    async def shutdown_default_executor(self, timeout=None):
        while self.run_job():
            pass
        if self.sleeping_workers:
            self.all_awake = self.create_future()
            await self.all_awake

    def run_job(self):
        if self.jobs:
            self._run(self.jobs.pop(0))
            return True
        return False

    def _run(self, job):
        future, func, args = job
        if not future.set_running_or_notify_cancel():
            self.idle_workers += 1
            return
        slept = 0

        def sleep(seconds):
            nonlocal slept
            slept += seconds

        really_sleep, time.sleep = time.sleep, sleep
        try:
            outcome = (future.set_result, func(*args))
        except BaseException as error:
            outcome = (future.set_exception, error)
        finally:
            time.sleep = really_sleep

        def over():
            outcome[0](outcome[1])
            self.idle_workers += 1

        def wakes_up():
            over()
            self.sleeping_workers -= 1
            if not self.sleeping_workers and self.all_awake is not None:
                self.all_awake.set_result(None)

        if slept:
            self.sleeping_workers += 1
            self.call_later(slept, wakes_up)
        else:
            over()


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return VirtualLoop()


_plain_all_tasks = asyncio.tasks.all_tasks
_number_of = weakref.WeakKeyDictionary()


def _tasks_in_order(loop=None):
    return sorted(_plain_all_tasks(loop), key=lambda task: _number_of.get(task, 0))


def _numbering(create):
    numbers = itertools.count()

    def create_task(self, coro, **options):
        number = next(numbers)
        task = create(self, coro, **options)
        _number_of[task] = number
        stack = getattr(task, "_source_traceback", None)
        if stack and stack[-1].filename == __file__:
            del stack[-1]  # in debug mode: this very function
        return task

    return create_task


def install():
    """From now on, asyncio.run() uses the loop above."""
    asyncio.taskgroups.set = OrderedSet
    asyncio.tasks.set = OrderedSet
    asyncio.tasks.all_tasks = _tasks_in_order
    VirtualLoop.create_task = _numbering(VirtualLoop.create_task)
    asyncio.set_event_loop_policy(Policy())
