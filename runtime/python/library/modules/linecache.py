# SPDX-License-Identifier: MIT
"""Lines of source files."""
import _traceback

cache = {}


def getline(filename, lineno, module_globals=None):
    line = _traceback.source_line(filename, lineno) if lineno > 0 else None
    return "" if line is None else line + "\n"


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    lines = []
    while (line := _traceback.source_line(filename, len(lines) + 1)) is not None:
        lines.append(line + "\n")
    while lines and lines[-1] == "\n":
        lines.pop()
    return lines


def checkcache(filename=None):
    pass


def clearcache():
    cache.clear()


def lazycache(filename, module_globals):
    return False


updatecache = getlines
