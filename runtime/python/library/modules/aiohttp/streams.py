# SPDX-License-Identifier: MIT
"""The body of a response as it arrives: https://docs.aiohttp.org/en/stable/streams.html."""

import asyncio
from collections import deque

__all__ = ("EMPTY_PAYLOAD", "EofStream", "StreamReader", "DataQueue")


class EofStream(Exception):
    pass


class _Pieces:
    """Asynchronous iteration by a reading function; `end` is what it returns when there is no more."""

    def __init__(self, read, end):
        self._read = read
        self._end = end

    def __aiter__(self):
        return self

    async def __anext__(self):
        piece = await self._read()
        if piece == self._end:
            raise StopAsyncIteration
        return piece


class StreamReader:
    """A buffer that the protocol fills and the program empties. Beyond twice the limit, the protocol reads no further."""

    total_bytes = 0
    _chunked = False  # whether the server sends it in pieces of its own

    def __init__(self, protocol, limit, *, timer=None, loop=None):
        self._protocol = protocol
        self._low_water = limit
        self._high_water = limit * 2
        self._loop = loop if loop is not None else asyncio.get_event_loop()
        self._timer = timer
        self._buffer = deque()  # pieces as they came
        self._offset = 0  # how much of the first one is read
        self._size = 0
        self._eof = False
        self._waiter = None
        self._eof_waiter = None
        self._exception = None
        self._on_eof = []

    def __repr__(self):
        parts = [type(self).__name__]
        if self._size:
            parts.append(f"{self._size} bytes")
        if self._eof:
            parts.append("eof")
        if self._low_water != 2**16:
            parts.append(f"low={self._low_water} high={self._high_water}")
        if self._waiter:
            parts.append(f"w={self._waiter!r}")
        if self._exception:
            parts.append(f"e={self._exception!r}")
        return f"<{' '.join(parts)}>"

    def get_read_buffer_limits(self):
        return self._low_water, self._high_water

    # For the protocol.

    def exception(self):
        return self._exception

    def set_exception(self, error, cause=None):
        self._exception = error
        if cause is not None:
            error.__cause__ = cause
        self._on_eof.clear()
        for waiter in (self._waiter, self._eof_waiter):
            if waiter is not None and not waiter.done():
                waiter.set_exception(error)
        self._waiter = self._eof_waiter = None

    def on_eof(self, callback):
        """Called at once when the end has been reached already."""
        if self._eof:
            callback()
        else:
            self._on_eof.append(callback)

    def feed_data(self, data, size=0):
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._size += len(data)
        self.total_bytes += len(data)
        self._buffer.append(data)
        self._wake()
        if self._size > self._high_water and not self._protocol._reading_paused:
            self._protocol.pause_reading()

    def feed_eof(self):
        self._eof = True
        self._wake()
        waiter, self._eof_waiter = self._eof_waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)
        if self._protocol._reading_paused:
            self._protocol.resume_reading()
        callbacks, self._on_eof = self._on_eof, []
        for callback in callbacks:
            callback()

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    # For the program.

    def is_eof(self):
        return self._eof

    def at_eof(self):
        return self._eof and not self._buffer

    async def wait_eof(self):
        if not self._eof:
            self._eof_waiter = self._loop.create_future()
            try:
                await self._eof_waiter
            finally:
                self._eof_waiter = None

    def unread_data(self, data):
        if data:
            if self._offset:
                self._buffer[0] = self._buffer[0][self._offset:]
                self._offset = 0
            self._size += len(data)
            self._buffer.appendleft(data)

    async def _wait(self, caller):
        if not self._protocol.connected:
            raise RuntimeError("Connection closed.")
        if self._waiter is not None:
            raise RuntimeError(f"{caller}() called while another coroutine is already waiting for incoming data")
        self._waiter = waiter = self._loop.create_future()
        try:
            if self._timer is None:
                await waiter
            else:
                with self._timer:
                    await waiter
        finally:
            self._waiter = None

    def _raise(self):
        if self._exception is not None:
            raise self._exception

    async def readline(self):
        return await self.readuntil()

    async def readuntil(self, separator=b"\n"):
        """Up to and with the separator, or to the end."""
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        self._raise()
        line = b""
        while True:
            while self._buffer:
                found = self._buffer[0].find(separator, self._offset)
                line += self._take(-1 if found < 0 else found - self._offset + len(separator))
                if found >= 0:
                    return line
                if len(line) > self._high_water:
                    raise ValueError("Chunk too big")
            if self._eof:
                return line
            await self._wait("readuntil")

    async def read(self, n=-1):
        """At most n bytes, as soon as there are some; without n all to the end."""
        self._raise()
        if n == 0:
            return b""
        if n < 0:
            pieces = []
            while piece := await self.readany():
                pieces.append(piece)
            return b"".join(pieces)
        while not self._buffer and not self._eof:
            await self._wait("read")
        return self._take_all(n)

    async def readany(self):
        """What there is."""
        self._raise()
        while not self._buffer and not self._eof:
            await self._wait("readany")
        return self._take_all(-1)

    async def readchunk(self):
        """A piece as the server sent it, and whether it is a whole one."""
        while True:
            self._raise()
            if self._buffer:
                return self._take(-1), self._chunked
            if self._eof:
                return b"", False
            await self._wait("readchunk")

    async def readexactly(self, n):
        self._raise()
        pieces = []
        missing = n
        while missing > 0:
            piece = await self.read(missing)
            if not piece:
                partial = b"".join(pieces)
                raise asyncio.IncompleteReadError(partial, n)
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)

    def read_nowait(self, n=-1):
        self._raise()
        if self._waiter and not self._waiter.done():
            raise RuntimeError("Called while some coroutine is waiting for incoming data.")
        return self._take_all(n)

    def _take_all(self, n):
        pieces = []
        while self._buffer and n != 0:
            piece = self._take(n)
            pieces.append(piece)
            if n > 0:
                n -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _take(self, n):
        """Of the first piece at most n bytes."""
        first = self._buffer[0]
        start = self._offset
        if n >= 0 and len(first) - start > n:
            data = first[start:start + n]
            self._offset += n
        else:
            self._buffer.popleft()
            data = first[start:] if start else first
            self._offset = 0
        self._size -= len(data)
        if self._protocol._reading_paused and self._size < self._low_water:
            self._protocol.resume_reading()
        return data

    def __aiter__(self):
        return _Pieces(self.readline, b"")

    def iter_chunked(self, n):
        return _Pieces(lambda: self.read(n), b"")

    def iter_any(self):
        return _Pieces(self.readany, b"")

    def iter_chunks(self):
        return _Pieces(self.readchunk, (b"", False))




class EmptyStreamReader(StreamReader):
    """Of responses that have no body."""

    def __init__(self):
        self._exception = None

    def __repr__(self):
        return "<EmptyStreamReader>"

    def on_eof(self, callback):
        callback()

    def is_eof(self):
        return True

    def at_eof(self):
        return True

    async def wait_eof(self):
        return

    def feed_data(self, data, size=0):
        pass

    def feed_eof(self):
        pass

    async def readline(self):
        return b""

    async def read(self, n=-1):
        return b""

    async def readany(self):
        return b""

    async def readchunk(self):
        return b"", False

    async def readexactly(self, n):
        raise asyncio.IncompleteReadError(b"", n)

    def read_nowait(self, n=-1):
        return b""

    def set_exception(self, error, cause=None):
        pass


EMPTY_PAYLOAD = EmptyStreamReader()


class DataQueue:
    """Items that one task puts and another takes."""

    def __init__(self, loop):
        self._loop = loop
        self._items = deque()
        self._eof = False
        self._waiter = None
        self._exception = None

    def __len__(self):
        return len(self._items)

    def is_eof(self):
        return self._eof

    def at_eof(self):
        return self._eof and not self._items

    def exception(self):
        return self._exception

    def set_exception(self, error, cause=None):
        self._exception = error
        self._wake(error)

    def feed_data(self, data, size=0):
        self._items.append(data)
        self._wake(None)

    def feed_eof(self):
        self._eof = True
        self._wake(None)

    def _wake(self, error):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(error) if error is not None else waiter.set_result(None)

    async def read(self):
        if not self._items and not self._eof and self._exception is None:
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        if self._items:
            return self._items.popleft()
        if self._exception is not None:
            raise self._exception
        raise EofStream

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.read()
        except EofStream:
            raise StopAsyncIteration from None
