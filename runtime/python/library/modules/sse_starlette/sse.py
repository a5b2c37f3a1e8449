# SPDX-License-Identifier: MIT
"""EventSourceResponse: events as they come, a ping now and then, and an end when the client has gone."""

import asyncio

from starlette.concurrency import iterate_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.responses import Response

from .event import SEPARATOR, ServerSentEvent, ensure_bytes


class SendTimeoutError(TimeoutError):
    pass


class AppStatus:
    should_exit = False
    should_exit_event = None


class EventSourceResponse(Response):
    DEFAULT_PING_INTERVAL = 15
    DEFAULT_SEPARATOR = SEPARATOR

    def __init__(self, content, status_code=200, headers=None, media_type="text/event-stream", background=None, ping=None, sep=None,
                 ping_message_factory=None, data_sender_callable=None, send_timeout=None, client_close_handler_callable=None):
        if sep not in (None, "\r\n", "\r", "\n"):
            raise ValueError(f"sep must be one of: \\r\\n, \\r, \\n, got: {sep}")
        self.sep = sep or self.DEFAULT_SEPARATOR
        self.body_iterator = content if hasattr(content, "__aiter__") else iterate_in_threadpool(content)
        self.status_code = status_code
        self.media_type = self.media_type if media_type is None else media_type
        self.background = background
        self.data_sender_callable = data_sender_callable
        self.send_timeout = send_timeout
        own = MutableHeaders()
        if headers is not None:
            own.update(headers)
        own.setdefault("Cache-Control", "no-store")
        own["Connection"] = "keep-alive"
        own["X-Accel-Buffering"] = "no"
        self.init_headers(own)
        self.ping_interval = self.DEFAULT_PING_INTERVAL if ping is None else ping
        self.ping_message_factory = ping_message_factory
        self.client_close_handler_callable = client_close_handler_callable
        self.active = True
        self._send_lock = asyncio.Lock()

    @property
    def ping_interval(self):
        return self._ping_interval

    @ping_interval.setter
    def ping_interval(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError("ping interval must be int")
        if value < 0:
            raise ValueError("ping interval must be greater than 0")
        self._ping_interval = value

    def enable_compression(self, force=False):
        raise NotImplementedError("Compression is not supported for SSE streams.")

    async def _stream(self, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for data in self.body_iterator:
            message = {"type": "http.response.body", "body": ensure_bytes(data, self.sep), "more_body": True}
            try:
                async with asyncio.timeout(self.send_timeout):
                    await send(message)
            except TimeoutError:
                if hasattr(self.body_iterator, "aclose"):
                    await self.body_iterator.aclose()
                raise SendTimeoutError() from None
        async with self._send_lock:
            self.active = False
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _listen(self, receive):
        while self.active:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.active = False
                if self.client_close_handler_callable:
                    await self.client_close_handler_callable(message)
                return

    async def _ping(self, send):
        while self.active:
            await asyncio.sleep(self._ping_interval)
            if self.ping_message_factory:
                event = self.ping_message_factory()
            else:
                from datetime import datetime, timezone

                event = ServerSentEvent(comment=f"ping - {datetime.now(timezone.utc)}", sep=self.sep)
            async with self._send_lock:
                if self.active:
                    await send({"type": "http.response.body", "body": ensure_bytes(event, self.sep), "more_body": True})

    async def __call__(self, scope, receive, send):
        """What ends first ends the others."""
        parts = [self._stream(send), self._ping(send), self._listen(receive)]
        tasks = [asyncio.ensure_future(part) for part in parts]
        extra = [asyncio.ensure_future(self.data_sender_callable())] if self.data_sender_callable else []
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks + extra:
                task.cancel()
            results = await asyncio.gather(*tasks, *extra, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result
        if self.background is not None:
            await self.background()
