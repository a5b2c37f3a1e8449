# SPDX-License-Identifier: MIT
"""Bodies in other pieces: of a fixed size, as text, as lines."""

import codecs


class Chunker:
    """Pieces of exactly `size`, but for the last one; without a size as they come. For bytes and for text."""

    def __init__(self, size, empty):
        self._size = size
        self._rest = empty
        self._empty = empty

    def decode(self, piece):
        if self._size is None:
            return [piece] if piece else []
        data = self._rest + piece
        whole = len(data) - len(data) % self._size
        self._rest = data[whole:]
        return [data[start:start + self._size] for start in range(0, whole, self._size)]

    def flush(self):
        rest, self._rest = self._rest, self._empty
        return [rest] if rest else []


class TextDecoder:
    def __init__(self, encoding="utf-8"):
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")

    def decode(self, data):
        return self._decoder.decode(data)

    def flush(self):
        return self._decoder.decode(b"", True)


class LineDecoder:
    """Lines as str.splitlines() finds them, wherever the pieces end."""

    def __init__(self):
        self._rest = ""
        self._carriage_return = False

    def decode(self, text):
        if self._carriage_return:
            text = f"\r{text}"
        self._carriage_return = text.endswith("\r")
        if self._carriage_return:
            text = text[:-1]  # perhaps the first half of a line end
        if not text:
            return []
        ended = text[-1] in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
        lines = text.splitlines()
        lines[0] = self._rest + lines[0]
        self._rest = "" if ended else lines.pop()
        return lines

    def flush(self):
        if not self._rest and not self._carriage_return:
            return []
        rest, self._rest, self._carriage_return = self._rest, "", False
        return [rest]
