# SPDX-License-Identifier: MIT
"""Sessions: https://docs.aiohttp.org/en/stable/client_reference.html."""

import asyncio
from sys import _getframe

import _http
import _http_failures
from multidict import CIMultiDict, MultiDict, MultiDictProxy, istr
from yarl import URL

from ._contexts import RequestContextManager, SessionRequestContextManager
from ._request import ClientRequest
from .client_exceptions import (ClientConnectorDNSError, ClientConnectorError, ClientOSError, ConnectionTimeoutError,
                                InvalidUrlClientError, InvalidUrlRedirectClientError, NonHttpUrlClientError,
                                NonHttpUrlRedirectClientError, ServerDisconnectedError, TooManyRedirects)
from .client_reqrep import ClientResponse
from .connector import TCPConnector
from .cookiejar import CookieJar
from .helpers import BasicAuth, TotalTimeout, complain, frozen_record, made_at, sentinel
from .http import HttpVersion11

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})


class ClientTimeout(frozen_record):
    """Seconds: for the whole request, for getting a connection, between two pieces of data, for connecting."""

    _fields = ("total", "connect", "sock_read", "sock_connect", "ceil_threshold")
    _defaults = {"total": None, "connect": None, "sock_read": None, "sock_connect": None, "ceil_threshold": 5}
    __slots__ = _fields


class ClientWSTimeout(frozen_record):
    _fields = ("ws_receive", "ws_close")
    _defaults = {"ws_receive": None, "ws_close": None}
    __slots__ = _fields


DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60, sock_connect=30)


class ClientSession:
    """Connections, cookies and defaults that requests share."""

    _connector = None
    _source_traceback = None

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, proxy=None, proxy_auth=None,
                 skip_auto_headers=None, auth=None, json_serialize=None, request_class=ClientRequest, response_class=ClientResponse,
                 ws_response_class=None, version=HttpVersion11, cookie_jar=None, connector_owner=True, raise_for_status=False,
                 read_timeout=sentinel, conn_timeout=None, timeout=sentinel, auto_decompress=True, trust_env=False,
                 requote_redirect_url=True, trace_configs=None, read_bufsize=2**16, max_line_size=8190, max_field_size=8190,
                 fallback_charset_resolver=lambda response, body: "utf-8"):
        if loop is None and connector is not None:
            loop = connector._loop
        self._loop = loop = loop or asyncio.get_running_loop()
        self._base_url = self._base_url_origin = None
        if base_url is not None:
            self._base_url = URL(base_url)
            self._base_url_origin = self._base_url.origin()
            if not self._base_url.path.endswith("/"):
                raise ValueError("base_url must have a trailing '/'")
        self._timeout = _session_timeout(timeout, read_timeout, conn_timeout)
        if connector is None:
            connector = TCPConnector(loop=loop)
        if connector._loop is not loop:
            raise RuntimeError("Session and connector has to use same event loop")
        self._source_traceback = made_at(loop)
        self._cookie_jar = CookieJar() if cookie_jar is None else cookie_jar
        if cookies:
            self._cookie_jar.update_cookies(cookies)
        self._connector = connector
        self._connector_owner = connector_owner
        self._default_auth = auth
        self._version = version
        self._json_serialize = json_serialize
        self._raise_for_status = raise_for_status
        self._auto_decompress = auto_decompress
        self._trust_env = trust_env
        self._requote_redirect_url = requote_redirect_url
        self._read_bufsize = read_bufsize
        self._default_headers = CIMultiDict(headers or ())
        self._skip_auto_headers = frozenset(map(istr, skip_auto_headers or ()))
        self._request_class = request_class
        self._response_class = response_class
        self._trace_configs = trace_configs or []
        for config in self._trace_configs:
            config.freeze()
        self._resolve_charset = fallback_charset_resolver
        self._default_proxy = proxy

    def __init_subclass__(cls):
        import warnings
        warnings.warn(f"Inheritance class {cls.__name__} from ClientSession is discouraged", DeprecationWarning, stacklevel=2)

    def __del__(self):
        if not self.closed:
            complain(self._loop, "Unclosed client session", self, {"client_session": self})

    # Requests.

    def _start(self, caller, method, url, **kwargs):
        """The page shows the line of the call; when a task begins with the request, no frame would tell it later."""
        return RequestContextManager(self._request(method, url, _line=caller.f_lineno, **kwargs))

    def request(self, method, url, **kwargs):
        return self._start(_getframe(1), method, url, **kwargs)

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self._start(_getframe(1), "GET", url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self._start(_getframe(1), "OPTIONS", url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self._start(_getframe(1), "HEAD", url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self._start(_getframe(1), "POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self._start(_getframe(1), "PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self._start(_getframe(1), "PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self._start(_getframe(1), "DELETE", url, **kwargs)

    def ws_connect(self, url, **kwargs):
        raise NotImplementedError("Loopscope has no WebSockets; stream a response instead, or stand in for one with an asyncio.Queue.")

    async def _request(self, method, str_or_url, *, params=None, data=None, json=None, cookies=None, headers=None,
                       skip_auto_headers=None, auth=None, allow_redirects=True, max_redirects=10, compress=None, chunked=None,
                       expect100=False, raise_for_status=None, read_until_eof=True, proxy=None, proxy_auth=None, timeout=sentinel,
                       verify_ssl=None, fingerprint=None, ssl_context=None, ssl=True, server_hostname=None, proxy_headers=None,
                       trace_request_ctx=None, read_bufsize=None, auto_decompress=None, max_line_size=None, max_field_size=None,
                       _line=0):
        if self.closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        if json is not None:
            from .payload import JsonPayload
            data = JsonPayload(json, dumps=self._json_serialize)
        if proxy is not None or self._default_proxy is not None:
            raise NotImplementedError("Loopscope reaches servers without proxies; leave proxy out.")
        headers = self._prepare_headers(headers)
        try:
            url = self._build_url(str_or_url)
        except ValueError as error:
            raise InvalidUrlClientError(str_or_url) from error
        if url.scheme not in self._connector.allowed_protocol_schema_set:
            raise NonHttpUrlClientError(url)
        skipped = self._skip_auto_headers.union(skip_auto_headers or ())
        if timeout is sentinel:
            timeout = self._timeout
        elif not isinstance(timeout, ClientTimeout):
            timeout = ClientTimeout(total=timeout)
        timer = TotalTimeout(self._loop, timeout.total)
        traces = self._traces_for(trace_request_ctx)
        for trace in traces:
            await trace.send("request_start", method.upper(), url.update_query(params or {}), headers)
        redirects = 0
        history = []
        params = params or {}
        try:
            with timer:
                may_retry = method in IDEMPOTENT_METHODS
                while True:
                    url, auth = self._find_auth(url, auth, headers, history)
                    if not url.raw_host:
                        raise (InvalidUrlRedirectClientError if redirects else InvalidUrlClientError)(url)
                    request = self._request_class(
                        method, url, params=params, headers=headers, skip_auto_headers=skipped, data=data,
                        cookies=self._cookies_for(url, cookies), auth=auth, version=self._version, compress=compress,
                        chunked=chunked, ssl=True if ssl is None else ssl, traces=traces)
                    try:
                        connection = await self._connector.connect(request, traces=traces, timeout=timeout)
                    except asyncio.TimeoutError as error:
                        raise ConnectionTimeoutError(f"Connection timeout to host {url}") from error
                    response = self._response_class(request, timer=timer, traces=traces, loop=self._loop, session=self)
                    try:
                        try:
                            await request.send(connection, _line)
                            await response.start(connection, timeout.sock_read, read_bufsize or self._read_bufsize)
                        except BaseException:
                            response.close()
                            connection.close()
                            raise
                    except _http.NetworkError as failure:
                        error = _no_connection(request, failure)
                        raise error from error.os_error
                    except (ClientOSError, ServerDisconnectedError):
                        if may_retry:
                            may_retry = False
                            continue
                        raise
                    if response._cookies:
                        cookies = response._cookies  # go along to where it redirects, whatever the jar keeps
                        self._cookie_jar.update_cookies(cookies, response.url)
                    if response.status not in (301, 302, 303, 307, 308) or not allow_redirects:
                        break
                    for trace in traces:
                        await trace.send("request_redirect", method.upper(), url.update_query(params), headers, response)
                    redirects += 1
                    history.append(response)
                    if max_redirects and redirects >= max_redirects:
                        response.close()
                        raise TooManyRedirects(history[0].request_info, tuple(history))
                    if response.status == 303 and response.method != "HEAD" or \
                            response.status in (301, 302) and response.method == "POST":
                        method = "GET"
                        data = None
                        headers.pop("Content-Length", None)
                    location = response.headers.get("Location") or response.headers.get("URI")
                    if location is None:
                        break
                    response.release()
                    new_url = self._redirected(url, location, response)
                    if new_url.origin() != url.origin():
                        auth = None
                        headers.pop("Authorization", None)
                    url = new_url
                    params = {}
            await self._check_status(response, raise_for_status)
            _cancel_with(timer, response)
            response._history = tuple(history)
            for trace in traces:
                await trace.send("request_end", method.upper(), url.update_query(params), headers, response)
            return response
        except BaseException as error:
            timer.cancel()
            for trace in traces:
                await trace.send("request_exception", method.upper(), url.update_query(params), headers, error)
            raise

    def _build_url(self, given):
        url = URL(given)
        if self._base_url is None:
            return url
        assert not url.absolute
        return self._base_url.join(url)

    def _prepare_headers(self, headers):
        """The session's, replaced by those of the request."""
        result = CIMultiDict(self._default_headers)
        if headers:
            if not isinstance(headers, (MultiDict, MultiDictProxy)):
                headers = CIMultiDict(headers)
            result.update(headers)
        return result

    def _traces_for(self, context):
        if not self._trace_configs:
            return ()
        from .tracing import Trace
        return [Trace(self, config, config.trace_config_ctx(trace_request_ctx=context)) for config in self._trace_configs]

    def _find_auth(self, url, auth, headers, history):
        """Credentials, of the call, of the URL or of the session, and the URL without them."""
        of_url = BasicAuth.from_url(url)
        if of_url is not None:
            url = url.with_user(None)
        if not history and auth and of_url:
            raise ValueError("Cannot combine AUTH argument with credentials encoded in URL")
        if auth is None or history and of_url is not None:
            auth = of_url
        if auth is None and self._default_auth and (not self._base_url or self._base_url_origin == url.origin()):
            auth = self._default_auth
        if auth is not None and "Authorization" in headers:
            raise ValueError("Cannot combine AUTHORIZATION header with AUTH argument or credentials encoded in URL")
        return url, auth

    def _cookies_for(self, url, extra):
        jar = self._cookie_jar
        if not len(jar) and extra is None:
            return None
        found = jar.filter_cookies(url)
        if extra is not None:
            own = CookieJar(quote_cookie=jar.quote_cookie)
            own.update_cookies(extra)
            found.update(own.filter_cookies(url))
        return found

    def _redirected(self, url, location, response):
        try:
            target = URL(location, encoded=not self._requote_redirect_url)
        except ValueError as error:
            raise InvalidUrlRedirectClientError(
                location, "Server attempted redirecting to a location that does not look like a URL") from error
        if target.scheme not in ("http", "https", ""):
            response.close()
            raise NonHttpUrlRedirectClientError(location)
        if not target.scheme:
            target = url.join(target)
        try:
            target.origin()
        except ValueError as error:
            raise InvalidUrlRedirectClientError(target, "Invalid redirect URL origin") from error
        return target

    async def _check_status(self, response, wanted):
        if wanted is None:
            wanted = self._raise_for_status
        if wanted is True:
            response.raise_for_status()
        elif wanted:
            await wanted(response)

    # The session itself.

    async def close(self):
        """Closes the connections too."""
        if not self.closed:
            if self._connector_owner:
                await self._connector.close()
            self._connector = None

    def detach(self):
        self._connector = None

    closed = property(lambda self: self._connector is None or self._connector.closed)
    connector = property(lambda self: self._connector)
    cookie_jar = property(lambda self: self._cookie_jar)
    version = property(lambda self: self._version)
    requote_redirect_url = property(lambda self: self._requote_redirect_url)
    timeout = property(lambda self: self._timeout)
    headers = property(lambda self: self._default_headers)
    skip_auto_headers = property(lambda self: self._skip_auto_headers)
    auth = property(lambda self: self._default_auth)
    connector_owner = property(lambda self: self._connector_owner)
    raise_for_status = property(lambda self: self._raise_for_status)
    auto_decompress = property(lambda self: self._auto_decompress)
    trust_env = property(lambda self: self._trust_env)
    trace_configs = property(lambda self: self._trace_configs)

    @property
    def json_serialize(self):
        if self._json_serialize is None:
            import json
            return json.dumps
        return self._json_serialize

    @property
    def loop(self):
        import warnings
        warnings.warn("client.loop property is deprecated", DeprecationWarning, stacklevel=2)
        return self._loop

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, kind, error, traceback):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await self.close()


def _session_timeout(timeout, read_timeout, conn_timeout):
    if timeout is sentinel or timeout is None:
        total = DEFAULT_TIMEOUT.total if read_timeout is sentinel else read_timeout
        for name, value in (("read_timeout", None if read_timeout is sentinel else read_timeout), ("conn_timeout", conn_timeout)):
            if value is not None:
                import warnings
                warnings.warn(f"{name} is deprecated, use timeout argument instead", DeprecationWarning, stacklevel=3)
        return ClientTimeout(total=total, connect=conn_timeout, sock_connect=DEFAULT_TIMEOUT.sock_connect)
    if not isinstance(timeout, ClientTimeout):
        raise ValueError(f"timeout parameter cannot be of {type(timeout)} type, please use 'timeout=ClientTimeout(...)'")
    if read_timeout is not sentinel:
        raise ValueError("read_timeout and timeout parameters conflict, please setup timeout.read")
    if conn_timeout is not None:
        raise ValueError("conn_timeout and timeout parameters conflict, please setup timeout.connect")
    return timeout


def _cancel_with(timer, response):
    """The deadline holds while the connection is the response's."""
    if response.connection is not None:
        response.connection.add_callback(timer.cancel)
    else:
        timer.cancel()


def _no_connection(request, failure):
    """As the connector says it; "localhost" has two addresses."""
    error = _http_failures.as_os_error(failure)
    key = request.connection_key
    if failure.kind == "refused":
        text = f"Connect call failed {('127.0.0.1' if key.host == 'localhost' else key.host, key.port)!r}"
        if key.host == "localhost":
            text = f"Multiple exceptions: [Errno 111] Connect call failed {('::1', key.port, 0, 0)!r}, [Errno 111] {text}"
        error = _http_failures.raised(OSError(error.errno, text))
    return (ClientConnectorDNSError if failure.kind in ("unreachable", "unsupported", "offline") else ClientConnectorError)(key, error)


def request(method, url, *, version=HttpVersion11, connector=None, loop=None, **kwargs):
    """For `async with`: a request without a session."""
    owner = connector is None
    if owner:
        connector = TCPConnector(loop=loop, force_close=True)
    session = ClientSession(loop=loop, version=version, connector=connector, connector_owner=owner,
                            cookies=kwargs.pop("cookies", None))
    return SessionRequestContextManager(session._request(method, url, **kwargs), session)
