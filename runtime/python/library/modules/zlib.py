# SPDX-License-Identifier: MIT
"""Compression (CPython: `zlib`, in C) over `_zlib`'s streams."""

from _zlib import VERSION as ZLIB_VERSION, adler32, crc32, deflater as _deflater, inflater as _inflater

ZLIB_RUNTIME_VERSION = ZLIB_VERSION
DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)

_OK, _STREAM_END, _NEED_DICT, _STREAM_ERROR, _DATA_ERROR, _BUF_ERROR = 0, 1, 2, -2, -3, -5
_TEXTS = {_BUF_ERROR: "incomplete or truncated stream", _STREAM_ERROR: "inconsistent stream state", _DATA_ERROR: "invalid input data"}


class error(Exception):
    pass


error.__module__ = "zlib"


def _failed(code, doing, stream=None):
    message = stream.message() if stream is not None else None
    if message is None:
        message = _TEXTS.get(code)
    return error(f"Error {code} while {doing}" + (f": {message}" if message else ""))


def compress(data, /, level=-1, wbits=MAX_WBITS):
    """All of `data` at once."""
    stream = _deflater(level, DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY)
    if isinstance(stream, int):
        raise error("Bad compression level") if stream == _STREAM_ERROR else _failed(stream, "compressing data")
    code, output, _ = stream.run(data, Z_FINISH, -1)
    if code != _STREAM_END:
        raise _failed(code, "compressing data", stream)
    return output


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    stream = _inflater(wbits)
    if isinstance(stream, int):
        raise _failed(stream, "preparing to decompress data")
    code, output, _ = stream.run(data, Z_SYNC_FLUSH, -1)
    if code == _NEED_DICT:
        raise _failed(code, "decompressing data", stream)
    if code != _STREAM_END:
        raise _failed(_BUF_ERROR if code == _OK else code, "decompressing data", stream)
    return output


class _Compress:
    """What compressobj() makes."""

    def __init__(self, stream):
        self._stream, self._over = stream, False

    def compress(self, data, /):
        code, output, _ = self._stream.run(data, Z_NO_FLUSH, -1)
        if code not in (_OK, _BUF_ERROR):
            raise _failed(code, "compressing data", self._stream)
        return output

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH:
            return b""
        code, output, _ = self._stream.run(b"", mode, -1)
        if mode == Z_FINISH and code == _STREAM_END and not self._over:
            self._over = True
            self._stream.close()
        elif code not in (_OK, _BUF_ERROR):
            raise _failed(code, "flushing", self._stream)
        return output

    def copy(self):
        twin = self._stream.copy()
        if isinstance(twin, int):
            raise ValueError("Inconsistent stream state")
        return type(self)(twin)

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    def __reduce__(self):
        raise TypeError(f"cannot pickle 'zlib.{type(self).__name__}' object")


_Compress.__name__ = _Compress.__qualname__ = "Compress"


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    stream = _deflater(level, method, wbits, memLevel, strategy)
    if isinstance(stream, int):
        raise ValueError("Invalid initialization option")
    if zdict is not None and stream.set_dictionary(zdict) != _OK:
        raise ValueError("Invalid dictionary")
    return _Compress(stream)


class _Decompress:
    """What decompressobj() makes."""

    def __init__(self, stream, zdict=None):
        self._stream, self._zdict = stream, zdict
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def _run(self, data, limit, flush=Z_SYNC_FLUSH):
        data = bytes(data)
        if self.eof:
            self.unused_data += data
            return b""
        code, output, left = self._stream.run(data, flush, limit)
        if code == _NEED_DICT and self._zdict is not None:
            if self._stream.set_dictionary(self._zdict) != _OK:
                raise _failed(_DATA_ERROR, "setting zlib dictionary", self._stream)
            code, more, left = self._stream.run(data[len(data) - left :], flush, limit)
            output += more
        rest = data[len(data) - left :] if left else b""
        if code == _STREAM_END:
            self.eof = True
            self.unused_data, self.unconsumed_tail = rest, b""
        elif code in (_OK, _BUF_ERROR):
            self.unconsumed_tail = rest
        else:
            raise _failed(code, "decompressing data", self._stream)
        return output

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        return self._run(data, max_length or -1)

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError("length must be greater than zero")
        return b"" if self.eof else self._run(self.unconsumed_tail, -1, Z_FINISH)

    def copy(self):
        twin = self._stream.copy()
        if isinstance(twin, int):
            raise ValueError("Inconsistent stream state")
        other = type(self)(twin, self._zdict)
        other.unused_data, other.unconsumed_tail, other.eof = self.unused_data, self.unconsumed_tail, self.eof
        return other

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    def __reduce__(self):
        raise TypeError(f"cannot pickle 'zlib.{type(self).__name__}' object")


_Decompress.__name__ = _Decompress.__qualname__ = "Decompress"


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    stream = _inflater(wbits)
    if isinstance(stream, int):
        raise ValueError("Invalid initialization option")
    if zdict and wbits < 0 and stream.set_dictionary(zdict) != _OK:
        raise ValueError("Invalid dictionary")
    return _Decompress(stream, bytes(zdict) if zdict else None)


class _ZlibDecompressor:
    """A decompressor that keeps what it was given and not yet asked for: what gzip reads with."""

    def __init__(self, wbits=MAX_WBITS, zdict=b""):
        self._object = decompressobj(wbits, zdict)
        self._pending = b""
        self.needs_input = True

    @property
    def eof(self):
        return self._object.eof

    @property
    def unused_data(self):
        return self._object.unused_data

    def decompress(self, data, max_length=-1):
        if self.eof:
            raise EOFError("End of stream already reached")
        if max_length == 0:
            self._pending += bytes(data)
            return b""
        output = self._object._run(self._pending + bytes(data), max_length)
        self._pending = self._object.unconsumed_tail
        full = max_length >= 0 and len(output) == max_length
        self.needs_input = not self.eof and not self._pending and not full
        return output
