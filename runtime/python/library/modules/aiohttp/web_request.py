# SPDX-License-Identifier: MIT
"""Request: what a handler is given."""

import json
from collections import namedtuple
from collections.abc import MutableMapping

from multidict import CIMultiDict, CIMultiDictProxy, MultiDict, MultiDictProxy
from yarl import URL

from .http import HttpVersion11

FileField = namedtuple("FileField", ["name", "filename", "file", "content_type", "headers"])


class BaseRequest(MutableMapping):
    """Over one `_http.Incoming`; its body is there as a whole."""

    def __init__(self, incoming, client_max_size=1024**2):
        self._incoming = incoming
        self._client_max_size = client_max_size
        self._headers = CIMultiDictProxy(CIMultiDict(incoming.headers))
        self._rel_url = URL(incoming.target, encoded=True)
        self._state = {}
        self._body = None
        self._post = None
        self._prepared = None
        self._read = False

    method = property(lambda self: self._incoming.method)
    version = property(lambda self: HttpVersion11)
    headers = property(lambda self: self._headers)
    rel_url = property(lambda self: self._rel_url)
    path_qs = property(lambda self: str(self._rel_url))
    path = property(lambda self: self._rel_url.path)
    raw_path = property(lambda self: self._incoming.target)
    query_string = property(lambda self: self._rel_url.query_string)
    remote = property(lambda self: self._incoming.client[0])
    scheme = property(lambda self: self._incoming.scheme)
    secure = property(lambda self: self.scheme == "https")
    host = property(lambda self: self._headers.get("Host", "localhost"))
    keep_alive = property(lambda self: True)
    transport = property(lambda self: None)

    @property
    def query(self):
        return MultiDictProxy(self._rel_url.query)

    @property
    def url(self):
        return URL(f"{self.scheme}://{self.host}").join(self._rel_url)

    @property
    def cookies(self):
        from http.cookies import SimpleCookie

        return {name: morsel.value for name, morsel in SimpleCookie(self._headers.get("Cookie", "")).items()}

    @property
    def content_type(self):
        return self._headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip().lower()

    @property
    def charset(self):
        for part in self._headers.get("Content-Type", "").split(";")[1:]:
            name, _, value = part.strip().partition("=")
            if name.lower() == "charset":
                return value.strip('"')
        return None

    @property
    def content_length(self):
        value = self._headers.get("Content-Length")
        return None if value is None else int(value)

    @property
    def body_exists(self):
        return bool(self._incoming.body)

    @property
    def can_read_body(self):
        return bool(self._incoming.body) and not self._read

    has_body = can_read_body

    @property
    def content(self):
        """The body as a stream."""
        if not hasattr(self, "_content"):
            self._content = _BodyStream(self)
        return self._content

    async def read(self):
        if self._body is None:
            body = self._incoming.body
            limit = self._client_max_size
            if limit and len(body) >= limit:
                from .web_exceptions import HTTPRequestEntityTooLarge

                raise HTTPRequestEntityTooLarge(max_size=limit, actual_size=len(body))
            self._read = True
            self._body = body
        return self._body

    async def text(self):
        data = await self.read()
        return data.decode(self.charset or "utf-8")

    async def json(self, *, loads=json.loads):
        return loads(await self.text())

    async def post(self):
        if self._post is None:
            items = MultiDict()
            kind = self.content_type
            if self.method in ("POST", "PUT", "PATCH", "TRACE", "DELETE") and kind in ("", "application/x-www-form-urlencoded", "multipart/form-data"):
                data = await self.read()
                if kind == "multipart/form-data":
                    _read_multipart(self._headers["Content-Type"], data, items)
                elif data:
                    from urllib.parse import parse_qsl

                    charset = self.charset or "utf-8"
                    items.extend(parse_qsl(data.rstrip().decode(charset), keep_blank_values=True, encoding=charset))
            self._post = MultiDictProxy(items)
        return self._post

    async def release(self):
        self._read = True

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        self._state[key] = value

    def __delitem__(self, key):
        del self._state[key]

    def __len__(self):
        return len(self._state)

    def __iter__(self):
        return iter(self._state)

    def __bool__(self):
        return True

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other

    async def _prepare_hook(self, response):
        pass

    def __repr__(self):
        return f"<{type(self).__name__} {self.method} {self.path} >"


class Request(BaseRequest):
    _match_info = None

    @property
    def match_info(self):
        return self._match_info

    @property
    def app(self):
        return self._match_info.current_app

    @property
    def config_dict(self):
        from collections import ChainMap

        return ChainMap(*(app._state for app in reversed(self._match_info.apps)))

    async def _prepare_hook(self, response):
        if self._match_info is None:
            return
        for app in self._match_info.apps:
            for handler in app.on_response_prepare:
                await handler(self, response)


class _BodyStream:
    """The part of aiohttp's StreamReader that handlers use."""

    def __init__(self, request):
        self._request = request
        self._at = 0

    def _left(self):
        self._request._read = True
        return self._request._incoming.body[self._at :]

    async def read(self, n=-1):
        data = self._left()
        data = data if n < 0 else data[:n]
        self._at += len(data)
        return data

    async def readany(self):
        return await self.read()

    async def readline(self):
        data = self._left()
        end = data.find(b"\n") + 1
        return await self.read(end or -1)

    async def readexactly(self, n):
        data = await self.read(n)
        if len(data) < n:
            import asyncio

            raise asyncio.IncompleteReadError(data, n)
        return data

    def at_eof(self):
        return self._at >= len(self._request._incoming.body)

    async def iter_chunked(self, n):
        while chunk := await self.read(n):
            yield chunk

    async def iter_any(self):
        if chunk := await self.read():
            yield chunk

    async def iter_chunks(self):
        if chunk := await self.read():
            yield chunk, True

    async def __aiter__(self):
        while line := await self.readline():
            yield line


def _read_multipart(content_type, body, items):
    import io

    def words(text):
        pairs = (part.strip().partition("=") for part in text.split(";")[1:])
        return {name.lower(): value.strip('"') for name, equals, value in pairs if equals}

    mark = b"--" + words(content_type).get("boundary", "").encode()
    for part in body.split(mark)[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        lines = (line.partition(b":") for line in head.split(b"\r\n") if line)
        headers = CIMultiDict((name.decode(), value.strip().decode()) for name, _, value in lines)
        given = words(headers.get("Content-Disposition", ""))
        content = content.removesuffix(b"\r\n")
        name = given.get("name", "")
        if "filename" in given:
            kind = headers.get("Content-Type", "application/octet-stream")
            items.add(name, FileField(name, given["filename"], io.BytesIO(content), kind, CIMultiDictProxy(headers)))
        else:
            items.add(name, content.decode())
