# SPDX-License-Identifier: MIT
"""What the operating system would say where `_http` says what failed; all clients raise their own errors from it."""

import errno

# NetworkError.kind: (error number, its text). Kinds that only a page knows have the text of the error itself.
_KNOWN = {
    "refused": (errno.ECONNREFUSED, "Connection refused"),
    "reset": (errno.ECONNRESET, "Connection reset by peer"),
}


def as_os_error(failure):
    """The error a socket would have raised: ConnectionRefusedError, ConnectionResetError, or an OSError that explains."""
    number, text = _KNOWN.get(failure.kind, (errno.ENETUNREACH, failure.message))
    return raised(OSError(number, text))


def raised(error):
    """With a traceback, as the cause of another error has one."""
    try:
        raise error
    except OSError:
        error.__context__ = None
        return error


def before_any_answer(failure):
    """Whether there never was a connection."""
    return failure.kind != "reset"
