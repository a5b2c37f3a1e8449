# SPDX-License-Identifier: MIT
"""The innermost middleware: puts the program's exception handlers where the routes find them."""

from .._exception_handler import wrap_app_handling_exceptions
from ..exceptions import HTTPException
from ..requests import Request
from ..responses import PlainTextResponse, Response


class ExceptionMiddleware:
    def __init__(self, app, handlers=None, debug=False):
        self.app = app
        self.debug = debug
        self._by_status = {}
        self._by_class = {HTTPException: self.http_exception}
        for key, handler in (handlers or {}).items():
            self.add_exception_handler(key, handler)

    def add_exception_handler(self, exc_class_or_status_code, handler):
        if isinstance(exc_class_or_status_code, int):
            self._by_status[exc_class_or_status_code] = handler
        else:
            assert issubclass(exc_class_or_status_code, Exception)
            self._by_class[exc_class_or_status_code] = handler

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        scope["starlette.exception_handlers"] = self._by_class, self._by_status
        connection = Request(scope, receive, send)
        await wrap_app_handling_exceptions(self.app, connection)(scope, receive, send)

    async def http_exception(self, request, error):
        if error.status_code in (204, 304):
            return Response(status_code=error.status_code, headers=error.headers)
        return PlainTextResponse(error.detail, status_code=error.status_code, headers=error.headers)
