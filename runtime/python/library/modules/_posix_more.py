# SPDX-License-Identifier: MIT
"""Calls of `posix` that concern other processes, of which there are none."""

import os
import sys


def kill(pid, signal, /):
    """A signal to the program itself is delivered; signal 0 only asks whether there is such a process."""
    if not isinstance(signal, int):
        raise TypeError(f"'{type(signal).__name__}' object cannot be interpreted as an integer")
    if not 0 <= signal <= 64:
        raise OSError(22, "Invalid argument")
    if pid not in (os.getpid(), 0, -os.getpgrp()):
        raise ProcessLookupError(3, "No such process")
    if signal:
        from signal import raise_signal

        raise_signal(signal)


def killpg(pgid, signal, /):
    kill(-pgid if pgid else 0, signal)


def system(command):
    """As a shell without any program to start; clearing the screen changes nothing."""
    words = os.fsdecode(command).split()
    if not words or words[0] in ("clear", "cls", "true", ":"):
        return 0
    if words[0] == "false":
        return 256
    print(f"sh: 1: {words[0]}: not found", file=sys.stderr)
    return 127 << 8
