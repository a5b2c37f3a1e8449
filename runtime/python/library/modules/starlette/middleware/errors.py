# SPDX-License-Identifier: MIT
"""The outermost middleware: what nobody handled is answered with 500 and goes on to the server, which logs it."""

from .._functions import is_async_callable
from ..concurrency import run_in_threadpool
from ..requests import Request
from ..responses import HTMLResponse, PlainTextResponse


class ServerErrorMiddleware:
    def __init__(self, app, handler=None, debug=False):
        self.app = app
        self.handler = handler
        self.debug = debug

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def sender(message):
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
            await send(message)

        try:
            await self.app(scope, receive, sender)
        except Exception as error:
            if not started:
                request = Request(scope)
                if self.debug:
                    response = self.debug_response(request, error)
                elif self.handler is None:
                    response = PlainTextResponse("Internal Server Error", status_code=500)
                elif is_async_callable(self.handler):
                    response = await self.handler(request, error)
                else:
                    response = await run_in_threadpool(self.handler, request, error)
                await response(scope, receive, send)
            raise

    def debug_response(self, request, error):
        import html
        import traceback

        text = "".join(traceback.format_exception(error))
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(f"<html><body><h1>500 Server Error</h1><pre>{html.escape(text)}</pre></body></html>", status_code=500)
        return PlainTextResponse(text, status_code=500)
