# SPDX-License-Identifier: MIT
"""Threads that run blocking functions for coroutines, and the limiter that says how many at a time.

An idle thread is used again before a new one is started. Threads are shared by all event loops of the program."""

import asyncio
import threading
from collections import deque
from contextvars import copy_context

_idle = []


class _Worker(threading.Thread):
    def __init__(self):
        super().__init__(name="AnyIO worker thread", daemon=True)
        self.job = None
        self.loop = None  # whose coroutine waits for the job at hand
        self.wake = threading.Lock()
        self.wake.acquire()
        self.start()

    def run(self):
        while True:
            self.wake.acquire()
            loop, future, context, function, args = self.job
            self.job = None
            self.loop = loop
            value = error = None
            try:
                value = context.run(function, *args)
            except BaseException as caught:
                error = caught
            function = args = context = None
            _idle.append(self)
            if not loop.is_closed():
                loop.call_soon_threadsafe(_settle, future, value, error)
            self.loop = loop = future = value = error = None

    def give(self, *job):
        self.job = job
        self.wake.release()


def loop_of_this_thread():
    loop = getattr(threading.current_thread(), "loop", None)
    if loop is None:
        raise RuntimeError("This function can only be run from an AnyIO worker thread")
    return loop


def _settle(future, value, error):
    if future.done():
        return
    if error is None:
        future.set_result(value)
    elif isinstance(error, StopIteration):
        wrapped = RuntimeError("coroutine raised StopIteration")
        wrapped.__cause__ = error
        future.set_exception(wrapped)
    else:
        future.set_exception(error)


class CapacityLimiter:
    """A number of tokens; who finds none waits in line."""

    def __init__(self, total_tokens):
        self._total = total_tokens
        self._borrowers = set()
        self._waiting = deque()

    @property
    def total_tokens(self):
        return self._total

    @total_tokens.setter
    def total_tokens(self, value):
        if not isinstance(value, int) and value != float("inf"):
            raise TypeError("total_tokens must be an int or math.inf")
        if value < 1:
            raise ValueError("total_tokens must be >= 1")
        self._total = value
        self._wake()

    @property
    def borrowed_tokens(self):
        return len(self._borrowers)

    @property
    def available_tokens(self):
        return self._total - len(self._borrowers)

    def statistics(self):
        from ._statistics import CapacityLimiterStatistics

        return CapacityLimiterStatistics(self.borrowed_tokens, self._total, tuple(self._borrowers), len(self._waiting))

    def _wake(self):
        while self._waiting and len(self._borrowers) < self._total:
            borrower, future = self._waiting.popleft()
            if not future.done():
                self._borrowers.add(borrower)
                future.set_result(None)

    async def acquire_on_behalf_of(self, borrower):
        if borrower in self._borrowers:
            raise RuntimeError("this borrower is already holding one of this CapacityLimiter's tokens")
        if len(self._borrowers) < self._total and not self._waiting:
            self._borrowers.add(borrower)
            return
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((borrower, future))
        try:
            await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():
                self.release_on_behalf_of(borrower)
            raise

    def release_on_behalf_of(self, borrower):
        try:
            self._borrowers.remove(borrower)
        except KeyError:
            raise RuntimeError("this borrower isn't holding any of this CapacityLimiter's tokens") from None
        self._wake()

    async def acquire(self):
        await self.acquire_on_behalf_of(asyncio.current_task())

    def release(self):
        self.release_on_behalf_of(asyncio.current_task())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()


_limiters = {}  # of running loops


def default_limiter():
    loop = asyncio.get_running_loop()
    limiter = _limiters.get(loop)
    if limiter is None:
        for old in [each for each in _limiters if each.is_closed()]:
            del _limiters[old]
        limiter = _limiters[loop] = CapacityLimiter(40)
    return limiter


async def run_in_worker(function, args, abandon_on_cancel=False, limiter=None):
    limiter = limiter or default_limiter()
    borrower = object()
    await limiter.acquire_on_behalf_of(borrower)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    try:
        worker = _idle.pop() if _idle else _Worker()
        worker.give(loop, future, copy_context(), function, args)
        if abandon_on_cancel:
            return await future
        return await _uninterrupted(future)
    finally:
        limiter.release_on_behalf_of(borrower)


async def _uninterrupted(future):
    """The thread cannot be stopped: a cancellation waits until it is done."""
    cancelled = None
    while not future.done():
        try:
            await asyncio.shield(future)
        except asyncio.CancelledError as error:
            if future.cancelled():
                raise
            cancelled = error
        except BaseException:
            break
    if cancelled is not None:
        future.exception()
        raise cancelled
    return future.result()
