# SPDX-License-Identifier: MIT
"""Responses: https://www.python-httpx.org/api/#response."""

import _content_encoding

from ._content import encode_response
from ._decoders import Chunker, LineDecoder, TextDecoder
from ._exceptions import HTTPStatusError, ResponseNotRead, StreamClosed, StreamConsumed, request_context
from ._headers import Headers
from ._streams import AsyncByteStream, ByteStream, SyncByteStream

_ERRORS = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
_HELP = "For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status"


class Response:
    """Read at once or, inside stream(), piece by piece: the iter methods for Client, the aiter methods for AsyncClient."""

    def __init__(self, status_code, *, headers=None, content=None, text=None, html=None, json=None, stream=None, request=None,
                 extensions=None, history=None, default_encoding="utf-8"):
        self.status_code = status_code
        self.headers = Headers(headers)
        self._request = request
        self.next_request = None
        self.extensions = {} if extensions is None else dict(extensions)
        self.history = [] if history is None else list(history)
        self.is_closed = False
        self.is_stream_consumed = False
        self.default_encoding = default_encoding
        self._num_bytes_downloaded = 0
        if stream is not None:
            self.stream = stream
            return
        headers, self.stream = encode_response(content, text, html, json)
        for key, value in headers.items():
            if key == "Transfer-Encoding" and "Content-Length" in self.headers:
                continue
            self.headers.setdefault(key, value)
        if isinstance(self.stream, ByteStream):
            self.read()

    # What it is.

    @property
    def elapsed(self):
        if not hasattr(self, "_elapsed"):
            if hasattr(self, "_seconds"):
                from datetime import timedelta
                return timedelta(seconds=self._seconds)
            raise RuntimeError("'.elapsed' may only be accessed after the response has been read or closed.")
        return self._elapsed

    @elapsed.setter
    def elapsed(self, elapsed):
        self._elapsed = elapsed

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The request instance has not been set on this response.")
        return self._request

    @request.setter
    def request(self, request):
        self._request = request

    @property
    def http_version(self):
        return self.extensions.get("http_version", b"HTTP/1.1").decode("ascii", "ignore")

    @property
    def reason_phrase(self):
        phrase = self.extensions.get("reason_phrase")
        if phrase is None:
            from ._codes import reason_phrase
            return reason_phrase(self.status_code)
        return phrase.decode("ascii", "ignore")

    url = property(lambda self: self.request.url)
    is_informational = property(lambda self: self.status_code // 100 == 1)
    is_success = property(lambda self: self.status_code // 100 == 2)
    is_redirect = property(lambda self: self.status_code // 100 == 3)
    is_client_error = property(lambda self: self.status_code // 100 == 4)
    is_server_error = property(lambda self: self.status_code // 100 == 5)
    is_error = property(lambda self: self.status_code // 100 in (4, 5))
    has_redirect_location = property(lambda self: self.status_code in (301, 302, 303, 307, 308) and "Location" in self.headers)
    num_bytes_downloaded = property(lambda self: self._num_bytes_downloaded)

    def raise_for_status(self):
        """Itself, if all is well."""
        if self._request is None:
            raise RuntimeError("Cannot call `raise_for_status` as the request instance has not been set on this response.")
        if self.is_success:
            return self
        kind = _ERRORS.get(self.status_code // 100, "Invalid status code")
        lines = [f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'"]
        if self.has_redirect_location:
            lines.append(f"Redirect location: '{self.headers['location']}'")
        lines.append(f"{_HELP}/{self.status_code}")
        raise HTTPStatusError("\n".join(lines), request=self._request, response=self)

    @property
    def cookies(self):
        if not hasattr(self, "_cookies"):
            from ._cookies import Cookies
            self._cookies = Cookies()
            self._cookies.extract_cookies(self)
        return self._cookies

    @property
    def links(self):
        """What a header "Link" says, by relation."""
        from _http_links import by_relation
        return by_relation(self.headers.get("link", ""))

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    # The body that has been read.

    @property
    def content(self):
        if not hasattr(self, "_content"):
            raise ResponseNotRead()
        return self._content

    @property
    def text(self):
        if not hasattr(self, "_text"):
            decoder = TextDecoder(self.encoding or "utf-8")
            self._text = decoder.decode(self.content) + decoder.flush()
        return self._text

    def json(self, **kwargs):
        from json import loads
        return loads(self.content, **kwargs)

    @property
    def charset_encoding(self):
        for parameter in self.headers.get("Content-Type", "").split(";")[1:]:
            key, _, value = parameter.strip().partition("=")
            if key.lower() == "charset":
                return value.strip("'\"").lower()
        return None

    @property
    def encoding(self):
        if not hasattr(self, "_encoding"):
            encoding = self.charset_encoding
            if encoding is None or not _is_known(encoding):
                if isinstance(self.default_encoding, str):
                    encoding = self.default_encoding
                elif hasattr(self, "_content"):
                    encoding = self.default_encoding(self._content)
            self._encoding = encoding or "utf-8"
        return self._encoding

    @encoding.setter
    def encoding(self, value):
        if hasattr(self, "_text"):
            raise ValueError("Setting encoding after `text` has been accessed is not allowed.")
        self._encoding = value

    def _decompressor(self):
        return _content_encoding.decompressor(self.headers.get("content-encoding"))

    # Reading, blocking.

    def read(self):
        if not hasattr(self, "_content"):
            self._content = b"".join([piece for piece in self.iter_bytes()])
        return self._content

    def iter_bytes(self, chunk_size=None):
        if hasattr(self, "_content"):
            yield from _slices(self._content, chunk_size)
            return
        chunker = Chunker(chunk_size, b"")
        decompressor = self._decompressor()
        with request_context(self._request):
            for piece in self.iter_raw():
                yield from chunker.decode(piece if decompressor is None else decompressor.decode(piece))
            if decompressor is not None:
                yield from chunker.decode(decompressor.flush())
            yield from chunker.flush()

    def iter_text(self, chunk_size=None):
        decoder = TextDecoder(self.encoding or "utf-8")
        chunker = Chunker(chunk_size, "")
        with request_context(self._request):
            for piece in self.iter_bytes():
                yield from chunker.decode(decoder.decode(piece))
            yield from chunker.decode(decoder.flush())
            yield from chunker.flush()

    def iter_lines(self):
        decoder = LineDecoder()
        with request_context(self._request):
            for text in self.iter_text():
                yield from decoder.decode(text)
            yield from decoder.flush()

    def _begin(self, kind, mistake):
        if self.is_stream_consumed:
            raise StreamConsumed()
        if self.is_closed:
            raise StreamClosed()
        if not isinstance(self.stream, kind):
            raise RuntimeError(mistake)
        self.is_stream_consumed = True
        self._num_bytes_downloaded = 0

    def iter_raw(self, chunk_size=None):
        self._begin(SyncByteStream, "Attempted to call a sync iterator on an async stream.")
        chunker = Chunker(chunk_size, b"")
        with request_context(self._request):
            for piece in self.stream:
                self._num_bytes_downloaded += len(piece)
                yield from chunker.decode(piece)
        yield from chunker.flush()
        self.close()

    def close(self):
        if not isinstance(self.stream, SyncByteStream):
            raise RuntimeError("Attempted to call an sync close on an async stream.")
        if not self.is_closed:
            self.is_closed = True
            with request_context(self._request):
                self.stream.close()

    # Reading, asynchronous.

    async def aread(self):
        if not hasattr(self, "_content"):
            self._content = b"".join([piece async for piece in self.aiter_bytes()])
        return self._content

    async def aiter_bytes(self, chunk_size=None):
        if hasattr(self, "_content"):
            for piece in _slices(self._content, chunk_size):
                yield piece
            return
        chunker = Chunker(chunk_size, b"")
        decompressor = self._decompressor()
        with request_context(self._request):
            async for piece in self.aiter_raw():
                for chunk in chunker.decode(piece if decompressor is None else decompressor.decode(piece)):
                    yield chunk
            if decompressor is not None:
                for chunk in chunker.decode(decompressor.flush()):
                    yield chunk
            for chunk in chunker.flush():
                yield chunk

    async def aiter_text(self, chunk_size=None):
        decoder = TextDecoder(self.encoding or "utf-8")
        chunker = Chunker(chunk_size, "")
        with request_context(self._request):
            async for piece in self.aiter_bytes():
                for chunk in chunker.decode(decoder.decode(piece)):
                    yield chunk
            for chunk in [*chunker.decode(decoder.flush()), *chunker.flush()]:
                yield chunk

    async def aiter_lines(self):
        decoder = LineDecoder()
        with request_context(self._request):
            async for text in self.aiter_text():
                for line in decoder.decode(text):
                    yield line
            for line in decoder.flush():
                yield line

    async def aiter_raw(self, chunk_size=None):
        self._begin(AsyncByteStream, "Attempted to call an async iterator on an sync stream.")
        chunker = Chunker(chunk_size, b"")
        with request_context(self._request):
            async for piece in self.stream:
                self._num_bytes_downloaded += len(piece)
                for chunk in chunker.decode(piece):
                    yield chunk
        for chunk in chunker.flush():
            yield chunk
        await self.aclose()

    async def aclose(self):
        if not isinstance(self.stream, AsyncByteStream):
            raise RuntimeError("Attempted to call an async close on an sync stream.")
        if not self.is_closed:
            self.is_closed = True
            with request_context(self._request):
                await self.stream.aclose()


def _slices(data, size):
    size = max(len(data) if size is None else size, 1)
    for start in range(0, len(data), size):
        yield data[start:start + size]


def _is_known(encoding):
    import codecs
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
