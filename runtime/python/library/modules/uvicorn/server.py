# SPDX-License-Identifier: MIT
"""Server: accepts requests until it is told to exit.

uvicorn looks ten times a second whether it should exit; here setting `should_exit` wakes it, so that a server without requests
is at rest and a virtual clock has nothing to run after."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading

from ._cycle import Cycle, DefaultHeaders
from ._lifespan import Lifespan

logger = logging.getLogger("uvicorn.error")
HANDLED_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class ServerState:
    def __init__(self):
        self.total_requests = 0
        self.connections = set()
        self.tasks = set()


class Server:
    def __init__(self, config):
        self.config = config
        self.server_state = ServerState()
        self.started = False
        self.force_exit = False
        self.servers = []
        self.address = None
        self._should_exit = False
        self._loop = None
        self._woken = None
        self._captured_signals = []

    @property
    def should_exit(self):
        return self._should_exit

    @should_exit.setter
    def should_exit(self, value):
        self._should_exit = value
        if value and self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self):
        if self._woken is not None and not self._woken.done():
            self._woken.set_result(None)

    def run(self, sockets=None):
        """Stop (Ctrl-C) interrupts the loop; it then goes on until the server has shut down."""
        with asyncio.Runner() as runner:
            loop = runner.get_loop()
            task = loop.create_task(self.serve(sockets=sockets))
            while True:
                try:
                    return loop.run_until_complete(task)
                except KeyboardInterrupt:
                    if task.done():
                        raise
                    self.handle_exit(signal.SIGINT, None)

    async def serve(self, sockets=None):
        with self.capture_signals():
            await self._serve()

    async def _serve(self):
        process = os.getpid()
        config = self.config
        self._loop = asyncio.get_running_loop()
        if not config.loaded:
            config.load()
        self.lifespan = Lifespan(config)
        self.default_headers = DefaultHeaders(config)
        logger.info("Started server process [%d]", process)
        await self.startup()
        if self.should_exit:
            return
        try:
            await self.main_loop()
            await self.shutdown()
        finally:
            self.servers[0].close()
        logger.info("Finished server process [%d]", process)

    async def startup(self):
        import _http

        await self.lifespan.startup()
        if self.lifespan.should_exit:
            self.should_exit = True
            return
        config = self.config
        try:
            listener = _http.listen(config.host or "0.0.0.0", config.port, "uvicorn")
        except OSError as error:
            where = (config.host, config.port)
            logger.error(f"[Errno {error.errno}] error while attempting to bind on address {where!r}: {error.strerror.lower()}")
            await self.lifespan.shutdown()
            sys.exit(1)
        self.address = listener.address
        self.servers = [_Listening(listener)]
        host = "0.0.0.0" if config.host is None else config.host
        shown = f"[{host}]" if ":" in host else host
        scheme = "https" if config.is_ssl else "http"
        logger.info("Uvicorn running on %s://%s:%d (Press CTRL+C to quit)", scheme, shown, self.address[1])
        self.started = True

    async def main_loop(self):
        self._woken = self._loop.create_future()
        if self._should_exit:
            return
        accepting = self._loop.create_task(self._accept())
        try:
            await asyncio.wait((self._woken, accepting), return_when=asyncio.FIRST_COMPLETED)
        finally:
            accepting.cancel()
            await asyncio.wait((accepting,))

    async def _accept(self):
        listener = self.servers[0].listener
        app, state, limit = self.config.loaded_app, self.server_state, self.config.limit_max_requests
        while True:
            incoming = await listener.accept()
            cycle = Cycle(incoming, self)
            state.total_requests += 1
            task = self._loop.create_task(cycle.run(self._too_busy() or app))
            state.tasks.add(task)
            task.add_done_callback(state.tasks.discard)
            if limit is not None and state.total_requests >= limit:
                logger.warning("Maximum request limit of %d exceeded. Terminating process.", limit)
                self._should_exit = True
                return

    def _too_busy(self):
        limit = self.config.limit_concurrency
        if limit is None or len(self.server_state.tasks) < limit:
            return None
        logger.warning("Exceeded concurrency limit.")
        return _service_unavailable

    async def shutdown(self, sockets=None):
        logger.info("Shutting down")
        for server in self.servers:
            server.close()
        tasks = self.server_state.tasks
        if tasks and not self.force_exit:
            logger.info("Waiting for background tasks to complete. (CTRL+C to force quit)")
            _, late = await asyncio.wait(list(tasks), timeout=self.config.timeout_graceful_shutdown)
            if late:
                logger.error("Cancel %s running task(s), timeout graceful shutdown exceeded", len(late))
                for task in late:
                    task.cancel(msg="Task cancelled, timeout graceful shutdown exceeded")
        if not self.force_exit:
            await self.lifespan.shutdown()

    @contextlib.contextmanager
    def capture_signals(self):
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in HANDLED_SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
        for captured in reversed(self._captured_signals):
            signal.raise_signal(captured)

    def handle_exit(self, sig, frame):
        self._captured_signals.append(sig)
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        else:
            self.should_exit = True


class _Listening:
    """A listener, with what programs ask an asyncio server."""

    def __init__(self, listener):
        self.listener = listener
        self.closed = False

    @property
    def sockets(self):
        return [self]

    def getsockname(self):
        return self.listener.address

    def close(self):
        if not self.closed:
            self.closed = True
            self.listener.close()


async def _service_unavailable(scope, receive, send):
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"19"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": b"Service Unavailable"})
