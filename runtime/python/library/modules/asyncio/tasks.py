"""Tasks and what combines them: gather, wait, wait_for, as_completed, shield."""

import _asyncio
from _asyncio import Task, create_task, current_task, isfuture, sleep
from . import coroutines, events, futures, timeouts
from .exceptions import CancelledError

__all__ = ("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "all_tasks", "as_completed", "create_task",
           "current_task", "create_eager_task_factory", "eager_task_factory", "ensure_future", "gather",
           "run_coroutine_threadsafe", "shield", "sleep", "wait", "wait_for")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in loop._tasks() if not task.done()}


async def _await(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future stays itself; a coroutine or other awaitable becomes a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    wrapped = False
    if not coroutines.iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _await(coro_or_future)
        wrapped = True
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if not wrapped:
            coro_or_future.close()
        raise


# -- gather


def _cancel_children(outer, message):
    if outer.done():
        return False
    requested = False
    for child in outer._children:
        if child.cancel(msg=message):
            requested = True
    if requested:
        outer._cancel_requested = True
    return requested


class _GatheringFuture(futures.Future):
    """Cancelling it cancels the children; it is cancelled itself only when they have all ended."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False
        self._loopscope_cancel = _cancel_children
        self._loopscope_role = "gather"


def gather(*coros_or_futures, return_exceptions=False):
    """Runs awaitables concurrently; their results come as a list in the order of the arguments."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    finished = 0
    outer = None
    children = []
    known = {}
    loop = None

    def child_done(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()  # counts as seen
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished < expected:
            return
        results = []
        for child in children:
            if child.cancelled():
                results.append(CancelledError("" if child._cancel_message is None else child._cancel_message))
            else:
                error = child.exception()
                results.append(child.result() if error is None else error)
        if outer._cancel_requested:
            outer.set_exception(child._make_cancelled_error())
        else:
            outer.set_result(results)

    for argument in coros_or_futures:
        child = known.get(argument)
        if child is None:
            child = ensure_future(argument, loop=loop)
            if loop is None:
                loop = child.get_loop()
            if child is not argument:
                # Made here: nobody else would hear that it is pending.
                child._log_destroy_pending = False
            known[argument] = child
        children.append(child)
    expected = len(known)
    outer = _GatheringFuture(children, loop=loop)
    done_already = []
    for child in known.values():
        if child.done():
            done_already.append(child)
        else:
            child.add_done_callback(child_done)
    for child in done_already:
        child_done(child)
    return outer


# -- wait


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures or tasks; returns the sets of those done and those pending. Cancels nothing."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _wake(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._loopscope_role = "wait"
    timer = loop.call_later(timeout, _wake, waiter) if timeout is not None else None
    left = len(fs)

    def one_done(f):
        nonlocal left
        left -= 1
        if (left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if timer is not None:
                timer.cancel()
            _wake(waiter)

    for f in fs:
        f.add_done_callback(one_done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(one_done)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


async def wait_for(fut, timeout):
    """Waits for one awaitable, at most `timeout` seconds; then it is cancelled and TimeoutError raised."""
    if fut is not None and not isfuture(fut) and not coroutines.iscoroutine(fut) and not hasattr(type(fut), "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    loop = events.get_running_loop()
    waiter = loop.create_future()

    def done(fut):
        _wake(waiter)

    fut.add_done_callback(done)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(done)


# -- as_completed


class _AsCompleted:
    """What as_completed gives: an iterator over awaitables, or over the finished futures with `async for`."""

    def __init__(self, aws, timeout):
        from .queues import Queue
        self._done = Queue()
        self._timer = None
        loop = events.get_event_loop()
        self._todo = dict.fromkeys(ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws))
        for f in self._todo:
            f.add_done_callback(self._one_done)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._timed_out)
        self._left = len(self._todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next_future()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one()

    def _timed_out(self):
        for f in self._todo:
            f.remove_done_callback(self._one_done)
            self._done.put_nowait(None)
        self._todo.clear()

    def _one_done(self, f):
        if f not in self._todo:
            return
        del self._todo[f]
        self._done.put_nowait(f)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _next_future(self):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f

    async def _wait_for_one(self):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result()


def as_completed(fs, *, timeout=None):
    """Awaitables in the order in which they complete."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompleted(fs, timeout)


# -- shield


def shield(arg):
    """Waits for `arg`, but cancelling the waiter does not cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()
    outer._loopscope_role = "shield"

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
            return
        error = inner.exception()
        if error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)
            if outer.cancelled():
                inner.add_done_callback(report_lost)

    def report_lost(inner):
        if not inner.cancelled() and (error := inner.exception()) is not None:
            loop.call_exception_handler({
                "message": f"{type(error).__name__} exception in shielded future",
                "exception": error,
                "future": inner,
            })

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


# -- other threads, eager tasks


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in a loop of another thread; returns a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future
    future = Future()

    def start():
        try:
            futures._chain(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return future


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks start at once instead of at the next iteration."""
    if not callable(custom_task_constructor):
        raise TypeError(f"Provided constructor is not callable: {custom_task_constructor!r}")

    def factory(loop, coro, *, name=None, context=None, eager_start=True):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=eager_start)

    return factory


eager_task_factory = create_eager_task_factory(Task)


