# SPDX-License-Identifier: MIT
"""Streams in memory."""
import sys
from _abc import ABCMeta

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072
BlockingIOError = BlockingIOError

__all__ = [
    "BlockingIOError", "IOBase", "RawIOBase", "StringIO", "BytesIO", "BufferedIOBase", "TextIOBase",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]  # fmt: skip


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(metaclass=ABCMeta):
    closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(f"{self.__class__.__name__}.{name}() not supported")

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        self._unsupported("truncate")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


class _Memory:
    """What StringIO and BytesIO share: `_data` and a place in it."""

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check()
        return self._value()

    def read(self, size=-1, /):
        self._check()
        data = self._value()
        begin = self._at
        end = len(data) if size is None or size < 0 else min(len(data), begin + size)
        self._at = max(begin, end)
        return data[begin:end]

    def readline(self, size=-1, /):
        self._check()
        data = self._value()
        end = data.find(self._newline, self._at) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        line = data[self._at : end]
        self._at = max(self._at, end)
        return line

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._set(self._value()[:size])
        return size


class StringIO(_Memory, TextIOBase):
    _newline = "\n"

    def __init__(self, initial_value="", newline="\n"):
        if not isinstance(initial_value, str) and initial_value is not None:
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._translate = newline is None
        self._ending = newline if newline not in (None, "", "\n") else None
        self._parts = []
        self._length = self._at = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _value(self):
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def _set(self, text):
        self._parts = [text]
        self._length = len(text)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        count = len(s)
        if self._translate:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif self._ending:
            s = s.replace("\n", self._ending)
        if self._at == self._length:
            self._parts.append(s)
            self._length += len(s)
        else:
            data = self._value().ljust(self._at, "\0")
            self._set(data[: self._at] + s + data[self._at + len(s) :])
        self._at += len(s)
        return count

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else self._length
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    _newline = b"\n"

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(initial_bytes or b"")
        self._at = 0

    def _value(self):
        return bytes(self._data)

    def _set(self, data):
        self._data = bytearray(data)

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        if self._at > len(self._data):
            self._data.extend(bytes(self._at - len(self._data)))
        self._data[self._at : self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    read1 = _Memory.read

    def readinto(self, b, /):
        data = self.read(len(b))
        b[: len(data)] = data
        return len(data)

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        base = 0 if whence == 0 else self._at if whence == 1 else len(self._data)
        self._at = max(0, base + pos)
        return self._at


for _stream in ("stdin", "stdout", "stderr"):
    _type = type(getattr(sys, _stream, None))
    if _type is not type(None):
        TextIOBase.register(_type)
TextIOWrapper = type(sys.__stdout__)
