# SPDX-License-Identifier: MIT
"""Functions of os.path, in the loop's executor."""

from asyncio import get_running_loop
from functools import partial, wraps
from os import path


def _wrap(func):
    @wraps(func)
    async def run(*args, loop=None, executor=None, **kwargs):
        if loop is None:
            loop = get_running_loop()
        return await loop.run_in_executor(executor, partial(func, *args, **kwargs))

    return run


__all__ = ["abspath", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "islink", "ismount", "samefile",
           "sameopenfile"]
for _name in __all__:
    if hasattr(path, _name):
        globals()[_name] = _wrap(getattr(path, _name))
