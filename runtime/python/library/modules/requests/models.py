# SPDX-License-Identifier: MIT
"""Responses: https://requests.readthedocs.io/en/latest/api/#requests.Response."""

from ._prepare import PreparedRequest, Request
from .cookies import RequestsCookieJar
from .exceptions import HTTPError, JSONDecodeError, StreamConsumedError
from .structures import CaseInsensitiveDict

REDIRECT_STATI = (301, 302, 303, 307, 308)
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


class Response:
    def __init__(self):
        self._content = False
        self._content_consumed = False
        self._next = None
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.raw = None
        self.url = None
        self.encoding = None
        self.history = []
        self.reason = None
        self.cookies = RequestsCookieJar()
        self.elapsed = None
        self.request = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in REDIRECT_STATI

    @property
    def is_permanent_redirect(self):
        return "location" in self.headers and self.status_code in (301, 308)

    @property
    def next(self):
        return self._next

    def raise_for_status(self):
        reason = self.reason
        if isinstance(reason, bytes):
            reason = reason.decode("utf-8", "replace")
        kind = "Client" if 400 <= self.status_code < 500 else "Server" if 500 <= self.status_code < 600 else None
        if kind is not None:
            raise HTTPError(f"{self.status_code} {kind} Error: {reason} for url: {self.url}", response=self)

    @property
    def apparent_encoding(self):
        """What the bytes look like."""
        content = self.content
        if content.isascii():
            return "ascii"
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            return "ISO-8859-1"
        return "utf-8"

    @property
    def content(self):
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError("The content for this response was already consumed")
            if self.status_code == 0 or self.raw is None:
                self._content = None
            else:
                # A comprehension, since join() would wait for the network below native code.
                self._content = b"".join([piece for piece in self.iter_content(CONTENT_CHUNK_SIZE)]) or b""
        self._content_consumed = True
        return self._content

    @property
    def text(self):
        if not self.content:
            return ""
        encoding = self.encoding or self.apparent_encoding
        try:
            return str(self.content, encoding, errors="replace")
        except (LookupError, TypeError):
            return str(self.content, errors="replace")

    def json(self, **kwargs):
        import json
        try:
            text = self.text
            if not self.encoding and self.content and len(self.content) > 3:
                try:
                    text = self.content.decode(json.detect_encoding(self.content))
                except UnicodeDecodeError:
                    pass
            return json.loads(text, **kwargs)
        except json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos)

    @property
    def links(self):
        from _http_links import by_relation
        return by_relation(self.headers.get("link", ""))

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The body in pieces of a size; with None, as they come."""
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")
        pieces = _slices(self._content, chunk_size) if self._content_consumed else self._stream(chunk_size)
        return self._decoded(pieces) if decode_unicode else pieces

    def _stream(self, chunk_size):
        yield from self.raw.stream(chunk_size)
        self._content_consumed = True

    def _decoded(self, pieces):
        if self.encoding is None:
            yield from pieces
            return
        import codecs
        decoder = codecs.getincrementaldecoder(self.encoding)(errors="replace")
        for piece in pieces:
            text = decoder.decode(piece)
            if text:
                yield text
        text = decoder.decode(b"", final=True)
        if text:
            yield text

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        pending = None
        for chunk in self.iter_content(chunk_size=chunk_size, decode_unicode=decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            pending = lines.pop() if lines and lines[-1] and chunk and lines[-1][-1] == chunk[-1] else None
            yield from lines
        if pending is not None:
            yield pending

    def close(self):
        if self.raw is not None:
            self.raw.close()


def _slices(data, size):
    size = len(data) if size is None or size <= 0 else size
    for start in range(0, len(data), max(size, 1)):
        yield data[start:start + size]
