# SPDX-License-Identifier: MIT
"""TestClient: an httpx client whose requests go straight to an application, without a server.

Each request has an event loop of its own; inside `with TestClient(app)` there is one for all, in a thread, from the
application's startup to its shutdown."""

import asyncio
import threading
from urllib.parse import unquote

import httpx

from .websockets import REFUSAL


class _Portal(threading.Thread):
    """A thread with a running event loop."""

    def __init__(self):
        super().__init__(name="asyncio-portal", daemon=True)
        self.ready = threading.Event()
        self.start()
        self.ready.wait()

    def run(self):
        with asyncio.Runner() as runner:
            runner.run(self._serve())

    async def _serve(self):
        self.loop = asyncio.get_running_loop()
        self.stopped = asyncio.Event()
        self.ready.set()
        await self.stopped.wait()

    def begin(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop)

    def call(self, coroutine):
        return self.begin(coroutine).result()

    def stop(self):
        self.loop.call_soon_threadsafe(self.stopped.set)
        self.join()


def _run_alone(coroutine):
    """In a loop of its own: here, or in a thread if this one has a loop that runs."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    portal = _Portal()
    try:
        return portal.call(coroutine)
    finally:
        portal.stop()


class _Exchange:
    """One request of the client, as an application sees it."""

    def __init__(self, request):
        self.request = request
        self.asked = False
        self.status = None
        self.headers = []
        self.body = []
        self.complete = None

    async def run(self, app, scope):
        self.complete = asyncio.Event()
        await app(scope, self.receive, self.send)

    async def receive(self):
        if self.asked:
            await self.complete.wait()
            return {"type": "http.disconnect"}
        self.asked = True
        return {"type": "http.request", "body": self.request.read()}

    async def send(self, message):
        kind = message["type"]
        if kind == "http.response.start":
            assert self.status is None, 'Received multiple "http.response.start" messages.'
            self.status = message["status"]
            self.headers = [(name.decode(), value.decode()) for name, value in message.get("headers", [])]
        elif kind == "http.response.body":
            assert self.status is not None, 'Received "http.response.body" without "http.response.start".'
            assert not self.complete.is_set(), 'Received "http.response.body" after response completed.'
            if self.request.method != "HEAD":
                self.body.append(bytes(message.get("body", b"")))
            if not message.get("more_body", False):
                self.complete.set()


class _Transport(httpx.BaseTransport):
    def __init__(self, client, app, raise_server_exceptions, root_path, address):
        self.test_client = client
        self.app = app
        self.raise_server_exceptions = raise_server_exceptions
        self.root_path = root_path
        self.address = address

    def _scope(self, request):
        url = request.url
        default = {"http": 80, "https": 443}[url.scheme]
        host, port = url.host, url.port or default
        headers = [] if "host" in request.headers else [(b"host", (host if port == default else f"{host}:{port}").encode())]
        headers += [(name.lower().encode(), value.encode()) for name, value in request.headers.multi_items()]
        return {
            "type": "http",
            "http_version": "1.1",
            "method": request.method,
            "path": unquote(url.path),
            "raw_path": url.raw_path.split(b"?", 1)[0],
            "root_path": self.root_path,
            "scheme": url.scheme,
            "query_string": url.query,
            "headers": headers,
            "client": self.address,
            "server": [host, port],
            "extensions": {"http.response.debug": {}},
            "state": self.test_client.app_state.copy(),
        }

    def handle_request(self, request):
        if request.url.scheme in ("ws", "wss"):
            raise NotImplementedError(REFUSAL)
        exchange = _Exchange(request)
        portal = self.test_client.portal
        running = exchange.run(self.app, self._scope(request))
        try:
            if portal is not None:
                portal.call(running)
            else:
                _run_alone(running)
        except BaseException:
            if self.raise_server_exceptions:
                raise
        if self.raise_server_exceptions:
            assert exchange.status is not None, "TestClient did not receive any response."
        status = 500 if exchange.status is None else exchange.status
        return httpx.Response(status, headers=exchange.headers, stream=httpx.ByteStream(b"".join(exchange.body)), request=request)


class TestClient(httpx.Client):
    __test__ = False

    def __init__(self, app, base_url="http://testserver", raise_server_exceptions=True, root_path="", backend="asyncio",
                 backend_options=None, cookies=None, headers=None, follow_redirects=True, client=("testclient", 50000)):
        self.app = app
        self.app_state = {}
        self.portal = None
        transport = _Transport(self, app, raise_server_exceptions, root_path, client)
        headers = dict(headers or {})
        headers.setdefault("user-agent", "testclient")
        super().__init__(base_url=base_url, headers=headers, transport=transport, follow_redirects=follow_redirects, cookies=cookies)

    def websocket_connect(self, url, subprotocols=None, **kwargs):
        raise NotImplementedError(REFUSAL)

    def __enter__(self):
        self.portal = _Portal()
        self._lifespan = self.portal.call(self._begin())
        try:
            self.portal.call(self._said("startup"))
        except BaseException:
            self._close_portal()
            raise
        return self

    def __exit__(self, *details):
        try:
            self.portal.call(self._shut_down())
        finally:
            self._close_portal()

    def _close_portal(self):
        self.portal.stop()
        self.portal = None

    async def _begin(self):
        self._to_app = asyncio.Queue()
        self._from_app = asyncio.Queue()
        return asyncio.ensure_future(self._lifespan_task())

    async def _lifespan_task(self):
        scope = {"type": "lifespan", "state": self.app_state}
        try:
            await self.app(scope, self._to_app.get, self._from_app.put)
        finally:
            await self._from_app.put(None)

    async def _said(self, word):
        """Tells the application, and hears what it answers."""
        await self._to_app.put({"type": f"lifespan.{word}"})
        message = await self._from_app.get()
        if message is None:
            await self._lifespan
            return
        assert message["type"] in (f"lifespan.{word}.complete", f"lifespan.{word}.failed")
        if message["type"] == f"lifespan.{word}.failed":
            await self._from_app.get()
            await self._lifespan

    async def _shut_down(self):
        if self._lifespan.done():
            await self._lifespan
            return
        await self._said("shutdown")
        await self._lifespan
