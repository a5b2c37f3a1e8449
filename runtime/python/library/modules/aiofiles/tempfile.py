# SPDX-License-Identifier: MIT
"""Temporary files and folders, made, used and removed in the loop's executor."""

import tempfile
from asyncio import get_running_loop
from functools import partial

from .base import AsyncBase, Opening
from .threadpool import wrap

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory"]


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
                       delete_on_close=True, loop=None, executor=None):
    return Opening(_file(partial(tempfile.NamedTemporaryFile, mode=mode, buffering=buffering, encoding=encoding, newline=newline,
                                 suffix=suffix, prefix=prefix, dir=dir, delete=delete, delete_on_close=delete_on_close), loop, executor))


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None, executor=None):
    return Opening(_file(partial(tempfile.TemporaryFile, mode=mode, buffering=buffering, encoding=encoding, newline=newline,
                                 suffix=suffix, prefix=prefix, dir=dir), loop, executor))


def SpooledTemporaryFile(max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                         loop=None, executor=None):
    return Opening(_other(partial(tempfile.SpooledTemporaryFile, max_size=max_size, mode=mode, buffering=buffering, encoding=encoding,
                                  newline=newline, suffix=suffix, prefix=prefix, dir=dir), AsyncSpooledTemporaryFile, loop, executor))


def TemporaryDirectory(suffix=None, prefix=None, dir=None, loop=None, executor=None):
    return _Directory(_other(partial(tempfile.TemporaryDirectory, suffix, prefix, dir), AsyncTemporaryDirectory, loop, executor))


async def _file(make, loop, executor):
    loop = get_running_loop() if loop is None else loop
    file = await loop.run_in_executor(executor, make)
    if hasattr(file, "_closer"):  # a named one wraps the file, to delete it
        result = wrap(file.file, loop=loop, executor=executor)
        result._file = file
        return result
    return wrap(file, loop=loop, executor=executor)


async def _other(make, kind, loop, executor):
    loop = get_running_loop() if loop is None else loop
    return kind(await loop.run_in_executor(executor, make), loop, executor)


class AsyncSpooledTemporaryFile(AsyncBase):
    in_executor = ("fileno rollover close flush isatty read readline readlines seek tell truncate write writelines")
    attributes = "closed encoding mode name newlines"


class AsyncTemporaryDirectory(AsyncBase):
    in_executor = "cleanup"
    attributes = "name"

    async def close(self):
        await self.cleanup()


class _Directory(Opening):
    """The subject of `async with` is the folder's path."""

    __slots__ = ()

    async def __aenter__(self):
        return (await self).name

    async def __aexit__(self, kind, error, traceback):
        await (await self).close()
