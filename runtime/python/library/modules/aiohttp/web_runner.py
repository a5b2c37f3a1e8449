# SPDX-License-Identifier: MIT
"""Serving: runners and sites, and run_app() as a statement."""

import asyncio
import logging
import signal

from .web_app import Application
from .web_protocol import RequestHandler

access_logger = logging.getLogger("aiohttp.access")


class GracefulExit(SystemExit):
    code = 1


def _raise_graceful_exit():
    raise GracefulExit()


class BaseSite:
    def __init__(self, runner, host=None, port=None, **options):
        if runner.server is None:
            raise RuntimeError("Call runner.setup() before making a site")
        self._runner = runner
        self._host = host
        self._port = port
        self._listener = None
        self._task = None

    @property
    def name(self):
        port = self._listener.address[1] if self._listener is not None and self._port == 0 else self._port
        return f"http://{'0.0.0.0' if self._host is None else self._host}:{port}"

    async def start(self):
        import _http

        self._runner._reg_site(self)
        try:
            self._listener = _http.listen(self._host or "0.0.0.0", self._port, "aiohttp.web")
        except OSError as error:
            self._runner._sites.remove(self)
            where = (self._host or "0.0.0.0", self._port)
            text = f"error while attempting to bind on address {where!r}: {error.strerror.lower()}"
            raise OSError(error.errno, text) from None
        self._task = asyncio.get_running_loop().create_task(self._accept())

    async def _accept(self):
        while True:
            incoming = await self._listener.accept()
            self._runner.server.begin(incoming)

    async def stop(self):
        self._runner._check_site(self)
        if self._listener is not None:
            self._task.cancel()
            try:
                await self._task
            except asyncio.CancelledError:
                pass
            self._listener.close()
            self._listener = None
        self._runner._unreg_site(self)


class TCPSite(BaseSite):
    def __init__(self, runner, host=None, port=None, *, shutdown_timeout=60.0, ssl_context=None, backlog=128, reuse_address=None, reuse_port=None):
        super().__init__(runner, host, (8443 if ssl_context else 8080) if port is None else port)


class UnixSite(BaseSite):
    def __init__(self, runner, path, **options):
        raise NotImplementedError("Loopscope has no Unix sockets for servers; use web.TCPSite.")


class SockSite(BaseSite):
    def __init__(self, runner, sock, **options):
        host, port = sock.getsockname()[:2]
        sock.close()
        super().__init__(runner, host, port)


class BaseRunner:
    def __init__(self, *, handle_signals=False, shutdown_timeout=60.0, **kwargs):
        self._handle_signals = handle_signals
        self.shutdown_timeout = shutdown_timeout
        self._kwargs = kwargs
        self._server = None
        self._sites = []

    server = property(lambda self: self._server)

    @property
    def sites(self):
        return set(self._sites)

    @property
    def addresses(self):
        return [site._listener.address for site in self._sites if site._listener is not None]

    async def setup(self):
        if self._handle_signals:
            loop = asyncio.get_running_loop()
            try:
                loop.add_signal_handler(signal.SIGINT, _raise_graceful_exit)
                loop.add_signal_handler(signal.SIGTERM, _raise_graceful_exit)
            except (NotImplementedError, ValueError, RuntimeError):
                pass
        self._server = await self._make_server()

    async def cleanup(self):
        for site in list(self._sites):
            await site.stop()
        if self._server is not None:
            await asyncio.sleep(0)
            await self.shutdown()
            await self._server.shutdown(self.shutdown_timeout)
        await self._cleanup_server()
        self._server = None

    async def shutdown(self):
        pass

    async def _cleanup_server(self):
        pass

    def _reg_site(self, site):
        if site in self._sites:
            raise RuntimeError(f"Site {site} is already registered in runner {self}")
        self._sites.append(site)

    def _check_site(self, site):
        if site not in self._sites:
            raise RuntimeError(f"Site {site} is not registered in runner {self}")

    def _unreg_site(self, site):
        self._sites.remove(site)


class AppRunner(BaseRunner):
    def __init__(self, app, *, handle_signals=False, access_log_class=None, **kwargs):
        if not isinstance(app, Application):
            raise TypeError(f"The first argument should be web.Application instance, got {app!r}")
        super().__init__(handle_signals=handle_signals, **kwargs)
        self._app = app

    app = property(lambda self: self._app)

    async def shutdown(self):
        await self._app.shutdown()

    async def _make_server(self):
        await self._app.startup()
        self._app.freeze()
        return RequestHandler(self._app._handle, self._app._client_max_size, **self._kwargs)

    async def _cleanup_server(self):
        await self._app.cleanup()


class ServerRunner(BaseRunner):
    """A handler without an application."""

    def __init__(self, web_server, *, handle_signals=False, **kwargs):
        super().__init__(handle_signals=handle_signals, **kwargs)
        self._web_server = web_server

    async def _make_server(self):
        return self._web_server


async def _run_app(app, *, host=None, port=None, print=print, handle_signals=True, **options):
    if asyncio.iscoroutine(app):
        app = await app
    runner = AppRunner(app, handle_signals=handle_signals, access_log=options.get("access_log"))
    await runner.setup()
    try:
        hosts = [None] if host is None else [host] if isinstance(host, str) else list(host)
        for each in hosts:
            await TCPSite(runner, each, port).start()
        if print:
            names = ", ".join(sorted(site.name for site in runner.sites))
            print(f"======== Running on {names} ========\n(Press CTRL+C to quit)")
        await asyncio.get_running_loop().create_future()
    finally:
        await runner.cleanup()


def run_app(app, *, debug=None, host=None, port=None, path=None, sock=None, shutdown_timeout=60.0, keepalive_timeout=75.0, ssl_context=None,
            print=print, backlog=128, access_log_class=None, access_log_format=None, access_log=access_logger, handle_signals=True,
            reuse_address=None, reuse_port=None, handler_cancellation=False, loop=None):
    own = loop is None
    loop = loop or asyncio.new_event_loop()
    if debug:
        loop.set_debug(True)
    if loop.get_debug() and access_log and access_log.name == "aiohttp.access":
        if access_log.level == logging.NOTSET:
            access_log.setLevel(logging.DEBUG)
        if not access_log.hasHandlers():
            access_log.addHandler(logging.StreamHandler())
    task = loop.create_task(_run_app(app, host=host, port=port, print=print, handle_signals=handle_signals, access_log=access_log))
    try:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(task)
    except (GracefulExit, KeyboardInterrupt):
        pass
    finally:
        task.cancel()
        try:
            loop.run_until_complete(task)
        except (asyncio.CancelledError, GracefulExit, KeyboardInterrupt):
            pass
        others = asyncio.all_tasks(loop)
        for each in others:
            each.cancel()
        if others:
            loop.run_until_complete(asyncio.gather(*others, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        asyncio.set_event_loop(None)
        if own:
            loop.close()
