# SPDX-License-Identifier: MIT
"""What blocking and asynchronous clients share: defaults, and what follows a redirect."""

import sys
import time

from ._auth import Auth, BasicAuth, build_auth
from ._config import DEFAULT_MAX_REDIRECTS, DEFAULT_TIMEOUT_CONFIG, Timeout
from ._exceptions import InvalidURL, RemoteProtocolError
from ._headers import Headers
from ._query import QueryParams
from ._request import Request
from ._streams import AsyncByteStream, SyncByteStream
from ._urls import URL

VERSION = "0.28.1"


class UseClientDefault:
    """Stands for what the client has, where None means none."""


USE_CLIENT_DEFAULT = UseClientDefault()


def no_cookies():
    from ._cookies import Cookies
    return Cookies()


class BaseClient:
    _UNOPENED, _OPENED, _CLOSED = range(3)

    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, timeout=DEFAULT_TIMEOUT_CONFIG, follow_redirects=False,
                 max_redirects=DEFAULT_MAX_REDIRECTS, event_hooks=None, base_url="", trust_env=True, default_encoding="utf-8"):
        self.base_url = base_url
        self._auth = build_auth(auth)
        self._params = QueryParams(params)
        self.headers = headers
        self._cookies = None
        if cookies:
            self.cookies = cookies
        self._timeout = Timeout(timeout)
        self.follow_redirects = follow_redirects
        self.max_redirects = max_redirects
        self.event_hooks = event_hooks or {}
        self._trust_env = trust_env
        self._default_encoding = default_encoding
        self._state = self._UNOPENED

    @staticmethod
    def _refuse(http2, proxy):
        if http2:
            raise ImportError("Using http2=True, but the 'h2' package is not installed. Make sure to install httpx using `pip install "
                              "httpx[http2]`.")
        if proxy is not None:
            raise NotImplementedError("Loopscope reaches servers without proxies; leave proxy out.")

    is_closed = property(lambda self: self._state == self._CLOSED)
    trust_env = property(lambda self: self._trust_env)

    @property
    def timeout(self):
        return self._timeout

    @timeout.setter
    def timeout(self, timeout):
        self._timeout = Timeout(timeout)

    @property
    def event_hooks(self):
        return self._event_hooks

    @event_hooks.setter
    def event_hooks(self, hooks):
        self._event_hooks = {when: list(hooks.get(when, [])) for when in ("request", "response")}

    @property
    def auth(self):
        return self._auth

    @auth.setter
    def auth(self, auth):
        self._auth = build_auth(auth)

    @property
    def base_url(self):
        return self._base_url

    @base_url.setter
    def base_url(self, url):
        url = URL(url)
        self._base_url = url if url.raw_path.endswith(b"/") else url.copy_with(raw_path=url.raw_path + b"/")

    @property
    def headers(self):
        return self._headers

    @headers.setter
    def headers(self, headers):
        self._headers = Headers({"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive",
                                 "User-Agent": f"python-httpx/{VERSION}"})
        self._headers.update(headers)

    @property
    def cookies(self):
        if self._cookies is None:
            self._cookies = no_cookies()
        return self._cookies

    @cookies.setter
    def cookies(self, cookies):
        from ._cookies import Cookies
        self._cookies = Cookies(cookies)

    @property
    def params(self):
        return self._params

    @params.setter
    def params(self, params):
        self._params = QueryParams(params)

    def build_request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None,
                      timeout=USE_CLIENT_DEFAULT, extensions=None):
        """A request with the client's defaults."""
        merged = self.headers.copy()
        merged.update(headers)
        if self._params:
            params = self._params.merge(params)
        if self._cookies:
            from ._cookies import Cookies
            all_cookies = Cookies(self._cookies)
            all_cookies.update(cookies)
            cookies = all_cookies
        extensions = dict(extensions or {})
        if "timeout" not in extensions:
            extensions["timeout"] = (self._timeout if timeout is USE_CLIENT_DEFAULT else Timeout(timeout)).as_dict()
        return Request(method, self._merge_url(url), content=content, data=data, files=files, json=json, params=params or None,
                       headers=merged, cookies=cookies, extensions=extensions)

    def _merge_url(self, url):
        """A relative one is appended to the base URL, also when it begins with a slash."""
        url = URL(url)
        if url.is_relative_url:
            return self._base_url.copy_with(raw_path=self._base_url.raw_path + url.raw_path.lstrip(b"/"))
        return url

    def _auth_of(self, request, auth):
        auth = self._auth if auth is USE_CLIENT_DEFAULT else build_auth(auth)
        if auth is not None:
            return auth
        if request.url.username or request.url.password:
            return BasicAuth(request.url.username, request.url.password)
        return Auth()

    def _open(self, request, follow_redirects):
        """Before a request is sent."""
        if self._state == self._CLOSED:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        self._state = self._OPENED
        request.extensions.setdefault("timeout", self._timeout.as_dict())
        return self.follow_redirects if follow_redirects is USE_CLIENT_DEFAULT else follow_redirects

    def _took(self, request, response, bound, start):
        """After a response has come."""
        response.request = request
        response.stream = bound(response.stream, response, start)
        if "set-cookie" in response.headers:
            self.cookies.extract_cookies(response)
        response.default_encoding = self._default_encoding
        logging = sys.modules.get("logging")
        if logging is not None:  # nobody who has not imported it could see
            logging.getLogger("httpx").info('HTTP Request: %s %s "%s %d %s"', request.method, request.url, response.http_version,
                                            response.status_code, response.reason_phrase)
        return response

    def _redirect(self, request, response):
        """The request that follows."""
        method = request.method
        status = response.status_code
        if status in (302, 303) and method != "HEAD" or status == 301 and method == "POST":
            method = "GET"
        url = self._redirect_url(request, response)
        headers = request.headers.copy()
        if _origin(url) != _origin(request.url):
            upgrade = url.host == request.url.host and _origin(request.url)[::2] == ("http", 80) and _origin(url)[::2] == ("https", 443)
            if not upgrade:
                headers.pop("Authorization", None)
            headers["Host"] = url.netloc.decode("ascii")
        dropped = method != request.method and method == "GET"
        if dropped:
            headers.pop("Content-Length", None)
            headers.pop("Transfer-Encoding", None)
        headers.pop("Cookie", None)
        return Request(method, url, headers=headers, cookies=self._cookies or None, stream=None if dropped else request.stream,
                       extensions=request.extensions)

    def _redirect_url(self, request, response):
        location = response.headers["Location"]
        try:
            url = URL(location)
        except InvalidURL as error:
            raise RemoteProtocolError(f"Invalid URL in location header: {error}.", request=request) from None
        if url.scheme and not url.host:
            url = url.copy_with(host=request.url.host)
        if url.is_relative_url:
            url = request.url.join(url)
        if request.url.fragment and not url.fragment:
            url = url.copy_with(fragment=request.url.fragment)
        return url


def _origin(url):
    return url.scheme, url.host, url.port if url.port is not None else {"http": 80, "https": 443}.get(url.scheme)


class BoundStream(SyncByteStream):
    """The body of a response, which notes how long it took when it closes."""

    def __init__(self, stream, response, start):
        self._stream = stream
        self._response = response
        self._start = start

    def __iter__(self):
        yield from self._stream

    def close(self):
        self._response._seconds = time.perf_counter() - self._start
        self._stream.close()


class BoundAsyncStream(AsyncByteStream):
    def __init__(self, stream, response, start):
        self._stream = stream
        self._response = response
        self._start = start

    async def __aiter__(self):
        async for piece in self._stream:
            yield piece

    async def aclose(self):
        self._response._seconds = time.perf_counter() - self._start
        await self._stream.aclose()
