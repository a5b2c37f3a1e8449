# SPDX-License-Identifier: MIT
"""Paths as text."""
import os

sep, altsep, curdir, pardir, extsep, pathsep, defpath, devnull = "/", None, ".", "..", ".", ":", "/bin:/usr/bin", "/dev/null"
supports_unicode_filenames = True


def _text(path):
    return os.fspath(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith("/")


def join(a, /, *p):
    path = _text(a)
    for part in map(_text, p):
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    slash, dot = p.rfind("/"), p.rfind(".")
    name = slash + 1
    if dot > slash and p[name:dot].strip("."):
        return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    return "", _text(p)


def splitroot(p):
    p = _text(p)
    n = len(p) - len(p.lstrip("/"))
    root = p[:n] if n in (0, 2) else "/"
    return "", root, p[n if n == 2 else min(n, 1) :]


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    n = len(path) - len(path.lstrip("/"))
    root = "//" if n == 2 else "/" if n else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not root and not parts or parts and parts[-1] == "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return root + "/".join(parts) or "."


def abspath(path):
    return normpath(join(os.getcwd(), path))


realpath = abspath


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    begin = [p for p in abspath(start or ".").split("/") if p]
    end = [p for p in abspath(path).split("/") if p]
    same = len(commonprefix([begin, end]))
    return "/".join([".."] * (len(begin) - same) + end[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = list(map(_text, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({isabs(p) for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split("/") if c and c != "."] for p in paths]
    return ("/" if isabs(paths[0]) else "") + "/".join(commonprefix(parts))


def expanduser(path):
    path = _text(path)
    return os.environ.get("HOME", "/home/user") + path[1:] if path == "~" or path.startswith("~/") else path


def expandvars(path):
    path = _text(path)
    for name, value in os.environ.items():
        path = path.replace("${" + name + "}", value).replace("$" + name, value)
    return path


def exists(path):
    return _text(path) in ("/", os.getcwd())


lexists = isdir = exists


def isfile(path):
    return False


islink = ismount = isfile
