# SPDX-License-Identifier: MIT
"""open(), and the standard streams."""

import builtins
import io
import sys
from asyncio import get_running_loop
from functools import partial

from ..base import Opening
from .binary import AsyncBufferedIOBase, AsyncBufferedReader, AsyncFileIO
from .text import AsyncTextIOWrapper

__all__ = ("open", "stdin", "stdout", "stderr", "stdin_bytes", "stdout_bytes", "stderr_bytes")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None,
         executor=None):
    opening = partial(builtins.open, file, mode=mode, buffering=buffering, encoding=encoding, errors=errors, newline=newline,
                      closefd=closefd, opener=opener)
    return Opening(_open(opening, loop, executor))


async def _open(opening, loop, executor):
    if loop is None:
        loop = get_running_loop()
    return wrap(await loop.run_in_executor(executor, opening), loop=loop, executor=executor)


def wrap(file, *, loop=None, executor=None):
    """The asynchronous file for a file."""
    for kind, wrapper in ((io.TextIOBase, AsyncTextIOWrapper), (io.BufferedReader, AsyncBufferedReader),
                          (io.BufferedRandom, AsyncBufferedReader), (io.BufferedIOBase, AsyncBufferedIOBase),
                          (io.FileIO, AsyncFileIO)):
        if isinstance(file, kind):
            return wrapper(file, loop=loop, executor=executor)
    raise TypeError(f"Unsupported io type: {file}.")


class _Indirect:
    """A standard stream, looked up each time, as programs may replace it."""

    def __init__(self, name, look_up):
        self._name = name
        self._look_up = look_up
        self._ref_loop = self._executor = None

    @property
    def _file(self):
        return self._look_up()


class _IndirectText(_Indirect, AsyncTextIOWrapper):
    pass


class _IndirectBytes(_Indirect, AsyncBufferedIOBase):
    pass


stdin = _IndirectText("sys.stdin", lambda: sys.stdin)
stdout = _IndirectText("sys.stdout", lambda: sys.stdout)
stderr = _IndirectText("sys.stderr", lambda: sys.stderr)
stdin_bytes = _IndirectBytes("sys.stdin.buffer", lambda: sys.stdin.buffer)
stdout_bytes = _IndirectBytes("sys.stdout.buffer", lambda: sys.stdout.buffer)
stderr_bytes = _IndirectBytes("sys.stderr.buffer", lambda: sys.stderr.buffer)
