# SPDX-License-Identifier: MIT
"""Bodies as pieces, for blocking and for asynchronous reading."""

from ._exceptions import StreamConsumed


class SyncByteStream:
    def __iter__(self):
        raise NotImplementedError("The '__iter__' method must be implemented.")
        yield b""

    def close(self):
        pass


class AsyncByteStream:
    async def __aiter__(self):
        raise NotImplementedError("The '__aiter__' method must be implemented.")
        yield b""

    async def aclose(self):
        pass


class ByteStream(AsyncByteStream, SyncByteStream):
    """A body that is there."""

    def __init__(self, stream):
        self._stream = stream

    def __iter__(self):
        yield self._stream

    async def __aiter__(self):
        yield self._stream


class IteratorByteStream(SyncByteStream):
    """Pieces of an iterable or a file; those of a generator come once."""

    def __init__(self, stream):
        self._stream = stream
        self._consumed = False

    def __iter__(self):
        if self._consumed and hasattr(self._stream, "gi_frame"):
            raise StreamConsumed()
        self._consumed = True
        if hasattr(self._stream, "read"):
            while piece := self._stream.read(65536):
                yield piece
        else:
            yield from self._stream


class AsyncIteratorByteStream(AsyncByteStream):
    def __init__(self, stream):
        self._stream = stream
        self._consumed = False

    async def __aiter__(self):
        if self._consumed and hasattr(self._stream, "ag_frame"):
            raise StreamConsumed()
        self._consumed = True
        if hasattr(self._stream, "aread"):
            while piece := await self._stream.aread(65536):
                yield piece
        else:
            async for piece in self._stream:
                yield piece
