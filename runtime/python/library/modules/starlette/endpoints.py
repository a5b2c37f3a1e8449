# SPDX-License-Identifier: MIT
"""Endpoints as classes, with a method for each HTTP method."""

from ._functions import is_async_callable
from .concurrency import run_in_threadpool
from .exceptions import HTTPException
from .requests import Request
from .responses import PlainTextResponse
from .websockets import REFUSAL


class HTTPEndpoint:
    def __init__(self, scope, receive, send):
        assert scope["type"] == "http"
        self.scope = scope
        self.receive = receive
        self.send = send
        methods = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
        self._allowed_methods = [method for method in methods if getattr(self, method.lower(), None) is not None]

    def __await__(self):
        return self.dispatch().__await__()

    async def dispatch(self):
        request = Request(self.scope, receive=self.receive)
        method = request.method
        if method in self._allowed_methods:
            handler = getattr(self, method.lower())
        elif method == "HEAD" and "GET" in self._allowed_methods:
            handler = self.get
        else:
            handler = self.method_not_allowed
        response = await handler(request) if is_async_callable(handler) else await run_in_threadpool(handler, request)
        await response(self.scope, self.receive, self.send)

    async def method_not_allowed(self, request):
        headers = {"Allow": ", ".join(self._allowed_methods)}
        if "app" in self.scope:
            raise HTTPException(status_code=405, headers=headers)
        return PlainTextResponse("Method Not Allowed", status_code=405, headers=headers)


class WebSocketEndpoint:
    encoding = None

    def __init__(self, scope, receive, send):
        raise NotImplementedError(REFUSAL)
