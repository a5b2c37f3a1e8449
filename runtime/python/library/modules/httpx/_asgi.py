# SPDX-License-Identifier: MIT
"""Requests straight into an ASGI application: https://www.python-httpx.org/advanced/transports/#asgi-transport."""

import asyncio

from ._response import Response
from ._streams import AsyncByteStream
from ._transports import AsyncBaseTransport


class _Body(AsyncByteStream):
    def __init__(self, pieces):
        self._pieces = pieces

    async def __aiter__(self):
        yield b"".join(self._pieces)


class ASGITransport(AsyncBaseTransport):
    """The response is complete when it arrives: the application's stream is collected first."""

    def __init__(self, app, raise_app_exceptions=True, root_path="", client=("127.0.0.1", 123)):
        self.app = app
        self.raise_app_exceptions = raise_app_exceptions
        self.root_path = root_path
        self.client = client

    def _scope(self, request):
        url = request.url
        return {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method,
                "headers": [(key.lower(), value) for key, value in request.headers.raw], "scheme": url.scheme, "path": url.path,
                "raw_path": url.raw_path.partition(b"?")[0], "query_string": url.query, "server": (url.host, url.port),
                "client": self.client, "root_path": self.root_path}

    async def handle_async_request(self, request):
        pieces = request.stream.__aiter__()
        asked = False
        status = headers = None
        body = []
        complete = asyncio.Event()

        async def receive():
            nonlocal asked
            if asked:
                await complete.wait()
                return {"type": "http.disconnect"}
            try:
                return {"type": "http.request", "body": await anext(pieces), "more_body": True}
            except StopAsyncIteration:
                asked = True
                return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            nonlocal status, headers
            if message["type"] == "http.response.start":
                assert status is None
                status, headers = message["status"], message.get("headers", [])
            elif message["type"] == "http.response.body":
                assert not complete.is_set()
                if message.get("body") and request.method != "HEAD":
                    body.append(message["body"])
                if not message.get("more_body", False):
                    complete.set()

        try:
            await self.app(self._scope(request), receive, send)
        except Exception:
            if self.raise_app_exceptions:
                raise
            complete.set()
            status = 500 if status is None else status
        assert complete.is_set()
        assert status is not None
        return Response(status, headers=headers or (), stream=_Body(body))
