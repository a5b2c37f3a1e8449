# SPDX-License-Identifier: MIT
"""HTTPSRedirectMiddleware: from http to https."""

from ..datastructures import URL
from ..responses import RedirectResponse


class HTTPSRedirectMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] in ("http", "websocket") and scope["scheme"] in ("http", "ws"):
            url = URL(scope=scope)
            scheme = {"http": "https", "ws": "wss"}[url.scheme]
            place = url.hostname if url.port in (80, 443) else url.netloc
            await RedirectResponse(url.replace(scheme=scheme, netloc=place), status_code=307)(scope, receive, send)
        else:
            await self.app(scope, receive, send)
