# SPDX-License-Identifier: MIT
"""The loop and the policy that programs get: named as on Unix."""

from . import base_events, coroutines, events
from .log import logger

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy", "EventLoop")


def _unavailable(what, instead, owner="loop"):
    """Marks a method that cannot do its work here: called, it says so."""
    def decorate(method):
        message = f"{owner}.{method.__name__}(): there are no {what} in Loopscope; {instead}"

        def refuse(self, *args, **kwargs):
            raise NotImplementedError(message)

        async def refuse_later(self, *args, **kwargs):
            refuse(self)

        refusal = refuse_later if coroutines.iscoroutinefunction(method) else refuse
        refusal.__name__ = method.__name__
        refusal.__qualname__ = method.__qualname__
        refusal._loopscope_refusal = f"NotImplementedError: {message}"
        return refusal

    return decorate


def _install_connections(name):
    from . import _network
    if not hasattr(_UnixSelectorEventLoop, "_transports"):
        _network.install(_UnixSelectorEventLoop)
    if name.startswith("create_unix"):
        _network.install_unix(_UnixSelectorEventLoop)
    return vars(_UnixSelectorEventLoop)[name]


def _plain_connection_method(name):
    def method(self, *args, **kwargs):
        return _install_connections(name)(self, *args, **kwargs)
    return method


def _connection_method(name):
    async def method(self, *args, **kwargs):
        return await _install_connections(name)(self, *args, **kwargs)
    return method


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        logger.debug("Using selector: %s", "EpollSelector")

    # What connections need is loaded when the first is asked for.
    for _name in ("add_reader", "remove_reader", "add_writer", "remove_writer", "_ensure_fd_no_transport"):
        locals()[_name] = _plain_connection_method(_name)
    for _name in ("create_connection", "create_server", "create_unix_connection", "create_unix_server",
                  "create_datagram_endpoint", "getaddrinfo", "getnameinfo", "connect_accepted_socket", "sendfile",
                  "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into", "sock_sendall",
                  "sock_sendto", "sock_connect", "sock_accept", "sock_sendfile"):
        locals()[_name] = _connection_method(_name)
    del _name

    @_unavailable("other programs", "asyncio.to_thread() or another task can stand in for one")
    async def subprocess_exec(self): ...

    @_unavailable("other programs", "asyncio.to_thread() or another task can stand in for one")
    async def subprocess_shell(self): ...

    @_unavailable("encrypted connections", "a program's connections to itself need no encryption")
    async def start_tls(self): ...

    @_unavailable("pipes", "start_server() and open_connection() connect tasks, asyncio.to_thread(input) reads a line")
    async def connect_read_pipe(self): ...

    @_unavailable("encrypted connections", "a program's connections to itself need no encryption")
    async def start_tls(self): ...

    @_unavailable("pipes", "start_server() and open_connection() connect tasks, asyncio.to_thread(input) reads a line")
    async def connect_write_pipe(self): ...

    def add_signal_handler(self, sig, callback, *args):
        from . import _signals
        _signals.add(self, sig, callback, args)

    def remove_signal_handler(self, sig):
        from . import _signals
        return _signals.remove(self, sig)


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop

    @_unavailable("other programs", "asyncio.to_thread() or another task can stand in for one", "policy")
    def get_child_watcher(self): ...

    @_unavailable("other programs", "asyncio.to_thread() or another task can stand in for one", "policy")
    def set_child_watcher(self, watcher): ...


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop


def __getattr__(name):
    if name.endswith("ChildWatcher"):
        from . import _child_watchers
        return getattr(_child_watchers, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
