# SPDX-License-Identifier: MIT
"""Tracebacks on crashes (CPython: `faulthandler`). There is no process that could crash; tracebacks on request are written."""

import sys

_enabled = False


def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    return _enabled


def dump_traceback(file=None, all_threads=True):
    file = sys.stderr if file is None else file
    print("Current thread (most recent call first):", file=file)
    frame = sys._getframe(1)
    while frame is not None:
        print(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_qualname}', file=file)
        frame = frame.f_back


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    pass


def cancel_dump_traceback_later():
    pass


def register(signum, file=None, all_threads=True, chain=False):
    pass


def unregister(signum):
    return False
