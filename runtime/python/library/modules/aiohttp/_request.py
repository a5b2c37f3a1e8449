# SPDX-License-Identifier: MIT
"""A request: its URL, headers and body, made of what the program gave."""

from collections import namedtuple

from multidict import CIMultiDict, CIMultiDictProxy, MultiDict, MultiDictProxy

from .client_exceptions import InvalidURL
from .helpers import BasicAuth
from .http import SERVER_SOFTWARE, HttpVersion11
from .payload import get_payload

GET_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
POST_METHODS = frozenset({"PATCH", "POST", "PUT"})
_TOKEN = frozenset("-!#$%&'*+.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

ConnectionKey = namedtuple("ConnectionKey", ["host", "port", "is_ssl", "ssl", "proxy", "proxy_auth", "proxy_headers_hash"])


class RequestInfo(namedtuple("RequestInfo", ["url", "method", "headers", "real_url"])):
    """What was asked, for those who look at the answer."""

    __slots__ = ()

    def __new__(cls, url, method, headers, real_url=None):
        return super().__new__(cls, url, method, headers, url if real_url is None else real_url)


class ClientRequest:
    GET_METHODS = GET_METHODS
    POST_METHODS = POST_METHODS
    ALL_METHODS = GET_METHODS | POST_METHODS | {"DELETE"}
    DEFAULT_HEADERS = {"Accept": "*/*", "Accept-Encoding": "gzip, deflate"}

    def __init__(self, method, url, *, params=None, headers=None, skip_auto_headers=None, data=None, cookies=None, auth=None,
                 version=HttpVersion11, compress=None, chunked=None, ssl=True, traces=()):
        for character in method:
            if character not in _TOKEN:
                raise ValueError(f"Method cannot contain non-token characters {method!r} (found at least {character!r})")
        if params:
            url = url.extend_query(params)
        if not url.raw_host:
            raise InvalidURL(url)
        self.original_url = url
        self.url = url.with_fragment(None) if url.raw_fragment else url
        self.method = method.upper()
        self.version = version
        self.chunked = chunked
        self.ssl = ssl
        self.body = b""
        self._traces = traces
        self._make_headers(headers, frozenset(map(str.lower, skip_auto_headers or ())))
        if cookies:
            self._add_cookies(cookies)
        if data is not None and compress:
            self._compress(compress)
        if auth is not None:
            if not isinstance(auth, BasicAuth):
                raise TypeError("BasicAuth() tuple is required instead")
            self.headers["Authorization"] = auth.encode()
        if data is not None:
            self._add_body(data)
        if data is not None or self.method not in GET_METHODS:
            self._say_length()

    def _make_headers(self, headers, skipped):
        self.headers = result = CIMultiDict()
        result["Host"] = self.url.host_port_subcomponent
        if headers:
            if isinstance(headers, (dict, MultiDict, MultiDictProxy)):
                headers = headers.items()
            for key, value in headers:
                if key.lower() == "host":
                    result[key] = value
                else:
                    result.add(key, value)
        self._skipped = skipped
        for key, value in (*self.DEFAULT_HEADERS.items(), ("User-Agent", SERVER_SOFTWARE)):
            if key not in result and key.lower() not in skipped:
                result[key] = value

    def _add_cookies(self, cookies):
        from http.cookies import Morsel, SimpleCookie
        jar = SimpleCookie()
        if "Cookie" in self.headers:
            jar.load(self.headers.pop("Cookie"))
        for name, value in cookies.items() if hasattr(cookies, "items") else cookies:
            if isinstance(value, Morsel):
                plain = Morsel()
                plain.set(value.key, value.value, value.coded_value)
                value = plain
            jar[name] = value
        self.headers["Cookie"] = jar.output(header="", sep=";").strip()

    def _compress(self, how):
        if self.headers.get("Content-Encoding"):
            raise ValueError("compress can not be set if Content-Encoding header is set")
        self.headers["Content-Encoding"] = how if isinstance(how, str) else "deflate"
        self.chunked = True

    def _add_body(self, data):
        from .formdata import FormData
        if isinstance(data, FormData):
            body = data()
        else:
            try:
                body = get_payload(data)
            except LookupError:
                body = FormData(data)()
        self.body = body
        headers = self.headers
        if not self.chunked and "Content-Length" not in headers:
            if body.size is None:
                self.chunked = True
            else:
                headers["Content-Length"] = str(body.size)
        for key, value in body.headers.items():
            if key not in headers and key.lower() not in self._skipped:
                headers[key] = value

    def _say_length(self):
        headers = self.headers
        if "chunked" in headers.get("Transfer-Encoding", "").lower():
            if self.chunked:
                raise ValueError('chunked can not be set if "Transfer-Encoding: chunked" header is set')
        elif self.chunked:
            if "Content-Length" in headers:
                raise ValueError("chunked can not be set if Content-Length header is set")
            headers["Transfer-Encoding"] = "chunked"
        elif "Content-Length" not in headers:
            headers["Content-Length"] = "0"
        if self.method in POST_METHODS and "content-type" not in self._skipped and "Content-Type" not in headers:
            headers["Content-Type"] = "application/octet-stream"

    host = property(lambda self: self.url.raw_host)
    port = property(lambda self: self.url.port)

    def is_ssl(self):
        return self.url.scheme in ("https", "wss")

    @property
    def connection_key(self):
        return ConnectionKey(self.url.raw_host or "", self.url.port, self.is_ssl(), self.ssl, None, None, None)

    @property
    def request_info(self):
        return RequestInfo(self.url, self.method, CIMultiDictProxy(self.headers), self.original_url)

    async def send(self, connection, line=0):
        """The request goes out whole: when the body is a file or comes from a generator, it is read first."""
        body = self.body
        if body != b"":
            body = await body.as_bytes()
            encoding = self.headers.get("Content-Encoding")
            if encoding in ("deflate", "gzip"):
                import zlib
                packer = zlib.compressobj(wbits=31 if encoding == "gzip" else 15)
                body = packer.compress(body) + packer.flush()
        if connection._connector.force_close and "Connection" not in self.headers:
            self.headers["Connection"] = "close"
        for key, value in self.headers.items():
            if not isinstance(value, str):
                raise TypeError(f"Cannot serialize non-str key {value!r}")
        connection.protocol.send(self, body, line)
        for trace in self._traces:
            await trace.send("request_headers_sent", self.method, self.url, self.headers)
            if body:
                await trace.send("request_chunk_sent", self.method, self.url, body)
