# SPDX-License-Identifier: MIT
"""BaseHTTPMiddleware: a function from request and call_next to response.

The inner application runs as a task of its own; what it sends is handed over one message at a time, so that it is never further
than what has been read."""

import asyncio

from ..requests import Request
from ..responses import Response


class _Handover:
    """A place for one message between the inner application and who reads its response."""

    def __init__(self):
        self.message = None
        self.taken = None
        self.waiting = None
        self.closed = False

    async def put(self, message):
        if self.closed:
            return
        loop = asyncio.get_running_loop()
        self.message = message
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(None)
        self.taken = loop.create_future()
        await self.taken

    async def get(self, task):
        """The next message; None when `task` has ended without one."""
        while self.message is None:
            if task.done():
                return None
            self.waiting = asyncio.get_running_loop().create_future()
            task.add_done_callback(self._wake)
            try:
                await self.waiting
            finally:
                task.remove_done_callback(self._wake)
                self.waiting = None
        message, self.message = self.message, None
        if not self.taken.done():
            self.taken.set_result(None)
        return message

    def _wake(self, task):
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(None)

    def close(self):
        self.closed = True
        if self.taken is not None and not self.taken.done():
            self.taken.set_result(None)


class _CachedRequest(Request):
    """The request that dispatch sees. If it has read the body, the inner application gets it again."""

    def __init__(self, scope, receive):
        super().__init__(scope, receive)
        self._replayed = False

    async def wrapped_receive(self):
        if self._replayed:
            return await self.receive()
        if hasattr(self, "_body"):
            self._replayed = True
            return {"type": "http.request", "body": self._body, "more_body": False}
        if self._stream_consumed:
            self._replayed = True
            return {"type": "http.request", "body": b"", "more_body": False}
        if self._is_disconnected:
            return {"type": "http.disconnect"}
        return await self.receive()


class BaseHTTPMiddleware:
    def __init__(self, app, dispatch=None):
        self.app = app
        self.dispatch_func = self.dispatch if dispatch is None else dispatch

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = _CachedRequest(scope, receive)
        inner = []

        async def call_next(request_):
            handover = _Handover()
            task = asyncio.ensure_future(self.app(scope, request.wrapped_receive, handover.put))
            inner.append((handover, task))
            first = await handover.get(task)
            while first is not None and first["type"] == "http.response.debug":
                first = await handover.get(task)
            if first is None:
                if not task.cancelled() and task.exception() is not None:
                    raise task.exception()
                raise RuntimeError("No response returned.")
            return _Streamed(first["status"], first["headers"], handover, task)

        try:
            response = await self.dispatch_func(request, call_next)
            await response(scope, request.wrapped_receive, send)
        finally:
            for handover, task in inner:
                handover.close()
        for handover, task in inner:
            await task

    async def dispatch(self, request, call_next):
        raise NotImplementedError


class _Streamed(Response):
    """The inner application's response, read as it comes."""

    def __init__(self, status_code, raw_headers, handover, task):
        self.status_code = status_code
        self.raw_headers = raw_headers
        self.background = None
        self._handover = handover
        self._task = task
        self.body_iterator = self._chunks()
        self.media_type = None

    async def _chunks(self):
        while (message := await self._handover.get(self._task)) is not None:
            body = message.get("body", b"")
            if body:
                yield body
            if not message.get("more_body", False):
                return
        if not self._task.cancelled() and self._task.exception() is not None:
            raise self._task.exception()

    async def __call__(self, scope, receive, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for chunk in self.body_iterator:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        if self.background is not None:
            await self.background()
