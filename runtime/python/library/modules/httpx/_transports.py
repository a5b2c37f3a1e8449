# SPDX-License-Identifier: MIT
"""How a client's requests get to a server: https://www.python-httpx.org/advanced/transports/."""

import _http
import _http_failures
import httpcore

from ._config import DEFAULT_LIMITS
from ._exceptions import ConnectError, ReadError, ReadTimeout, RemoteProtocolError, UnsupportedProtocol
from ._pool import AsyncPool, BlockingPool
from ._response import Response
from ._streams import AsyncByteStream, SyncByteStream


class BaseTransport:
    def __enter__(self):
        return self

    def __exit__(self, kind=None, error=None, traceback=None):
        self.close()

    def handle_request(self, request):
        raise NotImplementedError("The 'handle_request' method must be implemented.")

    def close(self):
        pass


class AsyncBaseTransport:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind=None, error=None, traceback=None):
        await self.aclose()

    async def handle_async_request(self, request):
        raise NotImplementedError("The 'handle_async_request' method must be implemented.")

    async def aclose(self):
        pass


def _open(request, body):
    scheme = request.url.scheme
    if scheme not in ("http", "https"):
        _raise(UnsupportedProtocol, "Request URL is missing an 'http://' or 'https://' protocol." if not scheme else
               f"Request URL has an unsupported protocol '{scheme}://'.")
    headers = [(key, value) for key, _, value in request.headers._list]
    return _http.open(request.method, str(request.url.copy_with(fragment=None)), headers, body)


def _respond(head, stream):
    status, reason, headers, _ = head
    return Response(status, headers=headers, stream=stream,
                    extensions={"http_version": b"HTTP/1.1", "reason_phrase": reason.encode("ascii", "ignore")})


def _raise(kind, message=""):
    """An error of httpx, whose cause is httpcore's of the same name."""
    raise kind(message) from httpcore.raised(kind.__name__, message)


def _raise_before_head(failure, asynchronous):
    if failure.kind == "reset":
        _raise(RemoteProtocolError, "Server disconnected without sending a response.")
    if failure.kind == "refused":
        _raise(ConnectError, "All connection attempts failed" if asynchronous else str(_http_failures.as_os_error(failure)))
    _raise(ConnectError, failure.message)


def _raise_in_body(failure):
    if failure.kind == "reset":
        _raise(RemoteProtocolError, "peer closed connection without sending complete message body (incomplete chunked read)")
    _raise(ReadError, failure.message)


class _AsyncBody(AsyncByteStream):
    """Has a connection until it has been read to its end, or is closed: then what is missing is aborted."""

    def __init__(self, exchange, pool, seconds, origin):
        self._exchange = exchange
        self._pool = pool
        self._seconds = seconds
        self._origin = origin

    async def __aiter__(self):
        try:
            while True:
                piece = await _within(self._seconds, self._exchange.read())
                if not piece:
                    break
                yield piece
            self._over()
            from asyncio import get_running_loop
            self._pool.keep(self._origin, get_running_loop())
        except _http.NetworkError as failure:
            self._over()
            _raise_in_body(failure)
        except BaseException:
            await self.aclose()
            raise

    def _over(self):
        if self._exchange is not None:
            self._exchange = None
            self._pool.release()

    async def aclose(self):
        if self._exchange is not None:
            self._exchange.abort()
            self._over()


async def _within(seconds, reading):
    if seconds is None:
        return await reading
    import asyncio
    try:
        async with asyncio.timeout(seconds):
            return await reading
    except TimeoutError:
        _raise(ReadTimeout)


class AsyncHTTPTransport(AsyncBaseTransport):
    """Arguments about certificates, sockets and versions of HTTP are taken and have no effect."""

    def __init__(self, verify=True, cert=None, trust_env=True, http1=True, http2=False, limits=DEFAULT_LIMITS, proxy=None, uds=None,
                 local_address=None, retries=0, socket_options=None):
        self._pool = AsyncPool(limits)
        self._retries = retries

    async def handle_async_request(self, request):
        body = await request.aread()
        timeout = request.extensions.get("timeout", {})
        origin = request.url.scheme, request.url.netloc
        self._pool.reuse(origin)
        await self._pool.acquire(timeout.get("pool"))
        try:
            exchange, head = await self._ask(request, body, timeout.get("read"))
        except BaseException:
            self._pool.release()
            raise
        return _respond(head, _AsyncBody(exchange, self._pool, timeout.get("read"), origin))

    async def _ask(self, request, body, seconds):
        attempts = self._retries + 1
        while True:
            exchange = _open(request, body)
            attempts -= 1
            try:
                return exchange, await _within(seconds, exchange.head())
            except _http.NetworkError as failure:
                if attempts and _http_failures.before_any_answer(failure):
                    continue
                _raise_before_head(failure, asynchronous=True)
            except BaseException:
                exchange.abort()
                raise


class _BlockingBody(SyncByteStream):
    def __init__(self, exchange, pool, seconds):
        self._exchange = exchange
        self._pool = pool
        self._seconds = seconds
        self._encrypted = exchange.url.startswith("https:")

    def __iter__(self):
        try:
            while piece := _blocking(self._exchange.read_blocking, self._seconds, self._encrypted):
                yield piece
            self._over()
        except _http.NetworkError as failure:
            self._over()
            _raise_in_body(failure)
        except BaseException:
            self.close()
            raise

    def _over(self):
        if self._exchange is not None:
            self._exchange = None
            self._pool.release()

    def close(self):
        if self._exchange is not None:
            self._exchange.abort()
            self._over()


def _blocking(read, seconds, encrypted):
    try:
        return read(seconds)
    except TimeoutError:
        _raise(ReadTimeout, "The read operation timed out" if encrypted else "timed out")  # as the sockets say it


class HTTPTransport(BaseTransport):
    """Blocks its thread, and with it the event loop if that is the loop's."""

    def __init__(self, verify=True, cert=None, trust_env=True, http1=True, http2=False, limits=DEFAULT_LIMITS, proxy=None, uds=None,
                 local_address=None, retries=0, socket_options=None):
        self._pool = BlockingPool(limits.max_connections)
        self._retries = retries

    def handle_request(self, request):
        body = request.read()
        timeout = request.extensions.get("timeout", {})
        self._pool.acquire(timeout.get("pool"))
        try:
            exchange, head = self._ask(request, body, timeout.get("read"))
        except BaseException:
            self._pool.release()
            raise
        return _respond(head, _BlockingBody(exchange, self._pool, timeout.get("read")))

    def _ask(self, request, body, seconds):
        attempts = self._retries + 1
        while True:
            exchange = _open(request, body)
            attempts -= 1
            try:
                return exchange, _blocking(exchange.head_blocking, seconds, request.url.scheme == "https")
            except _http.NetworkError as failure:
                if attempts and _http_failures.before_any_answer(failure):
                    continue
                _raise_before_head(failure, asynchronous=False)
            except BaseException:
                exchange.abort()
                raise
