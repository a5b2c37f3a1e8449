# SPDX-License-Identifier: MIT
"""TrustedHostMiddleware: only requests that name a known host."""

from ..datastructures import URL, Headers
from ..responses import PlainTextResponse, RedirectResponse


class TrustedHostMiddleware:
    def __init__(self, app, allowed_hosts=None, www_redirect=True):
        self.app = app
        self.allowed_hosts = list(["*"] if allowed_hosts is None else allowed_hosts)
        self.allow_any = "*" in self.allowed_hosts
        self.www_redirect = www_redirect

    async def __call__(self, scope, receive, send):
        if self.allow_any or scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "").split(":")[0]
        for pattern in self.allowed_hosts:
            if host == pattern or pattern.startswith("*") and host.endswith(pattern[1:]):
                await self.app(scope, receive, send)
                return
        if self.www_redirect and "www." + host in self.allowed_hosts:
            url = URL(scope=scope)
            response = RedirectResponse(url=str(url.replace(netloc="www." + url.netloc)))
        else:
            response = PlainTextResponse("Invalid host header", status_code=400)
        await response(scope, receive, send)
