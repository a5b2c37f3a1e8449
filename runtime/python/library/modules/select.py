# SPDX-License-Identifier: MIT
"""Waiting for several sockets at once (CPython: `select`). The event loop does not use it: it watches them itself."""

import time as _time
from _readiness import FAILED as _FAILED, HUNG_UP as _HUNG_UP, READABLE as _READABLE, WRITABLE as _WRITABLE
from _thread import allocate_lock as _allocate_lock

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLRDHUP, EPOLLONESHOT, EPOLLET, EPOLL_CLOEXEC = 0x2000, 1 << 30, 1 << 31, 0x80000


def _number(file):
    number = file if isinstance(file, int) else file.fileno()
    if not isinstance(number, int):
        raise TypeError("argument must be an int, or have a fileno() method.")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def _end(number):
    from _socket import _by_descriptor
    end = _by_descriptor.get(number)
    if end is None:
        raise OSError(9, "Bad file descriptor")
    return end


def _wait(wanted, seconds):
    """{descriptor: bits} -> [(descriptor, bits)] of those that are ready, after at most so many seconds (None: as long as
    it takes)."""
    deadline = None if seconds is None else _time.monotonic() + seconds
    while True:
        ready = [(number, events) for number, bits in wanted.items()
                 if (events := _end(number).state() & (bits | _FAILED | _HUNG_UP))]
        left = None if deadline is None else deadline - _time.monotonic()
        if ready or left is not None and left <= 0:
            return ready
        lock = _allocate_lock()
        lock.acquire()
        for number in wanted:
            _end(number).waiters.append(_Once(lock))
        lock.acquire(True, -1 if left is None else left)


class _Once:
    """Several may release the lock that one thread waits for."""

    def __init__(self, lock):
        self._lock = lock

    def release(self):
        if self._lock.locked():
            self._lock.release()


def select(rlist, wlist, xlist, timeout=None, /):
    readers, writers = list(rlist), list(wlist)
    wanted = {}
    for files, bit in ((readers, _READABLE), (writers, _WRITABLE)):
        for file in files:
            wanted[_number(file)] = wanted.get(_number(file), 0) | bit
    ready = dict(_wait(wanted, timeout))
    return ([file for file in readers if ready.get(_number(file), 0) & ~_WRITABLE],
            [file for file in writers if ready.get(_number(file), 0) & ~_READABLE], [])


class poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        if _number(fd) not in self._wanted:
            raise OSError(2, "No such file or directory")
        self._wanted[_number(fd)] = eventmask

    def unregister(self, fd, /):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None, /):
        return _wait(self._wanted, None if timeout is None or timeout < 0 else timeout / 1000)


class epoll:
    def __init__(self, sizehint=-1, flags=0):
        self._wanted = {}
        self.closed = False

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        number = _number(fd)
        if number in self._wanted:
            raise FileExistsError(17, "File exists")
        _end(number)
        self._wanted[number] = eventmask

    def modify(self, fd, eventmask):
        if _number(fd) not in self._wanted:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted[_number(fd)] = eventmask

    def unregister(self, fd):
        if self._wanted.pop(_number(fd), None) is None:
            raise FileNotFoundError(2, "No such file or directory")

    def poll(self, timeout=None, maxevents=-1):
        ready = _wait(self._wanted, None if timeout is None or timeout < 0 else timeout)
        return ready[:maxevents] if maxevents > 0 else ready

    def fileno(self):
        return 3

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()
