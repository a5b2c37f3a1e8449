# SPDX-License-Identifier: MIT
"""SimpleQueue and Empty, which CPython has in C: so they are from here, as tracebacks show."""

from collections import deque as _deque
from threading import Semaphore as _Semaphore
from types import GenericAlias as _GenericAlias

__all__ = ["Empty", "SimpleQueue"]


class Empty(Exception):
    pass


class SimpleQueue:
    """Without a limit, and without tasks to wait for: put() never blocks."""

    def __init__(self):
        self._items = _deque()
        self._count = _Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._items.popleft()

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    __class_getitem__ = classmethod(_GenericAlias)
