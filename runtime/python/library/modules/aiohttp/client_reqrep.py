# SPDX-License-Identifier: MIT
"""A response: https://docs.aiohttp.org/en/stable/client_reference.html#response-object."""

from multidict import CIMultiDict, CIMultiDictProxy, MultiDict, MultiDictProxy
from yarl import URL

from ._request import ClientRequest, ConnectionKey, RequestInfo
from .client_exceptions import ClientConnectionError, ClientResponseError, ContentTypeError
from .helpers import complain, made_at, parse_content_type
from .http import HttpVersion11

__all__ = ("ClientRequest", "ClientResponse", "RequestInfo", "Fingerprint")


class ClientResponse:
    """Its connection goes back to the pool when the body has been received to its end, and is closed otherwise."""

    version = HttpVersion11
    status = None
    reason = None
    content = None
    _source_traceback = None

    def __init__(self, request, *, timer, traces, loop, session):
        self.method = request.method
        self._real_url = request.original_url
        self._url = request.url
        self._request_info = request.request_info
        self._timer = timer
        self._traces = traces
        self._loop = loop
        self._session = session  # lives at least until the body is here
        self._resolve_charset = session._resolve_charset
        self._headers = None
        self._raw_headers = None
        self._history = ()
        self._cookies = None
        self._body = None
        self._connection = None
        self._closed = True
        self._released = False
        self._in_context = False
        self._source_traceback = made_at(loop)

    url = property(lambda self: self._url)
    real_url = property(lambda self: self._real_url)
    host = property(lambda self: self._url.host)
    headers = property(lambda self: self._headers)
    raw_headers = property(lambda self: self._raw_headers)
    request_info = property(lambda self: self._request_info)
    history = property(lambda self: self._history)
    connection = property(lambda self: self._connection)
    closed = property(lambda self: self._closed)
    ok = property(lambda self: self.status < 400)

    @property
    def cookies(self):
        if self._cookies is None:
            from http.cookies import SimpleCookie
            self._cookies = SimpleCookie()
        return self._cookies

    @property
    def content_type(self):
        return parse_content_type(self._headers.get("Content-Type", "application/octet-stream"))[0]

    @property
    def charset(self):
        return parse_content_type(self._headers.get("Content-Type", ""))[1].get("charset")

    @property
    def content_length(self):
        length = self._headers.get("Content-Length")
        return None if length is None else int(length)

    @property
    def content_disposition(self):
        raw = self._headers.get("Content-Disposition")
        if raw is None:
            return None
        from types import MappingProxyType, SimpleNamespace
        kind, parameters = parse_content_type(raw)
        return SimpleNamespace(type=kind, parameters=MappingProxyType(parameters), filename=parameters.get("filename"))

    @property
    def links(self):
        """What headers "Link" say, by relation."""
        import re
        links = MultiDict()
        for piece in re.split(r",(?=\s*<)", ", ".join(self._headers.getall("Link", []))):
            found = re.match(r"\s*<(.*)>(.*)", piece)
            if found is None:
                continue
            link = MultiDict()
            for parameter in found[2].split(";")[1:]:
                name, _, value = parameter.strip().partition("=")
                link.add(name.strip(), value.strip().strip("'\""))
            key = link.get("rel", found[1])
            link.add("url", self._url.join(URL(found[1])))
            links.add(key, MultiDictProxy(link))
        return MultiDictProxy(links)

    def __repr__(self):
        reason = self.reason.encode("ascii", "backslashreplace").decode("ascii") if self.reason else "None"
        return f"<ClientResponse({self._url}) [{self.status} {reason}]>\n{self._headers}\n"

    def __del__(self):
        if self._closed or self._connection is None:
            return
        self._connection.release()
        if self._loop.get_debug():
            complain(self._loop, "Unclosed response", self, {"client_response": self})

    async def start(self, connection, read_timeout, read_bufsize):
        """Waits for the head."""
        self._closed = False
        self._connection = connection
        status, reason, headers, url, content = await connection.protocol.start(self._timer, read_timeout, read_bufsize)
        self.status = status
        self.reason = reason
        self._headers = CIMultiDictProxy(CIMultiDict(headers))
        self._raw_headers = tuple((key.encode(), value.encode()) for key, value in headers)
        if url and url != str(self._url):
            self._url = self._real_url = URL(url)  # a page's network follows redirects by itself
        self.content = content
        content.on_eof(self._response_eof)
        set_cookie = self._headers.getall("Set-Cookie", None)
        if set_cookie:
            from http.cookies import SimpleCookie
            self._cookies = SimpleCookie()
            for line in set_cookie:
                self._cookies.load(line)

    def _response_eof(self):
        if not self._closed:
            self._closed = True
            self._session = None
            self._release_connection()

    def _release_connection(self):
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.release()

    def _refuse_reading(self):
        if not self._released and self.content is not None and self.content.exception() is None:
            self.content.set_exception(ClientConnectionError("Connection closed"))
        self._released = True

    def close(self):
        self._refuse_reading()
        self._closed = True
        self._session = None
        connection, self._connection = self._connection, None
        if connection is not None and not self._loop.is_closed():
            connection.close()

    def release(self):
        self._refuse_reading()
        self._closed = True
        self._session = None
        self._release_connection()
        return _Done()

    async def wait_for_close(self):
        self.release()

    def raise_for_status(self):
        if not self.ok:
            if not self._in_context:
                self.release()
            raise ClientResponseError(self._request_info, self._history, status=self.status, message=self.reason,
                                      headers=self._headers)

    async def read(self):
        if self._body is None:
            try:
                self._body = await self.content.read()
                for trace in self._traces:
                    await trace.send("response_chunk_received", self.method, self._url, self._body)
            except BaseException:
                self.close()
                raise
        elif self._released:
            raise ClientConnectionError("Connection closed")
        self._release_connection()
        return self._body

    def get_encoding(self):
        kind, parameters = parse_content_type(self._headers.get("Content-Type", ""))
        charset = parameters.get("charset")
        if charset:
            import codecs
            try:
                return codecs.lookup(charset).name
            except (LookupError, ValueError):
                pass
        if kind in ("application/json", "application/rdap"):
            return "utf-8"
        if self._body is None:
            raise RuntimeError("Cannot compute fallback encoding of a not yet read body")
        return self._resolve_charset(self, self._body)

    async def text(self, encoding=None, errors="strict"):
        if self._body is None:
            await self.read()
        return self._body.decode(self.get_encoding() if encoding is None else encoding, errors)

    async def json(self, *, encoding=None, loads=None, content_type="application/json"):
        if self._body is None:
            await self.read()
        if content_type:
            given = self._headers.get("Content-Type", "").lower()
            if not _is_expected(given, content_type):
                raise ContentTypeError(self._request_info, self._history, status=self.status,
                                       message=f"Attempt to decode JSON with unexpected mimetype: {given}", headers=self._headers)
        body = self._body.strip()
        if not body:
            return None
        if loads is None:
            from json import loads
        return loads(body.decode(self.get_encoding() if encoding is None else encoding))

    async def __aenter__(self):
        self._in_context = True
        return self

    async def __aexit__(self, kind, error, traceback):
        self._in_context = False
        self.release()
        await self.wait_for_close()


def _is_expected(given, wanted):
    if wanted == "application/json":
        kind = given.partition(";")[0].strip()
        return kind.startswith("application/json") or kind.startswith("application/") and kind.endswith("+json")
    return wanted in given


class _Done:
    """Nothing is left to wait for."""

    def __await__(self):
        yield


class Fingerprint:
    """Accepted, and of no effect: a page's network checks certificates by itself."""

    def __init__(self, fingerprint):
        if len(fingerprint) in (16, 20):
            raise ValueError("md5 and sha1 are insecure and not supported. Use sha256.")
        if len(fingerprint) != 32:
            raise ValueError("fingerprint has invalid length")
        self._fingerprint = fingerprint

    fingerprint = property(lambda self: self._fingerprint)
