# SPDX-License-Identifier: MIT
"""Who makes event loops, and which one is current."""

import _asyncio
import _thread
from _asyncio import Handle, TimerHandle, get_running_loop, _get_running_loop, _set_running_loop

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_child_watcher", "set_child_watcher", "_set_running_loop", "get_running_loop", "_get_running_loop")


def _abstract(methods, coroutines=""):
    """A class decorator: adds methods that only say that they are not implemented."""
    def add(cls):
        def plain(self, *args, **kwargs):
            raise NotImplementedError

        async def waiting(self, *args, **kwargs):
            raise NotImplementedError

        for names, template in ((methods, plain), (coroutines, waiting)):
            for name in names.split():
                method = type(plain)(template.__code__, globals(), name)
                method.__qualname__ = f"{cls.__name__}.{name}"
                setattr(cls, name, method)
        return cls

    return add


@_abstract("run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time create_future "
           "create_task call_soon_threadsafe run_in_executor set_default_executor add_reader remove_reader add_writer "
           "remove_writer add_signal_handler remove_signal_handler set_task_factory get_task_factory get_exception_handler "
           "set_exception_handler default_exception_handler call_exception_handler get_debug set_debug "
           "_timer_handle_cancelled",
           "shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server sendfile "
           "start_tls create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint "
           "connect_read_pipe connect_write_pipe subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom "
           "sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept sock_sendfile")
class AbstractEventLoop:
    """What every event loop offers."""


@_abstract("close close_clients abort_clients get_loop is_serving", "start_serving serve_forever wait_closed")
class AbstractServer:
    """What every server offers."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


@_abstract("get_event_loop set_event_loop new_event_loop get_child_watcher set_child_watcher")
class AbstractEventLoopPolicy:
    """Who makes loops and remembers the current one."""


def _run(error):
    """Adds the frame that every callback's error has in CPython, where a method of the handle runs it."""
    try:
        raise error
    except BaseException:
        pass


_MAIN_THREAD = _thread.get_ident()


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Each thread has its own current loop; only in the main thread one is made when it is asked for."""

    _loop_factory = None

    class _Local(_thread._local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        local = self._local
        is_main = _thread.get_ident() == _MAIN_THREAD
        if local._loop is None and not local._set_called and is_main:
            import sys
            import warnings
            stacklevel = 2
            frame = sys._getframe(1)
            while frame and (frame.f_globals.get("__name__") or "").partition(".")[0] == "asyncio":
                frame = frame.f_back
                stacklevel += 1
            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=stacklevel)
            self.set_event_loop(self.new_event_loop())
        if local._loop is None:
            if is_main:
                name = "MainThread"
            else:
                import threading
                name = threading.current_thread().name
            raise RuntimeError(f"There is no current event loop in thread {name!r}.")
        return local._loop

    def set_event_loop(self, loop):
        self._local._set_called = True  # also when it fails
        self._local._loop = _checked("loop", loop, AbstractEventLoop)

    def new_event_loop(self):
        return self._loop_factory()


def _checked(what, value, cls):
    if value is None or isinstance(value, cls):
        return value
    raise TypeError(f"{what} must be an instance of {cls.__name__} or None, not '{type(value).__name__}'")


_event_loop_policy = None


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        from .unix_events import DefaultEventLoopPolicy
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """None brings the default policy back."""
    global _event_loop_policy
    _event_loop_policy = _checked("policy", policy, AbstractEventLoopPolicy)


def get_event_loop():
    """The running loop, or the one that the policy has for this thread."""
    return _get_running_loop() or get_event_loop_policy().get_event_loop()


# What follows asks the policy.


def new_event_loop():
    policy = get_event_loop_policy()
    return policy.new_event_loop()


def set_event_loop(loop):
    policy = get_event_loop_policy()
    policy.set_event_loop(loop)


def get_child_watcher():
    policy = get_event_loop_policy()
    return policy.get_child_watcher()


def set_child_watcher(watcher):
    policy = get_event_loop_policy()
    return policy.set_child_watcher(watcher)
