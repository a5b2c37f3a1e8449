# SPDX-License-Identifier: MIT
"""How many connections there may be at once, and waiting for one: first come, first served."""

import time
from collections import deque

import httpcore

from ._exceptions import PoolTimeout


class AsyncPool:
    """Who waits gives up after so many seconds in which no connection has become free, to whomever it went.

    A connection that is kept belongs to the loop that made it: who asks from another loop, when that one is closed, meets it."""

    def __init__(self, limits):
        self._free = limits.max_connections  # None: no limit
        self._waiters = deque()  # (future, its deadline, seconds)
        self._expiry = limits.keepalive_expiry
        self._kept = {}  # origin: (loop, since when)

    def keep(self, origin, loop):
        self._kept[origin] = loop, time.monotonic()

    def reuse(self, origin):
        loop, since = self._kept.pop(origin, (None, 0))
        if loop is not None and loop.is_closed() and (self._expiry is None or time.monotonic() - since < self._expiry):
            raise RuntimeError("Event loop is closed")

    async def acquire(self, seconds):
        if self._free is None:
            return
        if self._free > 0 and not self._waiters:
            self._free -= 1
            return
        import asyncio
        waiter = asyncio.get_running_loop().create_future()
        deadline = asyncio.timeout(seconds)
        entry = waiter, deadline, seconds
        self._waiters.append(entry)
        try:
            async with deadline:
                await waiter
        except BaseException as error:
            if entry in self._waiters:
                self._waiters.remove(entry)
            elif waiter.done() and not waiter.cancelled():
                self.release()
            if isinstance(error, TimeoutError):
                raise PoolTimeout("") from httpcore.raised("PoolTimeout", "")
            raise

    def release(self):
        if self._free is None:
            return
        served = False
        while self._waiters and not served:
            waiter, _, _ = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                served = True
        if not served:
            self._free += 1
        for waiter, deadline, seconds in self._waiters:
            if seconds is not None and not waiter.done() and not deadline.expired():
                deadline.reschedule(waiter.get_loop().time() + seconds)


class BlockingPool:
    """For threads that share a client."""

    def __init__(self, limit):
        self._limit = limit
        self._slots = None

    def acquire(self, seconds):
        if self._limit is None:
            return
        if self._slots is None:
            import threading
            self._slots = threading.Semaphore(self._limit)
        if not self._slots.acquire(timeout=seconds):
            raise PoolTimeout("") from httpcore.raised("PoolTimeout", "")

    def release(self):
        if self._slots is not None:
            self._slots.release()
