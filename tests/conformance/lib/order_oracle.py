# SPDX-License-Identifier: MIT
"""CPython as a server: one program after the other, each in a process of its own that is forked off with asyncio loaded.

Reads lines `PROGRAM OUTPUT`, writes for each the exit code (`timeout` if it did not end). Both of the program's streams
go to the file OUTPUT, in the order of their writes.
"""

import contextlib
import contextvars
import functools
import gc
import os
import random
import signal
import sys
import traceback
import types
import warnings

import virtual_clock

SECONDS = 10


def serve():
    """Returns only in a child: the code to run."""
    for line in sys.stdin:
        path, output = line.split()
        child = os.fork()
        if child == 0:
            return prepare(path, output)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        print("timeout" if code == -signal.SIGALRM else 130 if code == -signal.SIGINT else code, flush=True)
    os._exit(0)


def prepare(path, output):
    gc.unfreeze()
    signal.alarm(SECONDS)
    os.chdir(os.path.dirname(path))
    name = os.path.basename(path)
    target = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(target, 1)
    os.dup2(target, 2)
    sys.stdout.reconfigure(line_buffering=True)
    sys.argv = [name]
    with open(name, encoding="utf-8") as file:
        return compile(file.read(), name, "exec")


if sys.argv[1:] == ["virtual"]:
    virtual_clock.install()
gc.collect()
gc.freeze()
_code = serve()
# The program finds the names that it would find in a process of its own.
for _name in [name for name in globals() if not name.startswith("_")]:
    del globals()[_name]
__file__ = _code.co_filename
__doc__ = None
exec(_code)
