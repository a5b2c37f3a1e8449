"""The loop and the policy that programs get: named as on Unix."""

from . import base_events, events
from ._report import log_debug

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy", "EventLoop")


def _of_network(name):
    """A method that is in _network.py, which is loaded when it is first called."""
    async def method(self, *args, **kwargs):
        from . import _network
        return await getattr(_network, name)(self, *args, **kwargs)

    method.__name__ = name
    method.__qualname__ = f"BaseEventLoop.{name}"
    return method


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        log_debug("Using selector: %s", "EpollSelector")

    for _name in ("create_connection", "create_server", "create_unix_connection", "create_unix_server",
                  "create_datagram_endpoint", "getaddrinfo", "getnameinfo", "subprocess_exec", "subprocess_shell",
                  "connect_read_pipe", "connect_write_pipe", "connect_accepted_socket", "start_tls", "sendfile"):
        locals()[_name] = _of_network(_name)
    del _name

    def add_signal_handler(self, sig, callback, *args):
        from . import _signals
        _signals.add(self, sig, callback, args)

    def remove_signal_handler(self, sig):
        from . import _signals
        return _signals.remove(self, sig)


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop

    def get_child_watcher(self):
        raise NotImplementedError("there are no child processes in Loopscope")

    def set_child_watcher(self, watcher):
        raise NotImplementedError("there are no child processes in Loopscope")


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop
