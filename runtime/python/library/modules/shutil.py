# SPDX-License-Identifier: MIT
"""What of `shutil` needs no files; there is no file system in Loopscope yet."""

import os
from collections import namedtuple

_Size = namedtuple("terminal_size", "columns lines", module="os")


def get_terminal_size(fallback=(80, 24)):
    """COLUMNS and LINES of the environment, else the fallback: a console in a page has no fixed size."""
    size = []
    for name, otherwise in zip(("COLUMNS", "LINES"), fallback):
        try:
            given = int(os.environ[name])
        except (KeyError, ValueError):
            given = 0
        size.append(given if given > 0 else otherwise)
    return _Size(*size)


def __getattr__(name):
    raise AttributeError(f"module 'shutil' has no attribute {name!r} (there is no file system in Loopscope yet)")
