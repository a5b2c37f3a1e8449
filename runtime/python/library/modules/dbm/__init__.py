# SPDX-License-Identifier: MIT
"""Small databases of bytes by key (CPython: `dbm`): here always of the kind `dbm.dumb`."""

__all__ = ["error", "open", "whichdb"]

from dbm import dumb as _dumb
from dbm.dumb import error as _dumb_error


class error(Exception):
    pass


error = (error, _dumb_error, OSError)


def open(file, flag="r", mode=0o666):
    kind = whichdb(file)
    if kind is None and "c" not in flag and "n" not in flag:
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == "" and "n" not in flag:
        raise error[0]("db type could not be determined")
    return _dumb.open(file, flag, mode)


def whichdb(filename):
    """The module that can open the file; None if there is none, "" if it is something else."""
    import os

    name = os.fsdecode(filename)
    return "dbm.dumb" if os.path.exists(name + ".dat") and os.path.exists(name + ".dir") else "" if os.path.exists(name) else None
