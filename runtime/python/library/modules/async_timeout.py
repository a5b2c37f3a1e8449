# SPDX-License-Identifier: MIT
"""What asyncio.timeout() was before it came into asyncio, as older programs with aiohttp import it
(https://github.com/aio-libs/async-timeout#readme)."""

import asyncio

__all__ = ("timeout", "timeout_at", "Timeout")
__version__ = "5.0.1"


class _Expired:
    """True or false, as an attribute and as a call: the package had the one, asyncio has the other."""

    def __init__(self, value):
        self._value = value

    def __bool__(self):
        return self._value

    __call__ = __bool__

    def __repr__(self):
        return repr(self._value)


class Timeout(asyncio.Timeout):
    @property
    def expired(self):
        return _Expired(super().expired())

    @property
    def deadline(self):
        return self.when()

    def reject(self):
        """No deadline any more."""
        self.reschedule(None)

    def shift(self, delay):
        if self.when() is None:
            raise RuntimeError("cannot shift timeout if deadline is not scheduled")
        self.reschedule(self.when() + delay)

    def update(self, deadline):
        self.reschedule(deadline)


def timeout(delay):
    loop = asyncio.get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(deadline):
    asyncio.get_running_loop()
    return Timeout(deadline)
