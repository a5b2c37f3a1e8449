# SPDX-License-Identifier: MIT
"""Compressed bodies (the header Content-Encoding).

A page's network hands bodies over decompressed, and may still say how they were compressed; so the data is asked, too."""


class _Decompressor:
    def __init__(self, kind):
        self._kind = kind
        self._machine = None

    def decode(self, data):
        if self._machine is None:
            if not data:
                return data
            compressed = data[:1] == b"\x1f" if self._kind == "gzip" else data[:1] not in b"{[<\"" or data[:1] == b"\x78"
            if not compressed:
                self._machine = _Plain()
            else:
                import zlib
                self._machine = zlib.decompressobj(wbits=31 if self._kind == "gzip" else 15 if data[:1] == b"\x78" else -15)
        return self._machine.decompress(data)

    def flush(self):
        return b"" if self._machine is None else self._machine.flush()


class _Plain:
    def decompress(self, data):
        return data

    def flush(self):
        return b""


def decompressor(content_encoding):
    """An object with decode() and flush(), or None if nothing has to be done."""
    kind = (content_encoding or "").strip().lower()
    if kind in ("gzip", "x-gzip"):
        return _Decompressor("gzip")
    return _Decompressor("deflate") if kind == "deflate" else None
