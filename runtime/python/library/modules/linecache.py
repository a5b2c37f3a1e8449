# SPDX-License-Identifier: MIT
"""Lines of source files (CPython: `linecache`): of the program and its modules as they are compiled, of others from the files."""
import _traceback

__all__ = ["checkcache", "clearcache", "getline", "lazycache"]

cache = {}  # filename: (size, mtime or None, lines, path), or (a function that gives the source,)


def getline(filename, lineno, module_globals=None):
    if filename not in cache:
        line = _traceback.source_line(filename, lineno) if lineno > 0 else None
        if line is not None:
            return line + "\n"
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets files that have changed since they were read."""
    import os

    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            now = os.stat(entry[3])
        except (OSError, ValueError):
            now = None
        if now is None or (now.st_size, now.st_mtime) != entry[:2]:
            cache.pop(name, None)


def _compiled(filename):
    """The lines of a source that the runtime has compiled."""
    lines = []
    while (line := _traceback.source_line(filename, len(lines) + 1)) is not None:
        lines.append(line + "\n")
    while lines and lines[-1] == "\n":
        lines.pop()
    return lines


def _lines(text):
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines


def updatecache(filename, module_globals=None):
    import os
    import sys

    lazy = cache.pop(filename, None)
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        return _compiled(filename) if filename else []
    if not hasattr(os, "stat"):
        return _compiled(filename)  # a finalizer reports, and what it interrupts is the import of os itself
    path = filename
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        found = None
    if found is None:
        if lines := _compiled(filename):
            return lines
        if (lazy is not None and len(lazy) == 1) or lazycache(filename, module_globals):
            give = lazy[0] if lazy is not None and len(lazy) == 1 else cache.pop(filename)[0]
            try:
                text = give()
            except (ImportError, OSError):
                text = None
            if text is not None:
                cache[filename] = (len(text), None, _lines(text), path)
                return cache[filename][2]
        if os.path.isabs(filename):
            return []
        for folder in sys.path:
            try:
                path = os.path.join(folder, filename)
                found = os.stat(path)
                break
            except (TypeError, AttributeError, OSError, ValueError):
                continue
        else:
            return []
    import tokenize

    try:
        with tokenize.open(path) as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if not lines:
        lines = ["\n"]
    elif not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (found.st_size, found.st_mtime, lines, path)
    return lines


def lazycache(filename, module_globals):
    """Remembers how a module's loader gives its source, for when somebody asks."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith("<") and filename.endswith(">")) or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
