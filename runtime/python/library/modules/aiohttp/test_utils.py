# SPDX-License-Identifier: MIT
"""Servers and clients for tests of aiohttp.web applications (https://docs.aiohttp.org/en/stable/testing.html)."""

from unittest import IsolatedAsyncioTestCase

from yarl import URL

from .client import ClientSession
from .cookiejar import CookieJar
from .web_runner import AppRunner, TCPSite


def unused_port():
    import _http

    listener = _http.listen("127.0.0.1", 0, "unused")
    port = listener.address[1]
    listener.close()
    return port


class BaseTestServer:
    __test__ = False

    def __init__(self, *, scheme="http", host="127.0.0.1", port=None, skip_url_asserts=False, **kwargs):
        self.scheme = scheme
        self.host = host
        self.port = port or 0
        self.runner = None
        self._root = None

    async def start_server(self, loop=None, **kwargs):
        if self.runner is not None:
            return
        self.runner = await self._make_runner(**kwargs)
        await self.runner.setup()
        site = TCPSite(self.runner, self.host, self.port)
        await site.start()
        self.port = self.runner.addresses[0][1]
        self._root = URL(f"{self.scheme}://{self.host}:{self.port}")

    @property
    def started(self):
        return self.runner is not None

    def make_url(self, path):
        assert self._root is not None
        url = URL(path)
        assert not url.absolute
        return self._root.join(url)

    async def close(self):
        if self.runner is not None:
            await self.runner.cleanup()
            self._root = None
            self.runner = None

    async def __aenter__(self):
        await self.start_server()
        return self

    async def __aexit__(self, *details):
        await self.close()


class TestServer(BaseTestServer):
    def __init__(self, app, *, scheme="http", host="127.0.0.1", port=None, **kwargs):
        self.app = app
        super().__init__(scheme=scheme, host=host, port=port, **kwargs)

    async def _make_runner(self, **kwargs):
        return AppRunner(self.app, **kwargs)


class TestClient:
    __test__ = False

    def __init__(self, server, *, cookie_jar=None, loop=None, **kwargs):
        if not isinstance(server, BaseTestServer):
            raise TypeError(f"server must be TestServer instance, found type: {type(server)!r}")
        self._server = server
        self._session = ClientSession(cookie_jar=cookie_jar or CookieJar(unsafe=True), **kwargs)
        self._closed = False

    async def start_server(self):
        await self._server.start_server()

    host = property(lambda self: self._server.host)
    port = property(lambda self: self._server.port)
    server = property(lambda self: self._server)
    app = property(lambda self: self._server.app)
    session = property(lambda self: self._session)

    def make_url(self, path):
        return self._server.make_url(path)

    def request(self, method, path, **kwargs):
        return self._session.request(method, self.make_url(path), **kwargs)

    def get(self, path, **kwargs):
        return self.request("GET", path, **kwargs)

    def post(self, path, **kwargs):
        return self.request("POST", path, **kwargs)

    def put(self, path, **kwargs):
        return self.request("PUT", path, **kwargs)

    def patch(self, path, **kwargs):
        return self.request("PATCH", path, **kwargs)

    def delete(self, path, **kwargs):
        return self.request("DELETE", path, **kwargs)

    def head(self, path, **kwargs):
        return self.request("HEAD", path, **{"allow_redirects": False, **kwargs})

    def options(self, path, **kwargs):
        return self.request("OPTIONS", path, **kwargs)

    async def close(self):
        if not self._closed:
            await self._session.close()
            await self._server.close()
            self._closed = True

    async def __aenter__(self):
        await self.start_server()
        return self

    async def __aexit__(self, *details):
        await self.close()


class AioHTTPTestCase(IsolatedAsyncioTestCase):
    """A test case with `self.client` for the application that `get_application` makes."""

    async def get_application(self):
        raise RuntimeError("Did you forget to define get_application()?")

    async def asyncSetUp(self):
        self.app = await self.get_application()
        self.server = await self.get_server(self.app)
        self.client = await self.get_client(self.server)
        await self.client.start_server()
        await self.setUpAsync()

    async def asyncTearDown(self):
        await self.tearDownAsync()
        await self.client.close()

    async def setUpAsync(self):
        pass

    async def tearDownAsync(self):
        pass

    async def get_server(self, app):
        return TestServer(app)

    async def get_client(self, server):
        return TestClient(server)


def unittest_run_loop(func, *args, **kwargs):
    import warnings

    warnings.warn(
        "Decorator `@unittest_run_loop` is no longer needed in aiohttp 3.8+, please use your own loop fixture instead",
        DeprecationWarning,
        stacklevel=2,
    )
    return func
