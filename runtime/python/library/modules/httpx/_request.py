# SPDX-License-Identifier: MIT
"""Requests: https://www.python-httpx.org/api/#request."""

from ._content import encode_request
from ._exceptions import RequestNotRead
from ._headers import Headers
from ._streams import ByteStream
from ._urls import URL


class Request:
    """What is sent; its body is a stream until it is read."""

    def __init__(self, method, url, *, params=None, headers=None, cookies=None, content=None, data=None, files=None, json=None,
                 stream=None, extensions=None):
        self.method = method.upper()
        self.url = URL(url) if params is None else URL(url, params=params)
        self.headers = Headers(headers)
        self.extensions = {} if extensions is None else dict(extensions)
        if cookies:
            from ._cookies import Cookies
            Cookies(cookies).set_cookie_header(self)
        if stream is not None:
            self.stream = stream
            return
        headers, self.stream = encode_request(content, data, files, json, self.headers.get("content-type"))
        self._add_headers(headers)
        if isinstance(self.stream, ByteStream):
            self.read()

    def _add_headers(self, of_body):
        for key, value in of_body.items():
            if key == "Transfer-Encoding" and "Content-Length" in self.headers:
                continue
            self.headers.setdefault(key, value)
        first = []
        if "Host" not in self.headers and self.url.host:
            first.append(("Host", self.url.netloc.decode()))
        if "Content-Length" not in self.headers and "Transfer-Encoding" not in self.headers and \
                self.method in ("POST", "PUT", "PATCH"):
            first.append(("Content-Length", "0"))
        self.headers = Headers([*first, *((key, value) for key, _, value in self.headers._list)])

    @property
    def content(self):
        if not hasattr(self, "_content"):
            raise RequestNotRead()
        return self._content

    def read(self):
        if not hasattr(self, "_content"):
            self._content = b"".join([piece for piece in self.stream])
            if not isinstance(self.stream, ByteStream):
                self.stream = ByteStream(self._content)
        return self._content

    async def aread(self):
        if not hasattr(self, "_content"):
            self._content = b"".join([piece async for piece in self.stream])
            if not isinstance(self.stream, ByteStream):
                self.stream = ByteStream(self._content)
        return self._content

    def __repr__(self):
        return f"<{type(self).__name__}({self.method!r}, {str(self.url)!r})>"
