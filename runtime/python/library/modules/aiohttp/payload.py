# SPDX-License-Identifier: MIT
"""Bodies of requests: what kinds of data there are, and the headers each brings."""

import io

from multidict import CIMultiDict

__all__ = ("AsyncIterablePayload", "BufferedReaderPayload", "BytesIOPayload", "BytesPayload", "IOBasePayload", "JsonPayload",
           "Payload", "StringIOPayload", "StringPayload", "TextIOPayload", "get_payload")


class Payload:
    """A body of bytes, and its headers."""

    _default_content_type = "application/octet-stream"

    def __init__(self, value, headers=None, content_type=None, filename=None, encoding=None, **kwargs):
        self._value = value
        self._encoding = encoding
        self._filename = filename
        self._headers = CIMultiDict()
        if content_type is None:
            content_type = self._default_content_type
            if filename is not None:
                import _multipart_body
                content_type = _multipart_body.content_type_of(filename, content_type)
        self._headers["Content-Type"] = content_type
        if headers:
            self._headers.update(headers)

    headers = property(lambda self: self._headers)
    filename = property(lambda self: self._filename)
    encoding = property(lambda self: self._encoding)
    content_type = property(lambda self: self._headers["Content-Type"])

    @property
    def size(self):
        """None when only reading it all would tell: then the body is sent in chunks."""
        return len(self._value)

    async def as_bytes(self):
        return bytes(self._value)


class BytesPayload(Payload):
    def __init__(self, value, *args, **kwargs):
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError(f"value argument must be byte-ish, not {type(value)!r}")
        super().__init__(value, *args, **kwargs)


class StringPayload(BytesPayload):
    def __init__(self, value, *args, encoding=None, content_type=None, **kwargs):
        if content_type is None:
            content_type = f"text/plain; charset={encoding or 'utf-8'}"
        elif encoding is None:
            from .helpers import parse_content_type
            encoding = parse_content_type(content_type)[1].get("charset")
        encoding = encoding or "utf-8"
        super().__init__(value.encode(encoding), *args, encoding=encoding, content_type=content_type, **kwargs)


class StringIOPayload(StringPayload):
    def __init__(self, value, *args, **kwargs):
        super().__init__(value.read(), *args, **kwargs)


class JsonPayload(BytesPayload):
    def __init__(self, value, encoding="utf-8", content_type="application/json", dumps=None, *args, **kwargs):
        if dumps is None:
            from json import dumps
        super().__init__(dumps(value).encode(encoding), *args, content_type=content_type, encoding=encoding, **kwargs)


class IOBasePayload(Payload):
    """A file, read in a thread."""

    def __init__(self, value, disposition="attachment", *args, filename=None, **kwargs):
        super().__init__(value, *args, filename=filename or guess_filename(value), **kwargs)

    size = None

    async def as_bytes(self):
        import asyncio
        loop = asyncio.get_running_loop()
        pieces = []
        try:
            while piece := await loop.run_in_executor(None, self._value.read, 2**16):
                pieces.append(piece.encode(self._encoding or "utf-8") if isinstance(piece, str) else piece)
        finally:
            await loop.run_in_executor(None, self._value.close)
        return b"".join(pieces)


class BytesIOPayload(IOBasePayload):
    @property
    def size(self):
        position = self._value.tell()
        end = self._value.seek(0, io.SEEK_END)
        self._value.seek(position)
        return end - position


class BufferedReaderPayload(BytesIOPayload):
    pass


class TextIOPayload(IOBasePayload):
    def __init__(self, value, *args, encoding=None, content_type=None, **kwargs):
        super().__init__(value, *args, encoding=encoding or "utf-8",
                         content_type=content_type or f"text/plain; charset={encoding or 'utf-8'}", **kwargs)

    @property
    def size(self):
        import os
        try:
            return os.fstat(self._value.fileno()).st_size - self._value.tell()
        except OSError:
            return None


class AsyncIterablePayload(Payload):
    size = None

    async def as_bytes(self):
        return b"".join([piece async for piece in self._value])


def guess_filename(value, default=None):
    name = getattr(value, "name", None)
    if name and isinstance(name, str) and name[0] != "<" and name[-1] != ">":
        return name.rpartition("/")[2]
    return default


_KINDS = ((Payload, None), ((bytes, bytearray, memoryview), BytesPayload), (str, StringPayload), (io.StringIO, StringIOPayload),
          (io.BytesIO, BytesIOPayload), ((io.BufferedReader, io.BufferedRandom), BufferedReaderPayload),
          (io.TextIOBase, TextIOPayload), (io.IOBase, IOBasePayload))


def get_payload(data, *args, **kwargs):
    """The payload for a value; LookupError if it is none of the kinds."""
    for kind, factory in _KINDS:
        if isinstance(data, kind):
            return data if factory is None else factory(data, *args, **kwargs)
    if hasattr(data, "__aiter__"):
        return AsyncIterablePayload(data, *args, **kwargs)
    raise LookupError()
