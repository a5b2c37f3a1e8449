# SPDX-License-Identifier: MIT
"""Credentials, and the timeouts that span several awaits."""

import asyncio
from collections import namedtuple

__all__ = ("BasicAuth",)

sentinel = object()


class BasicAuth(namedtuple("BasicAuth", ["login", "password", "encoding"])):
    """Login and password, for the header Authorization."""

    def __new__(cls, login, password="", encoding="latin1"):
        if login is None:
            raise ValueError("None is not allowed as login value")
        if password is None:
            raise ValueError("None is not allowed as password value")
        if ":" in login:
            raise ValueError('A ":" is not allowed in login (RFC 1945#section-11.1)')
        return super().__new__(cls, login, password, encoding)

    @classmethod
    def decode(cls, auth_header, encoding="latin1"):
        import base64
        import binascii
        kind, space, encoded = auth_header.partition(" ")
        if not space:
            raise ValueError("Could not parse authorization header.")
        if kind.lower() != "basic":
            raise ValueError(f"Unknown authorization method {kind}")
        try:
            text = base64.b64decode(encoded.encode("ascii"), validate=True).decode(encoding)
        except binascii.Error:
            raise ValueError("Invalid base64 encoding.") from None
        login, colon, password = text.partition(":")
        if not colon:
            raise ValueError("Invalid credentials.")
        return cls(login, password, encoding=encoding)

    @classmethod
    def from_url(cls, url, *, encoding="latin1"):
        if url.raw_user is None and url.raw_password is None:
            return None
        return cls(url.user or "", url.password or "", encoding=encoding)

    def encode(self):
        import base64
        return "Basic " + base64.b64encode(f"{self.login}:{self.password}".encode(self.encoding)).decode(self.encoding)


class TotalTimeout:
    """A request's deadline. Where the request waits, it waits inside this context; TimeoutError comes out of it.

    It may be entered again and again, and by several tasks: reading the body is inside it too. aiohttp rounds deadlines of five
    seconds and more up to the next whole second of the loop's clock; here they are exact."""

    def __init__(self, loop, seconds):
        self._loop = loop
        self._tasks = []
        self._expired = False
        self._handle = loop.call_later(seconds, self._expire) if seconds is not None and seconds > 0 else None
        self._limited = self._handle is not None

    def _expire(self):
        self._handle = None
        if not self._expired:
            self._expired = True
            for task, _ in list(self._tasks):
                task.cancel()

    def cancel(self):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def assert_timeout(self):
        if self._expired:
            raise asyncio.TimeoutError from None

    def __enter__(self):
        if self._limited:
            task = asyncio.current_task(loop=self._loop)
            if task is None:
                raise RuntimeError("Timeout context manager should be used inside a task")
            if self._expired:
                raise asyncio.TimeoutError from None
            self._tasks.append((task, task.cancelling()))
        return self

    def __exit__(self, kind, error, traceback):
        if not self._limited:
            return
        task, cancelling = self._tasks.pop()
        if self._expired and kind is asyncio.CancelledError:
            if task.uncancel() > cancelling:
                return  # someone else wants it cancelled as well
            raise asyncio.TimeoutError from error


def made_at(loop):
    """Where the caller's object is made, for what says later that nobody closed it; only in debug mode."""
    if not loop.get_debug():
        return None
    import sys
    import traceback
    return traceback.extract_stack(sys._getframe(2))


def warn_of_resource(message, source):
    """A ResourceWarning, also while a program ends, when a page brings no more modules: who has not imported `warnings`
    has not asked for one, and by default none is shown."""
    import sys
    warnings = sys.modules.get("warnings")
    if warnings is not None:
        warnings.warn(message, ResourceWarning, stacklevel=2, source=source)


def complain(loop, text, source, context):
    """A warning, and what the loop's exception handler prints."""
    warn_of_resource(f"{text} {source!r}", source)
    if source._source_traceback is not None:
        context["source_traceback"] = source._source_traceback
    loop.call_exception_handler({**context, "message": text})


def parse_content_type(text):
    """("text/html", {"charset": "utf-8"})."""
    kind, *rest = text.split(";")
    parameters = {}
    for piece in rest:
        name, _, value = piece.strip().partition("=")
        if name:
            parameters[name.strip().lower()] = value.strip().strip('"')
    return kind.strip().lower(), parameters


class frozen_record:
    """A small class with named fields that cannot be changed, as attrs makes them: fields are `_fields`, defaults `_defaults`."""

    _fields = ()
    _defaults = {}
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        names = self._fields
        if len(args) > len(names):
            raise TypeError(f"{type(self).__name__}.__init__() takes from 1 to {len(names) + 1} positional arguments but "
                            f"{len(args) + 1} were given")
        values = {**self._defaults, **dict(zip(names, args))}
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument {name!r}")
            values[name] = value
        for name in names:
            if name not in values:
                raise TypeError(f"{type(self).__name__}.__init__() missing 1 required positional argument: {name!r}")
            object.__setattr__(self, name, values[name])

    def __setattr__(self, name, value):
        raise AttributeError(f"can't set attribute {name!r}")

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"

    def _values(self):
        return tuple(getattr(self, name) for name in self._fields)

    def __eq__(self, other):
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash(self._values())
