# SPDX-License-Identifier: MIT
"""One connection: what it sends, and what comes back."""

import _http
import _http_failures

from .client_exceptions import ClientPayloadError, ServerDisconnectedError, SocketTimeoutError
from .streams import EMPTY_PAYLOAD, StreamReader

_NO_BODY = (204, 304)


class ResponseHandler:
    """Carries one exchange after another. Bytes are taken as they come, not as the program asks for them, so a small response
    is complete, and its connection free, before its body is read; a large one waits in the network when the buffer is full.

    Holds neither the response nor the Connection: when a program drops those, they say that they were not closed."""

    def __init__(self, loop):
        self._loop = loop
        self._exchange = None
        self._reading = None
        self._payload = None
        self._exception = None
        self._should_close = False
        self._reading_paused = False
        self._pulling = False
        self._read_timeout = None
        self._timeout_handle = None
        self.connected = True

    # As a connection.

    def is_connected(self):
        return self.connected

    @property
    def should_close(self):
        return bool(self._should_close or self._payload is not None and not self._payload.is_eof() or self._exception is not None)

    @property
    def transport(self):
        return self if self.connected else None

    def get_extra_info(self, name, default=None):
        return default

    def is_closing(self):
        return not self.connected

    def force_close(self):
        self._should_close = True

    def close(self):
        """What is under way is aborted: the server sees it."""
        if self.connected:
            self.connected = False
            self._exception = None
            self._drop_timeout()
            self._payload = None
            if self._exchange is not None:
                self._exchange.abort()
                self._exchange = None

    abort = close

    # One exchange.

    def send(self, request, body, line):
        self._skip_payload = request.method == "HEAD"
        self._exception = None
        self._exchange = _http.open(request.method, str(request.url), list(request.headers.items()), body, line)

    async def start(self, timer, read_timeout, read_bufsize):
        """(status, reason, headers, url, body) when the head is here."""
        self._read_timeout = read_timeout
        self._reading_paused = False
        self._reschedule_timeout()
        try:
            with timer:
                status, reason, headers, url = await self._exchange.head()
        except _http.NetworkError as failure:
            self.connected = False
            self._drop_timeout()
            if self._exception is not None:
                raise self._exception from None
            if _http_failures.before_any_answer(failure):
                raise
            raise ServerDisconnectedError() from None
        if any(name.lower() == "connection" and value.lower() == "close" for name, value in headers):
            self._should_close = True
        if self._skip_payload or status in _NO_BODY or 100 <= status < 200:
            self._payload = EMPTY_PAYLOAD
            self._pull()
            if self._exchange is not None:
                self._should_close = True  # its end is still to come
            self._drop_timeout()
            return status, reason, headers, url, EMPTY_PAYLOAD
        self._payload = payload = StreamReader(self, read_bufsize, timer=timer, loop=self._loop)
        payload._chunked = any(name.lower() == "transfer-encoding" and "chunked" in value for name, value in headers)
        self._reschedule_timeout()
        self._pull()
        return status, reason, headers, url, payload

    def _pull(self):
        """Takes what is there, and is called again when there is more."""
        while not self._pulling and not self._reading_paused and self._exchange is not None:
            self._reading = self._exchange.read()
            self._step()

    def _step(self):
        """Drives the coroutine that reads, as a task would, but without one."""
        self._pulling = False
        if self._exchange is None:
            return
        try:
            future = self._reading.send(None)
        except StopIteration as end:
            self._take(end.value)
        except _http.NetworkError as failure:
            self._fail(failure)
        else:
            self._pulling = True
            future._asyncio_future_blocking = False
            future.add_done_callback(self._step_on)

    def _step_on(self, future):
        self._step()
        self._pull()

    def _take(self, data):
        payload = self._payload
        if data:
            self._reschedule_timeout()
            payload.feed_data(data)
        else:
            self._finish()
            payload.feed_eof()

    def _finish(self):
        """The exchange is over; the connection may carry another."""
        self._drop_timeout()
        self._exchange = None

    def _fail(self, failure):
        """In the middle of the body."""
        self._drop_timeout()
        self._should_close = True
        self.connected = False
        self._exchange = None
        payload, self._payload = self._payload, None
        if self._exception is None:
            self._exception = failure
            payload.set_exception(ClientPayloadError(f"Response payload is not completed: {_http_failures.as_os_error(failure)!r}"),
                                  failure)

    # Reading, and how long it may take.

    def pause_reading(self):
        self._reading_paused = True
        self._drop_timeout()

    def resume_reading(self):
        self._reading_paused = False
        if self._exchange is not None:
            self._reschedule_timeout()
            self._pull()

    def _drop_timeout(self):
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
            self._timeout_handle = None

    def _reschedule_timeout(self):
        self._drop_timeout()
        if self._read_timeout:
            self._timeout_handle = self._loop.call_later(self._read_timeout, self._reading_takes_too_long)

    def _reading_takes_too_long(self):
        self._timeout_handle = None
        self._should_close = True
        self._exception = error = SocketTimeoutError("Timeout on reading data from socket")
        if self._payload is not None:
            self._payload.set_exception(error)
        self._exchange.abort()  # wakes whoever waits for the head
