# SPDX-License-Identifier: MIT
"""What of an operating system a program in a page can see."""
import sys
from _abc import ABC, _check_methods, abstractmethod

name = "posix"
sep, altsep, curdir, pardir, extsep, pathsep, linesep, devnull = "/", None, ".", "..", ".", ":", "\n", "/dev/null"
error = OSError
environ = {"HOME": "/home/user", "PATH": "/usr/bin", "LANG": "C.UTF-8", "USER": "user"}
_cwd = "/home/user"


class PathLike(ABC):
    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, C):
        return _check_methods(C, "__fspath__") if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return method(path)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def getcwd():
    return _cwd


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "user"


def cpu_count():
    return 4


process_cpu_count = cpu_count


def urandom(size, /):
    import random

    return random.SystemRandom().randbytes(size)


def strerror(code, /):
    import errno

    return f"Error {errno.errorcode.get(code, code)}"


def get_terminal_size(fd=1, /):
    from collections import namedtuple

    return namedtuple("terminal_size", "columns lines")(80, 24)


def _exit(status):
    raise SystemExit(status)


def isatty(fd, /):
    return False


def uname():
    from collections import namedtuple

    return namedtuple("uname_result", "sysname nodename release version machine")("Loopscope", "page", "1", "1", "wasm32")


def times():
    import time
    from collections import namedtuple

    now = time.process_time()
    return namedtuple("times_result", "user system children_user children_system elapsed")(now, 0.0, 0.0, 0.0, now)


def __getattr__(attr):
    if attr in ("listdir", "mkdir", "makedirs", "remove", "unlink", "rename", "rmdir", "stat", "scandir", "walk", "open", "chdir"):

        def unsupported(*args, **kwargs):
            raise OSError(f"os.{attr}() is not supported: programs in Loopscope have no files")

        return unsupported
    if attr in ("system", "popen", "fork", "execv", "execvp", "spawnl", "kill"):

        def unsupported(*args, **kwargs):
            raise OSError(f"os.{attr}() is not supported: Loopscope runs one program and cannot start processes")

        return unsupported
    raise AttributeError(f"module 'os' has no attribute {attr!r}")


import posixpath as path

sys.modules["os.path"] = path
