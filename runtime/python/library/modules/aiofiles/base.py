# SPDX-License-Identifier: MIT
"""Files whose methods run in the loop's executor."""

from asyncio import get_running_loop
from functools import partial


class Opening:
    """What open() gives: to be awaited, or the subject of `async with`."""

    __slots__ = ("_coro", "_obj")

    def __init__(self, coro):
        self._coro = coro
        self._obj = None

    def __await__(self):
        if self._obj is None:
            self._obj = yield from self._coro.__await__()
        return self._obj

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    async def __aenter__(self):
        return await self

    async def __aexit__(self, kind, error, traceback):
        obj, self._obj = self._obj, None
        await get_running_loop().run_in_executor(None, obj._file.__exit__, kind, error, traceback)


class AsyncBase:
    """Each of the names in `in_executor` is a coroutine method of the file's; those in `at_once` are the file's own."""

    in_executor = ""
    at_once = ""
    attributes = ""

    def __init__(self, file, loop=None, executor=None):
        self._file = file
        self._ref_loop = loop
        self._executor = executor

    def __init_subclass__(cls):
        for name in cls.__dict__.get("in_executor", "").split():
            setattr(cls, name, _in_executor(name))
        for name in cls.__dict__.get("at_once", "").split():
            setattr(cls, name, _at_once(name))
        for name in cls.__dict__.get("attributes", "").split():
            setattr(cls, name, _attribute(name))

    @property
    def _loop(self):
        return self._ref_loop or get_running_loop()

    def __repr__(self):
        return f"{super().__repr__()} wrapping {self._file!r}"

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


def _in_executor(name):
    async def method(self, *args, **kwargs):
        return await self._loop.run_in_executor(self._executor, partial(getattr(self._file, name), *args, **kwargs))

    method.__name__ = name
    return method


def _at_once(name):
    def method(self, *args, **kwargs):
        return getattr(self._file, name)(*args, **kwargs)

    method.__name__ = name
    return method


def _attribute(name):
    return property(lambda self: getattr(self._file, name))
