# SPDX-License-Identifier: MIT
"""Exceptions of asyncio."""

from _asyncio import CancelledError

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError",
           "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError")

TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


class SendfileNotAvailableError(RuntimeError):
    """Sendfile syscall is not available."""


class IncompleteReadError(EOFError):
    """The stream ended before enough was read: `partial` was."""

    def __init__(self, partial, expected):
        self.partial, self.expected = partial, expected
        wanted = "undefined" if expected is None else repr(expected)
        EOFError.__init__(self, f"{len(partial)} bytes read on a total of {wanted} expected bytes")

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """Looking for a separator, the buffer limit was reached."""

    def __init__(self, message, consumed):
        self.consumed = consumed
        Exception.__init__(self, message)

    def __reduce__(self):
        message, = self.args
        return type(self), (message, self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was broken by barrier.abort()."""
