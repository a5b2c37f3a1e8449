# SPDX-License-Identifier: MIT
"""Tasks and what combines them: wait, wait_for, as_completed, shield. gather is native."""

import functools

from _asyncio import (Loop as _Loop, Task, create_task, current_task, gather, isfuture, sleep, _enter_task, _leave_task,
                      _swap_current_task)
from . import coroutines, events, futures, timeouts
from .exceptions import CancelledError

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
           "all_tasks", "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task",
           "_enter_task", "_leave_task")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def _live_tasks(loop):
    """The tasks of a loop that are not done, in order of creation."""
    live = [task for task in loop._tasks() if not task.done()] if isinstance(loop, _Loop) else []
    if _foreign_tasks:
        live += [task for task in _foreign_tasks if futures._get_loop(task) is loop and not task.done()]
    return live


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    return set(_live_tasks(events.get_running_loop() if loop is None else loop))


_foreign_tasks = None  # a WeakSet: tasks that are not instances of Task, as other libraries have


def _register_task(task):
    global _foreign_tasks
    if isinstance(task, Task):
        return
    if _foreign_tasks is None:
        from weakref import WeakSet
        _foreign_tasks = WeakSet()
    _foreign_tasks.add(task)


def _unregister_task(task):
    if _foreign_tasks:
        _foreign_tasks.discard(task)


def _is_awaitable(obj):
    if coroutines.iscoroutine(obj) or hasattr(type(obj), "__await__"):
        return True
    code = getattr(obj, "gi_code", None)
    return code is not None and bool(code.co_flags & 0x100)  # a generator that types.coroutine has marked


def ensure_future(coro_or_future, *, loop=None):
    """A future stays itself; a coroutine or other awaitable becomes a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    should_close = True
    if not coroutines.iscoroutine(coro_or_future):
        if not _is_awaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")

        async def _wrap_awaitable(awaitable):
            return await awaitable

        coro_or_future = _wrap_awaitable(coro_or_future)
        should_close = False
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if should_close:
            coro_or_future.close()
        raise


# -- wait


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures or tasks; returns the sets of those done and those pending. Cancels nothing."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = dict.fromkeys(fs)  # in the order given
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._loopscope_role = "wait"
    timer = loop.call_later(timeout, _release_waiter, waiter) if timeout is not None else None
    left = len(fs)

    def _on_completion(f):
        nonlocal left
        left -= 1
        if (left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if timer is not None:
                timer.cancel()
            _release_waiter(waiter)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


async def wait_for(fut, timeout):
    """Waits for one awaitable, at most `timeout` seconds; then it is cancelled and TimeoutError raised."""
    if timeout is None or timeout > 0:
        async with timeouts.timeout(timeout):
            return await fut
    # No time at all: only what is done already counts, and what is done while it is cancelled.
    fut = ensure_future(fut)
    if not fut.done():
        await _cancel_and_wait(fut)
        if fut.cancelled():
            try:
                fut.result()
            except CancelledError as error:
                raise TimeoutError from error
    return fut.result()


async def _cancel_and_wait(fut):
    over = events.get_running_loop().create_future()
    notice = functools.partial(_release_waiter, over)
    fut.add_done_callback(notice)
    fut.cancel()
    try:
        await over
    finally:
        fut.remove_done_callback(notice)


# -- as_completed


class _AsCompletedIterator:
    """What as_completed gives: an iterator over awaitables, or over the finished futures with `async for`.

    Finished futures come through a queue, None in it standing for one that was not in time. Each step of an iteration
    claims one of them, whichever that will be."""

    def __init__(self, aws, timeout):
        from .queues import Queue
        self._arrivals = Queue()
        loop = events.get_event_loop()
        # In order of creation, where CPython has a set.
        self._running = dict.fromkeys(ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws))
        self._unclaimed = len(self._running)
        for future in self._running:
            future.add_done_callback(self._handle_completion)
        limited = timeout is not None and self._running
        self._alarm = loop.call_later(timeout, self._handle_timeout) if limited else None

    def _handle_completion(self, future):
        if future not in self._running:
            return  # given up already
        del self._running[future]
        self._arrivals.put_nowait(future)
        if self._alarm is not None and not self._running:
            self._alarm.cancel()

    def _handle_timeout(self):
        late, self._running = self._running, {}
        for future in late:
            future.remove_done_callback(self._handle_completion)
            self._arrivals.put_nowait(None)

    def _claim(self, end):
        if self._unclaimed == 0:
            raise end
        self._unclaimed -= 1

    async def _wait_for_one(self, resolve=False):
        future = await self._arrivals.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future

    def __iter__(self):
        return self

    def __next__(self):
        self._claim(StopIteration)
        return self._wait_for_one(resolve=True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        self._claim(StopAsyncIteration)
        return await self._wait_for_one()


def as_completed(fs, *, timeout=None):
    """Awaitables in the order in which they complete."""
    if _is_awaitable(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


# -- shield


def shield(arg):
    """Waits for `arg`, but cancelling the waiter does not cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()
    outer._loopscope_role = "shield"

    def _inner_done_callback(inner):
        if not outer.cancelled():
            futures._hand_over(inner, outer)
        elif not inner.cancelled():
            inner.exception()  # counts as retrieved

    def _outer_done_callback(_):
        # Whoever cancels the outer future hears no more of the inner one.
        inner.done() or inner.remove_done_callback(_inner_done_callback)

    for future, callback in ((inner, _inner_done_callback), (outer, _outer_done_callback)):
        future.add_done_callback(callback)
    return outer


# -- other threads, eager tasks


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in a loop of another thread; returns a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future
    promise = Future()

    def callback():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as error:
            # The thread that waits learns of it as well as the loop.
            fatal = isinstance(error, (SystemExit, KeyboardInterrupt))
            if not fatal and promise.set_running_or_notify_cancel():
                promise.set_exception(error)
            raise
        futures._chain_future(task, promise)

    loop.call_soon_threadsafe(callback)
    return promise


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks start at once instead of at the next iteration."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
