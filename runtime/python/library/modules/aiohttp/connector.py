# SPDX-License-Identifier: MIT
"""Connections, how many there may be, and who waits for one:
https://docs.aiohttp.org/en/stable/client_reference.html#connectors."""

import asyncio
import time
from collections import OrderedDict, defaultdict, deque

from .client_exceptions import ClientConnectionError
from .client_proto import ResponseHandler
from .helpers import complain, made_at, sentinel, warn_of_resource

__all__ = ("BaseConnector", "TCPConnector", "UnixConnector", "NamedPipeConnector")


class Connection:
    """A connection while a request has it. Closing ends it, releasing gives it back."""

    _source_traceback = None

    def __init__(self, connector, key, protocol, loop):
        self._key = key
        self._connector = connector
        self._loop = loop
        self._protocol = protocol
        self._callbacks = []
        self._source_traceback = made_at(loop)

    def __repr__(self):
        return f"Connection<{self._key}>"

    def __del__(self):
        if self._protocol is None:
            return
        if self._loop.is_closed():
            warn_of_resource(f"Unclosed connection {self!r}", self)
            return
        self._connector._release(self._key, self._protocol, should_close=True)
        complain(self._loop, "Unclosed connection", self, {"client_connection": self})

    def __bool__(self):
        return True

    transport = property(lambda self: None if self._protocol is None else self._protocol.transport)
    protocol = property(lambda self: self._protocol)
    closed = property(lambda self: self._protocol is None or not self._protocol.is_connected())

    def add_callback(self, callback):
        if callback is not None:
            self._callbacks.append(callback)

    def _give_back(self, should_close):
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            try:
                callback()
            except Exception:
                pass
        protocol, self._protocol = self._protocol, None
        if protocol is not None:
            self._connector._release(self._key, protocol, should_close=should_close)

    def close(self):
        self._give_back(True)

    def release(self):
        self._give_back(False)


class BaseConnector:
    """`limit` connections at once, and `limit_per_host` to one host; 0 is no limit. Who asks for one more waits, first come
    first served, until one is released."""

    _closed = True
    _source_traceback = None
    allowed_protocol_schema_set = frozenset({"http", "https", "", "ws", "wss"})

    def __init__(self, *, keepalive_timeout=sentinel, force_close=False, limit=100, limit_per_host=0, enable_cleanup_closed=False,
                 loop=None, timeout_ceil_threshold=5):
        if force_close:
            if keepalive_timeout is not None and keepalive_timeout is not sentinel:
                raise ValueError("keepalive_timeout cannot be set if force_close is True")
        elif keepalive_timeout is sentinel:
            keepalive_timeout = 15.0
        self._loop = loop or asyncio.get_running_loop()
        self._source_traceback = made_at(self._loop)
        self._closed = False
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._keepalive_timeout = keepalive_timeout
        self._force_close = force_close
        self._conns = {}  # key: deque of (protocol, when it was released)
        self._acquired = set()
        self._acquired_per_host = defaultdict(set)
        self._waiters = {}  # key: futures in the order of asking
        self._cleanup_handle = None

    def __del__(self):
        if self._closed or not self._conns:
            return
        connections = [repr(waiting) for waiting in self._conns.values()]
        self._close()
        complain(self._loop, "Unclosed connector", self, {"connector": self, "connections": connections})

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind=None, error=None, traceback=None):
        await self.close()

    force_close = property(lambda self: self._force_close)
    limit = property(lambda self: self._limit)
    limit_per_host = property(lambda self: self._limit_per_host)
    closed = property(lambda self: self._closed)

    def close(self):
        """All connections are closed at once; the result may be awaited."""
        self._close()
        return _Closed()

    def _close(self):
        if self._closed:
            return
        self._closed = True
        if self._cleanup_handle is not None:
            self._cleanup_handle.cancel()
            self._cleanup_handle = None
        if not self._loop.is_closed():
            for waiting in self._conns.values():
                for protocol, _ in waiting:
                    protocol.close()
            for protocol in self._acquired:
                protocol.close()
        self._conns.clear()
        self._acquired.clear()
        for waiters in self._waiters.values():
            for waiter in waiters:
                waiter.cancel()
        self._waiters.clear()

    # Getting a connection.

    def _available_connections(self, key):
        """How many more there may be; a number below 1 is none."""
        remaining = 1
        if self._limit:
            remaining = self._limit - len(self._acquired)
            if remaining <= 0:
                return remaining
        if self._limit_per_host:
            remaining = min(remaining, self._limit_per_host - len(self._acquired_per_host.get(key, ())))
        return remaining

    async def connect(self, req, traces, timeout):
        """One that waits in the pool, or a new one, when there may be one more."""
        key = req.connection_key
        connection = await self._get(key, traces)
        if connection is not None:
            return connection
        async with asyncio.timeout(timeout.connect or None):
            if self._available_connections(key) <= 0:
                await self._wait_for_available_connection(key, traces)
                connection = await self._get(key, traces)
                if connection is not None:
                    return connection
            placeholder = _Placeholder()
            self._acquire(key, placeholder)
            try:
                for trace in traces:
                    await trace.send("connection_create_start")
                protocol = await self._create_connection(req, traces, timeout)
                for trace in traces:
                    await trace.send("connection_create_end")
            except BaseException:
                self._release_acquired(key, placeholder)
                raise
            if self._closed:
                protocol.close()
                raise ClientConnectionError("Connector is closed.")
        self._acquired.remove(placeholder)
        if self._limit_per_host:
            self._acquired_per_host[key].discard(placeholder)
        self._acquire(key, protocol)
        return Connection(self, key, protocol, self._loop)

    def _acquire(self, key, protocol):
        self._acquired.add(protocol)
        if self._limit_per_host:
            self._acquired_per_host[key].add(protocol)

    async def _wait_for_available_connection(self, key, traces):
        woken = False
        while True:
            waiter = self._loop.create_future()
            waiters = self._waiters.setdefault(key, OrderedDict())
            waiters[waiter] = None
            if woken:
                waiters.move_to_end(waiter, last=False)  # someone was quicker; not to wait behind all others again
            try:
                for trace in traces:
                    await trace.send("connection_queued_start")
                await waiter
                for trace in traces:
                    await trace.send("connection_queued_end")
            finally:
                waiters.pop(waiter, None)
                if not self._waiters.get(key, True):
                    del self._waiters[key]
            if self._available_connections(key) > 0:
                return
            woken = True

    async def _get(self, key, traces):
        waiting = self._conns.get(key)
        now = time.monotonic()
        while waiting:
            protocol, since = waiting.popleft()
            if not waiting:
                del self._conns[key]
            if not protocol.is_connected() or now - since > self._keepalive_timeout:
                protocol.close()
                continue
            self._acquire(key, protocol)
            try:
                for trace in traces:
                    await trace.send("connection_reuseconn")
            except BaseException:
                self._release_acquired(key, protocol)
                raise
            return Connection(self, key, protocol, self._loop)
        return None

    async def _create_connection(self, req, traces, timeout):
        raise NotImplementedError()

    # Giving it back.

    def _release_waiter(self):
        """Wakes the one that has waited longest for a host that may have one more."""
        for key in list(self._waiters):
            if self._available_connections(key) < 1:
                continue
            waiters = self._waiters[key]
            while waiters:
                waiter, _ = waiters.popitem(last=False)
                if not waiter.done():
                    waiter.set_result(None)
                    return

    def _release_acquired(self, key, protocol):
        if self._closed:
            return
        self._acquired.discard(protocol)
        if self._limit_per_host:
            of_host = self._acquired_per_host.get(key)
            if of_host is not None:
                of_host.discard(protocol)
                if not of_host:
                    del self._acquired_per_host[key]
        self._release_waiter()

    def _release(self, key, protocol, *, should_close=False):
        if self._closed:
            return
        self._release_acquired(key, protocol)
        if self._force_close or should_close or protocol.should_close:
            protocol.close()
            return
        self._conns.setdefault(key, deque()).append((protocol, time.monotonic()))
        if self._cleanup_handle is None:
            self._schedule_cleanup()

    def _schedule_cleanup(self):
        import weakref
        self._cleanup_handle = self._loop.call_later(self._keepalive_timeout, _clean_up, weakref.ref(self))

    def _cleanup(self):
        """Closes connections that nobody has wanted for long."""
        self._cleanup_handle = None
        oldest = time.monotonic() - self._keepalive_timeout
        for key, waiting in list(self._conns.items()):
            kept = deque()
            for protocol, since in waiting:
                if protocol.is_connected() and since >= oldest:
                    kept.append((protocol, since))
                else:
                    protocol.close()
            if kept:
                self._conns[key] = kept
            else:
                del self._conns[key]
        if self._conns:
            self._schedule_cleanup()


def _clean_up(reference):
    connector = reference()
    if connector is not None:
        connector._cleanup()


class _Placeholder:
    """Counts as a connection while there is none yet."""

    def close(self):
        pass


class _Closed:
    def __await__(self):
        return
        yield


class TCPConnector(BaseConnector):
    """Arguments that are about sockets, names and certificates are taken and have no effect: the network of a page has none."""

    allowed_protocol_schema_set = BaseConnector.allowed_protocol_schema_set | {"tcp"}

    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, family=0, ssl_context=None,
                 ssl=True, local_addr=None, resolver=None, keepalive_timeout=sentinel, force_close=False, limit=100,
                 limit_per_host=0, enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5, happy_eyeballs_delay=0.25,
                 interleave=None, **kwargs):
        super().__init__(keepalive_timeout=keepalive_timeout, force_close=force_close, limit=limit, limit_per_host=limit_per_host,
                         enable_cleanup_closed=enable_cleanup_closed, loop=loop, timeout_ceil_threshold=timeout_ceil_threshold,
                         **kwargs)
        self._ssl = ssl
        self._use_dns_cache = use_dns_cache
        self._family = family
        self._known_hosts = set()

    family = property(lambda self: self._family)
    use_dns_cache = property(lambda self: self._use_dns_cache)

    def clear_dns_cache(self, host=None, port=None):
        self._known_hosts.clear()

    async def _create_connection(self, req, traces, timeout):
        host = req.url.raw_host
        for trace in traces:
            if self._use_dns_cache and host in self._known_hosts:
                await trace.send("dns_cache_hit", host)
            else:
                if self._use_dns_cache:
                    await trace.send("dns_cache_miss", host)
                await trace.send("dns_resolvehost_start", host)
                await trace.send("dns_resolvehost_end", host)
        self._known_hosts.add(host)
        return ResponseHandler(self._loop)


class UnixConnector(BaseConnector):
    def __init__(self, path, **kwargs):
        raise NotImplementedError("Loopscope's clients reach servers by their URLs only; use TCPConnector.")


class NamedPipeConnector(UnixConnector):
    pass
