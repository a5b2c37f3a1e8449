# SPDX-License-Identifier: MIT
"""How requests get to a server: https://requests.readthedocs.io/en/latest/user/advanced/#transport-adapters."""

import time

import _content_encoding
import _http
import _http_failures
import _url_text as _text
from urllib3.exceptions import (MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError, ReadTimeoutError,
                                ResponseError)
from urllib3.util.retry import Retry

from .exceptions import ChunkedEncodingError, ConnectionError, ReadTimeout, RetryError
from .models import Response
from .structures import CaseInsensitiveDict

DEFAULT_RETRIES = 0


class BaseAdapter:
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


class RawResponse:
    """The body as it comes, blocking the thread."""

    def __init__(self, exchange, head, seconds, where):
        self.status, self.reason, self._headers, self._url = head
        self.headers = CaseInsensitiveDict(_merged(self._headers))
        self._exchange = exchange
        self._seconds = seconds
        self._where = where
        self._rest = b""
        self._decompressor = _content_encoding.decompressor(self.headers.get("content-encoding"))

    def set_cookie_headers(self):
        return [value for name, value in self._headers if name.lower() == "set-cookie"]

    def _next(self):
        """b"" at the end."""
        if self._exchange is None:
            return b""
        try:
            piece = self._exchange.read_blocking(self._seconds)
        except TimeoutError as error:
            self.close()
            raise ConnectionError(ReadTimeoutError(self._where, None, "Read timed out.")) from error
        except _http.NetworkError as failure:
            self._exchange = None
            error = _http_failures.as_os_error(failure)
            raise ChunkedEncodingError(ProtocolError(f"Connection broken: {error!r}", error)) from error
        if not piece:
            self._exchange = None
            return self._decompressor.flush() if self._decompressor is not None else b""
        return piece if self._decompressor is None else self._decompressor.decode(piece) or self._next()

    def stream(self, size):
        """Pieces the server sends one by one are not put together; others are filled up to the size."""
        in_pieces = size is None or "chunked" in self.headers.get("transfer-encoding", "")
        while True:
            if in_pieces:
                piece = self._next()
                if not piece:
                    return
                for start in range(0, len(piece), size or len(piece)):
                    yield piece[start:start + (size or len(piece))]
            else:
                piece = self.read(size)
                if not piece:
                    return
                yield piece

    def read(self, amt=None, decode_content=True):
        while amt is None or len(self._rest) < amt:
            piece = self._next()
            if not piece:
                break
            self._rest += piece
        if amt is None:
            amt = len(self._rest)
        data, self._rest = self._rest[:amt], self._rest[amt:]
        return data

    def close(self):
        exchange, self._exchange = self._exchange, None
        if exchange is not None:
            exchange.abort()


def _merged(headers):
    merged = {}
    for name, value in headers:
        merged[name] = f"{merged[name]}, {value}" if name in merged else value
    return merged


class _Pool:
    """What messages call the place."""

    def __init__(self, url):
        self.scheme, authority, _, _, _ = _text.split(url)
        self.host, port = _text.split_authority(authority)[2:]
        self.port = port or _text.DEFAULT_PORTS.get(self.scheme)

    def __str__(self):
        return f"{'HTTPS' if self.scheme == 'https' else 'HTTP'}ConnectionPool(host={self.host!r}, port={self.port!r})"

    def connection(self):
        return f"<urllib3.connection.{'HTTPS' if self.scheme == 'https' else 'HTTP'}Connection object at {id(self):#x}>"


class HTTPAdapter(BaseAdapter):
    """One exchange at a time a thread, and as many repetitions as `max_retries` says."""

    def __init__(self, pool_connections=10, pool_maxsize=10, max_retries=DEFAULT_RETRIES, pool_block=False):
        self.max_retries = max_retries if isinstance(max_retries, Retry) else Retry(max_retries, read=False)
        self._pool_connections = pool_connections
        self._pool_maxsize = pool_maxsize

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        seconds = _read_timeout(timeout)
        where = _Pool(request.url)
        body = request.body_as_bytes()
        headers = [(name, value.decode("latin-1") if isinstance(value, bytes) else value) for name, value in request.headers.items()]
        if "host" not in request.headers:
            headers.insert(0, ("Host", where.host if where.port == _text.DEFAULT_PORTS.get(where.scheme) else f"{where.host}:{where.port}"))
        retries = self.max_retries
        done = 0
        while True:
            exchange = _http.open(request.method, request.url.partition("#")[0], headers, body)
            try:
                head = exchange.head_blocking(seconds)
            except TimeoutError as error:
                exchange.abort()
                cause = ReadTimeoutError(where, request.path_url, f"Read timed out. (read timeout={seconds})")
                if not retries.read or not retries.allows("read", done):
                    raise ReadTimeout(cause, request=request) from error
            except _http.NetworkError as failure:
                cause = _as_urllib3(failure, where)
                if isinstance(cause, ProtocolError):
                    if not retries.read or not retries.allows("read", done):
                        raise ConnectionError(cause, request=request) from None
                elif not retries.allows("connect", done):
                    raise ConnectionError(MaxRetryError(where, request.path_url, cause), request=request) from None
            else:
                after = _header(head[2], "retry-after")
                if not retries.is_retry(request.method, head[0], after is not None) or not retries.total:
                    break
                if not retries.allows("status", done):
                    if retries.raise_on_status:
                        exchange.abort()
                        cause = ResponseError(ResponseError.SPECIFIC_ERROR.format(status_code=head[0]))
                        raise RetryError(MaxRetryError(where, request.path_url, cause), request=request) from None
                    break
                exchange.abort()
                if retries.respect_retry_after_header and after is not None and after.isdigit():
                    time.sleep(int(after))
                    done += 1
                    continue
            done += 1
            time.sleep(retries.backoff(done))
        return self.build_response(request, RawResponse(exchange, head, seconds, where))

    def build_response(self, req, resp):
        response = Response()
        response.status_code = resp.status
        response.headers = resp.headers
        response.encoding = _encoding_of(response.headers)
        response.raw = resp
        response.reason = resp.reason
        response.url = req.url if resp._url == req.url.partition("#")[0] else resp._url or req.url
        cookies = resp.set_cookie_headers()
        if cookies:
            _, authority, path, _, _ = _text.split(req.url)
            response.cookies.extract(cookies, _text.split_authority(authority)[2], path or "/")
        response.request = req
        response.connection = self
        return response

    def close(self):
        pass


def _header(headers, wanted):
    for name, value in headers:
        if name.lower() == wanted:
            return value
    return None


def _read_timeout(timeout):
    connect = timeout
    if isinstance(timeout, tuple):
        try:
            connect, timeout = timeout
        except ValueError:
            raise ValueError(f"Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, or a single float to set both timeouts "
                             "to the same value.") from None
    for name, seconds in (("connect", connect), ("read", timeout)):
        if seconds is not None and seconds <= 0:
            raise ValueError(f"Attempted to set {name} timeout to {seconds}, but the timeout cannot be set to a value less than or equal "
                             "to 0.")
    return timeout


def _as_urllib3(failure, where):
    if failure.kind == "reset":
        from http.client import RemoteDisconnected
        return ProtocolError("Connection aborted.", RemoteDisconnected("Remote end closed connection without response"))
    if failure.kind == "unreachable":
        return NameResolutionError(where.host, where.connection(), failure.message)
    return NewConnectionError(where.connection(),
                              f"Failed to establish a new connection: {_http_failures.as_os_error(failure)}")


def _encoding_of(headers):
    kind, _, rest = headers.get("content-type", "").partition(";")
    for parameter in rest.split(";"):
        key, _, value = parameter.strip().partition("=")
        if key.lower() == "charset":
            return value.strip("'\" ")
    if "text" in kind:
        return "ISO-8859-1"
    return "utf-8" if "application/json" in kind else None
