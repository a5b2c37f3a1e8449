# SPDX-License-Identifier: MIT
"""Functions of os, in the loop's executor."""

import os
from asyncio import get_running_loop
from functools import partial, wraps

from . import ospath as path


def wrap(func):
    @wraps(func)
    async def run(*args, loop=None, executor=None, **kwargs):
        if loop is None:
            loop = get_running_loop()
        return await loop.run_in_executor(executor, partial(func, *args, **kwargs))

    return run


__all__ = ["path", "wrap"]
for _name in ("stat", "rename", "renames", "replace", "remove", "unlink", "mkdir", "makedirs", "rmdir", "removedirs", "symlink",
              "readlink", "listdir", "scandir", "access", "getcwd", "link", "sendfile", "statvfs"):
    if hasattr(os, _name):
        globals()[_name] = wrap(getattr(os, _name))
        __all__.append(_name)
