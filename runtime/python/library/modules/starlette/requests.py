# SPDX-License-Identifier: MIT
"""Request: a friendly face on an ASGI scope and its receive()."""

import json
from collections.abc import Mapping

from .datastructures import URL, Address, FormData, Headers, QueryParams, State


class ClientDisconnect(Exception):
    pass


def cookie_parser(text):
    cookies = {}
    for chunk in text.split(";"):
        name, equals, value = chunk.partition("=")
        if not equals:
            name, value = "", name
        name, value = name.strip(), value.strip()
        if name or value:
            cookies[name] = _unquoted(value)
    return cookies


def _unquoted(value):
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    from http.cookies import _unquote

    return _unquote(value)


class HTTPConnection(Mapping):
    """What requests and WebSockets have in common. Parts are made when they are asked for."""

    def __init__(self, scope, receive=None):
        self.scope = scope

    def __getitem__(self, key):
        return self.scope[key]

    def __iter__(self):
        return iter(self.scope)

    def __len__(self):
        return len(self.scope)

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def app(self):
        return self.scope["app"]

    @property
    def url(self):
        if not hasattr(self, "_url"):
            self._url = URL(scope=self.scope)
        return self._url

    @property
    def base_url(self):
        if not hasattr(self, "_base_url"):
            scope = dict(self.scope)
            root = scope.get("app_root_path", scope.get("root_path", ""))
            scope["path"] = root if root.endswith("/") else root + "/"
            scope["query_string"] = b""
            scope["root_path"] = root
            self._base_url = URL(scope=scope)
        return self._base_url

    @property
    def headers(self):
        if not hasattr(self, "_headers"):
            self._headers = Headers(scope=self.scope)
        return self._headers

    @property
    def query_params(self):
        if not hasattr(self, "_query_params"):
            self._query_params = QueryParams(self.scope["query_string"])
        return self._query_params

    @property
    def path_params(self):
        return self.scope.get("path_params", {})

    @property
    def cookies(self):
        if not hasattr(self, "_cookies"):
            text = self.headers.get("cookie")
            self._cookies = cookie_parser(text) if text else {}
        return self._cookies

    @property
    def client(self):
        client = self.scope.get("client")
        return None if client is None else Address(*client)

    @property
    def session(self):
        assert "session" in self.scope, "SessionMiddleware must be installed to access request.session"
        return self.scope["session"]

    @property
    def auth(self):
        assert "auth" in self.scope, "AuthenticationMiddleware must be installed to access request.auth"
        return self.scope["auth"]

    @property
    def user(self):
        assert "user" in self.scope, "AuthenticationMiddleware must be installed to access request.user"
        return self.scope["user"]

    @property
    def state(self):
        if not hasattr(self, "_state"):
            self._state = State(self.scope.setdefault("state", {}))
        return self._state

    def url_for(self, name, /, **path_params):
        provider = self.scope.get("router") or self.scope.get("app")
        return provider.url_path_for(name, **path_params).make_absolute_url(self.base_url)


async def empty_receive():
    raise RuntimeError("Receive channel has not been made available")


async def empty_send(message):
    raise RuntimeError("Send channel has not been made available")


class Request(HTTPConnection):
    def __init__(self, scope, receive=empty_receive, send=empty_send):
        self.scope = scope
        self._receive = receive
        self._send = send
        self._stream_consumed = False
        self._is_disconnected = False
        self._form = None

    @property
    def method(self):
        return self.scope["method"]

    @property
    def receive(self):
        return self._receive

    async def stream(self):
        if hasattr(self, "_body"):
            yield self._body
            yield b""
            return
        if self._stream_consumed:
            raise RuntimeError("Stream consumed")
        while not self._stream_consumed:
            message = await self._receive()
            if message["type"] == "http.request":
                body = message.get("body", b"")
                if not message.get("more_body", False):
                    self._stream_consumed = True
                if body:
                    yield body
            elif message["type"] == "http.disconnect":
                self._is_disconnected = True
                raise ClientDisconnect()
        yield b""

    async def body(self):
        if not hasattr(self, "_body"):
            chunks = [chunk async for chunk in self.stream()]
            self._body = b"".join(chunks)
        return self._body

    async def json(self):
        if not hasattr(self, "_json"):
            self._json = json.loads(await self.body())
        return self._json

    def form(self, *, max_files=1000, max_fields=1000, max_part_size=1024 * 1024):
        return _Form(self)

    async def _read_form(self):
        if self._form is None:
            kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind == "multipart/form-data":
                from .formparsers import read_multipart

                self._form = read_multipart(self.headers["content-type"], await self.body(), "app" in self.scope)
            elif kind == "application/x-www-form-urlencoded":
                from urllib.parse import parse_qsl

                text = (await self.body()).decode("latin-1")
                self._form = FormData(parse_qsl(text, keep_blank_values=True))
            else:
                self._form = FormData()
        return self._form

    async def close(self):
        if self._form is not None:
            await self._form.close()

    async def is_disconnected(self):
        """Whether the client has gone, without waiting."""
        if not self._is_disconnected:
            import asyncio

            waiting = asyncio.ensure_future(self._receive())
            await asyncio.sleep(0)
            if not waiting.done():
                waiting.cancel()
                try:
                    await waiting
                except asyncio.CancelledError:
                    pass
            if waiting.done() and not waiting.cancelled():
                self._is_disconnected = waiting.result().get("type") == "http.disconnect"
        return self._is_disconnected

    async def send_push_promise(self, path):
        pass


class _Form:
    """`await request.form()` and `async with request.form() as form`."""

    def __init__(self, request):
        self.request = request

    def __await__(self):
        return self.request._read_form().__await__()

    async def __aenter__(self):
        return await self.request._read_form()

    async def __aexit__(self, *details):
        await self.request.close()
