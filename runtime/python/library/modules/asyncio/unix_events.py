# SPDX-License-Identifier: MIT
"""The loop and the policy that programs get: named as on Unix."""

from . import base_events, events
from ._report import log_debug

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy", "EventLoop")


def _unavailable(name, what):
    def method(self, *args, **kwargs):
        raise NotImplementedError(f"loop.{name}(): there are no {what} in Loopscope")

    method.__name__ = name
    method.__qualname__ = f"BaseEventLoop.{name}"
    return method


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        log_debug("Using selector: %s", "EpollSelector")

    for _name in ("create_connection", "create_server", "create_unix_connection", "create_unix_server",
                  "create_datagram_endpoint", "getaddrinfo", "getnameinfo", "connect_accepted_socket", "start_tls",
                  "sendfile"):
        locals()[_name] = _unavailable(_name, "network connections")
    for _name in ("subprocess_exec", "subprocess_shell", "connect_read_pipe", "connect_write_pipe"):
        locals()[_name] = _unavailable(_name, "subprocesses")
    for _name in ("add_signal_handler", "remove_signal_handler"):
        locals()[_name] = _unavailable(_name, "signals from outside")
    del _name


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop

    def get_child_watcher(self):
        raise NotImplementedError("there are no child processes in Loopscope")

    def set_child_watcher(self, watcher):
        raise NotImplementedError("there are no child processes in Loopscope")


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop
